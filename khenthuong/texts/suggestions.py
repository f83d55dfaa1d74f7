"""Sentences of «Ai đủ điều kiện?» and of the ladder.

``suggest.<rest>`` replaces ``finding.<rest>`` where nobody is nominated yet: the sentence of the
same finding, without the words of a round.
"""

from __future__ import annotations

_FINDINGS = {
    "suggest.award_in_year_unknown": "Cần đạt «{award}» năm {year}; sổ chưa ghi, và chưa đủ cho "
    "năm này.",
    "suggest.award_count_by_round": "Cần {count} lần «{award}»; có {found} lần (các năm {years}), "
    "trong đó năm {year} mới đủ điều kiện, chưa có quyết định.",
    "suggest.awards_run_held_by_round": "Cần {count} lần liên tục «{award}»; có các năm {years}, "
    "trong đó năm {year} mới đủ điều kiện, chưa có quyết định.",
    "suggest.awards_run_unknown": "Cần {count} lần liên tục «{award}»; chưa rõ năm {lacking}: sổ "
    "chưa đủ cho năm đó.",
    "suggest.initiative_absent": "Cần {count} {kind}; năm {years} sổ ghi được {found}.",
    "suggest.initiative_unknown": "Cần {count} {kind}; sổ ghi được {found}, chưa đủ cho năm "
    "{years}.",
    "suggest.initiative_never": "Cần {count} {kind}; sổ ghi được {found}.",
    "suggest.initiative_never_unknown": "Cần {count} {kind}; sổ ghi được {found}, chưa đủ từ khi vào "
    "ngành.",
    "suggest.initiative_not_named": "Cần {count} {kind}; sổ có {codes}.",
    "suggest.initiative_not_author": "{code} ({name}): không phải tác giả.",
    "suggest.used_in_round": "{code} đã được nêu trong đề nghị «{award}» cho {who} của năm nay.",
    "suggest.share": "Cần ít nhất {percent}% cá nhân đạt «{award}» năm {year}; có "
    "{found}/{members} người ({share}%), gồm {recorded} theo sổ và {by_round} mới đủ điều kiện.",
    "suggest.share_compared": "Cần ít nhất {percent}% cá nhân đạt «{award}» năm {year}; có "
    "{found}/{members} người ({share}%), trong đó có người đủ điều kiện nhưng còn cần đối chiếu.",
    "suggest.share_waiting": "Cần ít nhất {percent}% cá nhân đạt «{award}» năm {year}; mới có "
    "{found}/{members} người ({share}%), còn {waiting} người thiếu một điều.",
    "suggest.any_by_round": "Có cá nhân đủ điều kiện «{award}» năm {year}, chưa có quyết định: "
    "{who}.",
    "suggest.any_absent": "Cần có cá nhân đạt «{award}» năm {year}; sổ chưa ghi ai, và chưa ai đủ "
    "điều kiện.",
    "suggest.deed_not_named": "Sổ có thành tích đột xuất {codes}.",
    "suggest.decider": "{unit} thuộc quyền quản lý của xã.",
    "suggest.decider_household": "Hộ gia đình trên địa bàn xã.",
}
_SCREEN = {
    "suggest.leans": "Có tính danh hiệu mà người khác hoặc chính đối tượng mới đủ điều kiện, chưa "
    "có quyết định.",
    "suggest.unverified": "Tiêu chuẩn này chưa đối chiếu với văn bản.",
    "suggest.amended": "Đủ theo luật năm 2022; luật đã sửa đổi, cần đối chiếu.",
    "suggest.lacks_amended": "Xét theo luật năm 2022; luật đã sửa đổi, cần đối chiếu.",
    "suggest.left_to_people": "Chỉ còn phần phải xác nhận.",
    "suggest.to_confirm": "còn phải xác nhận: {labels}",
    "suggest.line_head": "Năm {year}: {period}",
    "suggest.line_group": "{standing} ({count}):",
    "suggest.line": "  {name} ({code}) – {unit} – {award}: {reason}",
    "suggest.line_plain": "  {name} ({code}) – {award}: {reason}",
    "suggest.line_confirm": "      {to_confirm}",
    "suggest.line_nobody": "Không có ai ngoài những người đã được đề nghị hoặc đã có trong sổ.",
    "suggest.line_uncomputable": "Sổ không đủ để tính (tiêu chuẩn đều phải có người xác nhận): "
    "{awards}",
    "suggest.ladder_held": "Đã có: {awards}",
    "suggest.ladder_nothing": "Sổ chưa ghi danh hiệu, hình thức khen thưởng nào trong danh mục.",
    "suggest.ladder_award": "{award} ({year})",
    "suggest.ladder_assumed": "Năm sớm nhất tính với giả định: mỗi năm tới đều được xếp loại hoàn "
    "thành xuất sắc nhiệm vụ, đạt các danh hiệu hằng năm và có một sáng kiến được công nhận ở phạm "
    "vi tiêu chuẩn đòi hỏi. Đây là mốc để phấn đấu, không phải lời hứa.",
    "suggest.ladder_now": "Ngay năm {year}: các tiêu chuẩn tính được đã đủ.",
    "suggest.ladder_nominated": "Đã được đề nghị năm {year}.",
    "suggest.ladder_earliest": "Sớm nhất: năm {year}.",
    "suggest.ladder_far": "Chưa thấy năm nào đủ trong {years} năm tới.",
    "suggest.ladder_people": "Sổ không tính được, tiêu chuẩn đều phải có người xác nhận: {awards}.",
    "operation.suggest": "Đưa {count} đề nghị vào đợt {round} từ «Ai đủ điều kiện?»",
    "operation.suggest_back": "Lấy lại {count} đề nghị vừa đưa vào đợt {round}",
    "suggest.round_name": "Xét khen thưởng {kind} năm {year}",
}
_ERRORS = {
    "error.suggest_year": "«{year}» không phải năm. Hãy ghi như 2026 hoặc 2025-2026.",
    "error.suggest_award": "Danh mục không có «{award}». Có: {known}.",
    "error.suggest_nothing": "Chưa chọn ai để đưa vào đợt xét.",
    "error.suggest_round": "«{award}» không xét ở đợt loại {kind}. Hãy chọn đợt khác, hoặc chỉ "
    "đánh dấu những dòng cùng loại.",
    "error.suggest_all_there": "Đợt {round} đã có các đề nghị này.",
    "error.help_suggest": "ai đủ điều kiện mà chưa được đề nghị, ai thiếu một điều",
    "error.help_suggest_year": "năm xét (2026) hoặc năm học (2025-2026)",
    "error.help_suggest_award": "chỉ một danh hiệu, hình thức (mã trong danh mục)",
}
TEXTS: dict[str, str] = {**_FINDINGS, **_SCREEN, **_ERRORS}

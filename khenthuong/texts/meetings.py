"""Sentences about meetings, the council over time, figures of a vote, and posted lists."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # Figures that cannot be right
    "ballot.unticked": "Còn {count} người chưa điểm danh.",
    "ballot.chair_absent": "Chủ trì {name} được ghi là vắng.",
    "ballot.secretary_absent": "Thư ký {name} được ghi là vắng.",
    "ballot.out_above": "Phát ra {out} phiếu mà chỉ có mặt {present} người.",
    "ballot.in_above": "Thu về {in} phiếu mà chỉ phát ra {out}.",
    "ballot.above": "{cast} phiếu, nhiều nhất chỉ {most} (có mặt {present}, không biểu quyết "
    "{recused})",
    "ballot.below": "{cast} phiếu, phải đủ {least} (có mặt {present}, không biểu quyết {recused}); "
    "phiếu trắng ghi «Không hợp lệ»",
    "meeting.present": "Có mặt {present}/{members} người được triệu tập.",
    "meeting.quorum_reached": "Có mặt {present}/{members} thành viên, đạt mức {percent}% ({source}; "
    "{sure}).",
    "meeting.quorum_missed": "Có mặt {present}/{members} thành viên, dưới mức {percent}% ({source}; "
    "{sure}): đối chiếu quy chế của Hội đồng.",
    "meeting.contradicts": "Chưa lập biên bản được vì số liệu chưa khớp: {what}",
    "meeting.no_votes": "Cuộc họp chưa ghi biểu quyết nên chưa có gì để lập biên bản.",
    "number.of_meeting": "Biên bản họp Hội đồng ({round})",
    # The council over time
    "council.backwards": "đến ngày {end} trước từ ngày {start}",
    "council.twice": "đã có ghế khác cùng thời gian ({role})",
    "council.two_chairmen": "cùng thời gian đã có Chủ tịch {name}",
    "council.gap": "từ {start} đến {end} không ai là Chủ tịch",
    "council.no_chairman": "từ {start} không còn ai là Chủ tịch",
    "operation.renew_council": "Lập Hội đồng mới từ ngày {start}",
    # Posted lists
    "posting.rule": "Mức {days} ngày, kể cả ngày nghỉ ({source}).",
    "posting.rule_unverified": "Mức tham khảo {days} ngày, kể cả ngày nghỉ ({source}); chưa đối "
    "chiếu với quy định của tỉnh, chỉ để nhắc.",
    "posting.no_rule": "Chưa có quy định số ngày niêm yết trong máy.",
    "posting.not_begun": "bắt đầu ngày {start}",
    "posting.open_end": "đã {shown} ngày, chưa ghi ngày cuối; đủ {needed} ngày là hết {earliest}",
    "posting.open_end_bare": "đã {shown} ngày, chưa ghi ngày cuối",
    "posting.over": "đã xong, {shown} ngày ({working} ngày làm việc)",
    "posting.over_short": "đã xong, chỉ {shown} ngày; đủ {needed} ngày là hết {earliest}",
    "posting.running": "đã {shown} ngày, còn {left} ngày",
    "posting.running_short": "còn {left} ngày; đủ {needed} ngày là hết {earliest}",
    "operation.opinions": "Ghi ý kiến về danh sách niêm yết của đợt {round}",
}

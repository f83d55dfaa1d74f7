"""Sentences about movements: what a target asks for, and where it stands."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "target.phrase.≥": "tối thiểu {value}",
    "target.phrase.>": "trên {value}",
    "target.phrase.≤": "tối đa {value}",
    "target.phrase.<": "dưới {value}",
    "target.phrase.=": "đạt {value}",
    "target.phrase.tu_den": "từ {first} đến {last}",
    "target.phrase.giam": "giảm {value}",
    "target.phrase.khoang": "khoảng {value}",
    "label.TargetState.vuot": "Vượt",
    "label.TargetState.dat": "Đạt",
    "label.TargetState.dung_tien_do": "Đúng tiến độ",
    "label.TargetState.cham": "Chậm",
    "label.TargetState.khong_dat": "Không đạt",
    "label.TargetState.chua_co_so_lieu": "Chưa có số liệu",
    "label.TargetState.chua_ket_luan": "Chưa kết luận được",
    "standing.when_whole": "Kết quả cả kỳ",
    "standing.when_day": "Đến ngày {day}",
    "standing.fallen": "{figure} (năm gốc {base}, giảm {fall})",
    "standing.vuot": "{when}: {figure}; kế hoạch {planned}; vượt {gap}.",
    "standing.dat": "{when}: {figure}; kế hoạch {planned}.",
    "standing.khong_dat": "{when}: {figure}; kế hoạch {planned}; lệch {gap}.",
    "standing.at_level": "{when}: {figure}, đã ở mức kế hoạch {planned}; kết luận khi hết kỳ.",
    "standing.within": "{when}: {figure}, chưa quá kế hoạch {planned}; kết luận khi hết kỳ.",
    "standing.by_time": "{when}: {figure}, bằng {part}% kế hoạch {planned}, khi đã qua {share}% "
    "thời gian (chỉ tiêu cộng dồn).",
    "standing.by_time_behind": "{when}: {figure}, mới bằng {part}% kế hoạch {planned}, khi đã qua "
    "{share}% thời gian (chỉ tiêu cộng dồn).",
    "standing.by_year": "{when}: {figure}, đạt mức của năm {year} là {yearly}; cả kỳ {planned}.",
    "standing.by_year_behind": "{when}: {figure}, chưa đạt mức của năm {year} là {yearly}; cả kỳ "
    "{planned}.",
    "standing.last_year": "Năm {year}: {figure}, đạt mức của năm đó là {yearly}; cả kỳ {planned}.",
    "standing.last_year_behind": "Năm {year}: {figure}, không đạt mức của năm đó là {yearly}; cả kỳ "
    "{planned}.",
    "standing.stale": "{when}: {figure}; kỳ đã hết ngày {end}. Hãy ghi số «Thực hiện» của cả kỳ.",
    "standing.about": "{when}: {figure}; kế hoạch ghi {planned}, không nói thấp hơn bao nhiêu thì "
    "vẫn là đạt.",
    "standing.no_yearly": "{when}: {figure}; kế hoạch {planned}. Chỉ tiêu không cộng dồn, không có "
    "mức của năm này nên chưa so được trước khi hết kỳ.",
    "standing.no_span": "{when}: {figure}; kế hoạch {planned}. Chưa rõ kỳ từ ngày nào đến ngày nào "
    "nên không tính được tiến độ.",
    "standing.no_plan": "Đã có số {figure} nhưng chưa ghi mức kế hoạch.",
    "standing.plan_unread": "Mức kế hoạch «{planned}» không phải một số viết như 31,1 hoặc 2.326.",
    "standing.figure_unread": "Số thực hiện «{figure}» không phải một số viết như 31,1 hoặc 2.326.",
    "standing.range_unread": "Kế hoạch «{planned}»: chưa đủ hai mức từ – đến.",
    "standing.no_base": "{when}: {figure}; kế hoạch {planned} nhưng chưa ghi «Giá trị năm gốc» để "
    "so.",
    "standing.none": "Chưa ghi số nào; kế hoạch {planned}.",
    "standing.none_ended": "Kỳ đã hết ngày {end} mà chưa ghi số nào; kế hoạch {planned}.",
}

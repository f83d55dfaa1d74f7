"""Bốn yêu cầu của cả đợt: shares, quotas and deadlines in words."""

from __future__ import annotations

_MEASURES: dict[str, str] = {
    "label.Measure.truc_tiep": "Người trực tiếp công tác",
    "label.Measure.lanh_dao": "Lãnh đạo, quản lý",
    "label.Measure.nu": "Nữ",
    "label.Measure.dan_toc": "Người dân tộc thiểu số",
    "label.Measure.tap_the_nho": "Tập thể nhỏ",
    "label.Measure.ngoai_nha_nuoc": "Tập thể ngoài nhà nước",
    "label.Measure.dia_ban_kho_khan": "Địa bàn đặc biệt khó khăn, biên giới, hải đảo",
    "label.Trend.tang": "tăng",
    "label.Trend.giu_nguyen": "không đổi",
    "label.Trend.giam": "giảm",
    "label.Trend.chua_so_duoc": "chưa so sánh được",
}

_ROUND: dict[str, str] = {
    "finding.round_direct": "Trong {persons} cá nhân được đề nghị: {direct} người trực tiếp công tác, "
    "{leaders} lãnh đạo, quản lý.",
    "finding.round_direct_unclear": "Trong {persons} cá nhân được đề nghị: {direct} người trực tiếp công "
    "tác, {leaders} lãnh đạo, quản lý, {unknown} người sổ chưa ghi phân loại.",
    "finding.round_women": "Nữ: {chosen}/{of} cá nhân được đề nghị; trong sổ {overall}/{all}.",
    "finding.round_women_unclear": "Nữ: {chosen}/{of} cá nhân được đề nghị, {unknown} người chưa ghi giới "
    "tính; trong sổ {overall}/{all}.",
    "finding.round_ethnic": "Người dân tộc thiểu số: {chosen}/{of} cá nhân được đề nghị; trong sổ "
    "{overall}/{all}.",
    "finding.round_ethnic_unclear": "Người dân tộc thiểu số: {chosen}/{of} cá nhân được đề nghị, {unknown} "
    "người chưa ghi dân tộc; trong sổ {overall}/{all}.",
    "finding.round_small": "Tập thể nhỏ: {chosen}/{of} tập thể được đề nghị; trong sổ {overall}/{all}.",
    "finding.round_non_state": "Ngoài nhà nước: {chosen}/{of} tập thể được đề nghị; trong sổ "
    "{overall}/{all}.",
    "finding.round_hard": "Địa bàn đặc biệt khó khăn, biên giới, hải đảo: {chosen}/{of} tập thể, cá nhân "
    "được đề nghị; trong sổ {overall}/{all}.",
    "finding.round_hard_unclear": "Địa bàn đặc biệt khó khăn, biên giới, hải đảo: {chosen}/{of} tập thể, cá "
    "nhân được đề nghị, {unknown} người chưa ghi nơi công tác; trong sổ {overall}/{all}.",
    "finding.round_rise_truc_tiep": "Tỷ lệ người trực tiếp lao động, công tác được khen thưởng: năm {year} "
    "{now}% (kể cả đợt này), năm {before_year} {before}%: {trend}. Kế hoạch thi đua thường yêu cầu tăng "
    "hằng năm.",
    "finding.round_rise_tap_the_nho": "Tỷ lệ tập thể nhỏ được khen thưởng: năm {year} {now}% (kể cả đợt "
    "này), năm {before_year} {before}%: {trend}. Kế hoạch thi đua thường yêu cầu tăng hằng năm.",
}

_DEADLINES: dict[str, str] = {
    "label.DeadlineState.qua_han": "Quá hạn",
    "label.DeadlineState.sap_den_han": "Sắp đến hạn",
    "label.DeadlineState.con_thoi_gian": "Còn thời gian",
    "label.DeadlineState.da_xong": "Đã xong",
    "deadline.nop_ho_so": "Nộp hồ sơ",
    "deadline.trinh_cap_tren": "Trình hồ sơ lên cấp trên",
    "deadline.quyet_dinh": "Ra quyết định khen thưởng",
    "deadline.ket_qua_cap_tren": "Cấp tỉnh trả lời kết quả",
    "deadline.de_nghi_dot_xuat": "Đề nghị khen thưởng đột xuất",
    "deadline.hop": "Họp Hội đồng",
    "deadline.hop_tap_the": "Họp bình xét: {subject}",
    "deadline.bien_ban": "Ghi số biên bản họp Hội đồng",
    "deadline.bien_ban_tap_the": "Ghi số biên bản họp: {subject}",
    "deadline.het_niem_yet": "Hết hạn niêm yết: {subject}",
    "deadline.tra_loi_y_kien": "Trả lời ý kiến khi niêm yết: {subject}",
    "deadline.viec_phong_trao": "{subject}",
    "deadline.source.plan": "kế hoạch của phong trào",
    "deadline.source.book": "ngày ghi trong sổ của đợt",
    "deadline.source.value": "{days} ngày làm việc, {cite}; {mark}",
    "deadline.source.guide": "tham khảo {days} ngày làm việc, chưa có mức của tỉnh",
    "deadline.source.guide_calendar": "tham khảo {days} ngày, chưa có mức của tỉnh",
    "deadline.source.calendar": "{days} ngày, {cite}; {mark}",
    "deadline.left": "còn {days} ngày làm việc",
    "deadline.today": "hôm nay",
    "deadline.late": "chậm {days} ngày làm việc",
    "deadline.late_less": "chậm chưa đến 1 ngày làm việc",
    "deadline.done": "xong ngày {day}",
    "deadline.done_late": "xong ngày {day}, chậm {days} ngày làm việc",
}

_APPRAISAL: dict[str, str] = {
    "paper.appraisal.round": "Đợt xét: {name}; loại: {kind}; năm {year}.",
    "paper.appraisal.total": "Cả đợt",
    "paper.appraisal.by.xa": "Cấp xã",
    "paper.appraisal.by.tinh": "Cấp tỉnh",
    "paper.appraisal.by.thu_tuong": "Thủ tướng",
    "paper.appraisal.by.chu_tich_nuoc": "Chủ tịch nước",
    "paper.appraisal.by.khac": "Cơ quan khác",
    "paper.appraisal.not_reached": "Chưa đến bước",
    "paper.appraisal.open": "Còn: {points}.",
    "paper.appraisal.of_round": "Cả đợt cần xem: {notes}.",
    "paper.appraisal.nothing_open": "Không còn điểm nào.",
    "paper.appraisal.point": "{label} ({figures})",
    "paper.appraisal.neutral": "điều kiện xét tại thời điểm này",
    "paper.appraisal.more": "và {count} điểm khác",
    "paper.appraisal.note.ty_le_truc_tiep": "người trực tiếp ít hơn lãnh đạo hoặc chưa rõ",
    "paper.appraisal.note.ty_le_nu": "tỷ lệ nữ",
    "paper.appraisal.note.ty_le_dan_toc": "tỷ lệ người dân tộc thiểu số",
    "paper.appraisal.note.tap_the_nho": "chưa có tập thể nhỏ",
    "paper.appraisal.note.ngoai_nha_nuoc": "chưa có tập thể ngoài nhà nước",
    "paper.appraisal.note.dia_ban_kho_khan": "chưa có nơi đặc biệt khó khăn, biên giới, hải đảo",
    "paper.appraisal.note.ty_le_tang_truc_tiep": "tỷ lệ người trực tiếp không tăng",
    "paper.appraisal.note.ty_le_tang_tap_the_nho": "tỷ lệ tập thể nhỏ không tăng",
    "paper.appraisal.note.so_ngay_niem_yet": "số ngày niêm yết",
    "paper.appraisal.note.dung_hai_lan": "thành tích, sáng kiến được nêu nhiều lần",
    "paper.appraisal.note.nhieu_hinh_thuc": "đối tượng được đề nghị nhiều hình thức",
    "paper.appraisal.note.luat_sua_doi": "luật đã được sửa đổi",
    "paper.appraisal.note.quota": "tỷ lệ khống chế “{award}”",
    "paper.appraisal.note.other": "nhận xét khác",
    "paper.appraisal.share": "{part}/{known} ({percent}%)",
    "paper.appraisal.unknown": "{count} chưa rõ",
    "paper.appraisal.trend": "{group}: năm {year} {now}%, năm {before_year} {before}%, {trend}.",
    "paper.appraisal.no_trend": "{group}: sổ năm {year} chưa đủ để so sánh.",
    "paper.appraisal.quota_percent": "“{award}”: {proposed} trên {having} “{of_award}” (không quá {percent}%).",
    "paper.appraisal.quota_number": "“{award}”: {proposed} (không quá {percent}).",
    "paper.appraisal.met": "họp Hội đồng ngày {days}",
    "paper.appraisal.shown": "niêm yết tại {places} nơi, từ ngày {start} đến {end}",
    "paper.appraisal.deadline": "hạn nộp ngày {day}",
    "paper.appraisal.received": "nhận hồ sơ ngày {day}",
    "paper.appraisal.in_time": "nhận hồ sơ ngày {day}, trong hạn",
    "paper.appraisal.late": "nhận hồ sơ ngày {day}, sau hạn",
    "paper.appraisal.deed": "từ khi lập thành tích đến khi nhận hồ sơ: {first} ngày làm việc",
    "paper.appraisal.deeds": "từ khi lập thành tích đến khi nhận hồ sơ: {first} đến {last} ngày làm việc",
    "paper.appraisal.decided": "quyết định ngày {day}",
    "paper.appraisal.override": "- {name} ({award}): {reason} ({by}, {on})",
    "paper.appraisal.more_overrides": "- Và {count} đề nghị khác, lý do ghi ở phiếu thẩm định.",
}

TEXTS: dict[str, str] = {**_MEASURES, **_ROUND, **_DEADLINES, **_APPRAISAL}

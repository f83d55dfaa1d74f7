"""Sentences about the rulebook: what a criterion asks, who confirmed it, values, rule packs."""

from __future__ import annotations

_CONFIRM = {
    "confirm.not_needed": "Tiêu chuẩn «{label}» đã đọc trong chính văn bản, không cần xác nhận.",
    "confirm.needs_grounds": "Hãy ghi đủ người đối chiếu và số văn bản.",
    "confirm.date_to_come": "Ngày văn bản {day} chưa tới. Hãy ghi đúng ngày của văn bản.",
    "confirm.needs_reason": "Hãy ghi lý do rút xác nhận; lý do được giữ trong lịch sử.",
    "confirm.unknown": "Tiêu chuẩn «{criterion}» chưa có xác nhận nào để rút.",
    "confirm.no_criterion": "Bộ quy định không có tiêu chuẩn «{criterion}» của «{award}».",
    "confirm.said": "Đã đối chiếu với {document} ngày {day}; người đối chiếu: {by}, ngày {on}.",
    "confirm.said_by": "Đã đối chiếu với {document} ngày {day}; người đối chiếu: {by}, ngày {on} "
    "(theo {office}).",
    "operation.confirmed": "Xác nhận đã đối chiếu «{label}» với {document}",
    "operation.withdrawn": "Rút xác nhận «{label}»: {reason}",
    "operation.pack": "Nhập gói quy định của {office}",
}

_KINDS = {
    "asks.rating_at_least": "Xếp loại năm xét từ {level} trở lên",
    "asks.ratings_consecutive": "Liên tục {count} năm xếp loại từ {level} trở lên",
    "asks.rating_count": "{count} năm xếp loại từ {level} trở lên",
    "asks.meets_award": "Đạt các tiêu chuẩn của «{award}»",
    "asks.award_in_year": "Được tặng «{award}» năm xét",
    "asks.award_ever": "Đã được tặng «{award}»",
    "asks.awards_consecutive": "{count} lần liên tục được tặng «{award}»",
    "asks.award_count": "{count} lần được tặng «{award}»",
    "asks.initiative": "{count} sáng kiến được công nhận phạm vi {scope}",
    "asks.topic": "{count} đề tài, đề án, công trình được nghiệm thu phạm vi {scope}",
    "asks.no_discipline": "Không bị kỷ luật từ {form} trở lên trong năm xét",
    "asks.no_discipline_members": "Không có thành viên bị kỷ luật từ {form} trở lên trong năm xét",
    "asks.not_on_hold": "Không đang bị xem xét kỷ luật, không có đơn thư đang xác minh",
    "asks.members_share": "Ít nhất {percent}% cá nhân của tập thể đạt «{award}»",
    "asks.members_all": "Mọi cá nhân của tập thể xếp loại từ {level} trở lên",
    "asks.member_any": "Có cá nhân của tập thể đạt «{award}»",
    "asks.service_years": "{count} năm công tác, không tính thời gian bị kỷ luật",
    "asks.service_years_founded": "{count} năm xây dựng, hoạt động từ ngày thành lập",
    "asks.contribution": "Có đóng góp tiền, đất, công sức",
    "asks.points": "Số điểm chấm năm xét",
    "asks.movement_result": "Có kết quả trong phong trào thi đua",
    "asks.deed": "Có thành tích đột xuất, đủ ngày, nội dung và minh chứng",
    "asks.declared": "Tập thể bình xét xác nhận trong biên bản họp",
    "asks.declared_recognised": "Tập thể bình xét xác nhận trong biên bản họp; có văn bản công nhận "
    "của Bộ, ban, ngành, tỉnh",
    "asks.quota": "Số đề nghị trong tỷ lệ cho phép",
    "asks.ballot": "Tỷ lệ đồng ý của Hội đồng, tính trên tổng số thành viên",
    "asks.notice_days": "Niêm yết danh sách ở nơi có tên, đủ ngày, ý kiến được trả lời",
    "asks.deadline": "Nhận hồ sơ không quá hạn nộp của đợt",
    "asks.elapsed_days": "Đề nghị trong thời hạn kể từ ngày lập thành tích",
    "asks.decider": "Đúng cấp quản lý và đúng cấp quyết định",
    "asks.evidence": "Thành tích nêu trong đề nghị có tệp minh chứng",
    "asks.meeting": "Có biên bản họp {meeting}, đủ số và ngày",
    "asks.any_of": "Một trong các tiêu chuẩn dưới đây",
    "asks.all_of": "Đủ các tiêu chuẩn dưới đây",
    "asks.fits": "Hình thức dành cho đối tượng và loại đợt xét này",
    "asks.not_reused": "Thành tích, sáng kiến nêu ra chưa dùng cho lần khen khác",
    "asks.recusal": "Người được xét không biểu quyết cho chính mình",
    "asks.manual": "Người có trách nhiệm tự đối chiếu",
    "asks.eligible": "Đối tượng thuộc diện được xét",
    "asks.spacing": "Trong {years} năm chưa được tặng «{award}»",
    "asks.merit_basis": "Thành tích đột xuất, chuyên đề không làm căn cứ cho hình thức cao hơn theo "
    "công trạng",
    "asks.meeting_council": "Có biên bản họp Hội đồng, đủ số và ngày",
    "asks.other": "Theo cách tính «{kind}»",
    "asks.or_awards": "(hoặc {awards})",
    "asks.after": "tính từ sau khi được tặng «{award}»",
    "asks.within": "trong chính thời gian đó",
    "asks.years": "trong {years} năm",
    "asks.years_carried": "thực hiện từ {years} năm trở lên",
    "asks.to_now": "đến thời điểm đề nghị",
    "asks.unused": "chưa dùng cho lần khen khác",
    "asks.year_run": "trong thời gian đó",
    "asks.year_ever": "của năm nào cũng được",
    "asks.at_least": "từ {number} {unit} trở lên",
    "asks.percent": "từ {number}% trở lên",
    "asks.percent_more": "trên {number}%",
    "asks.percent_most": "không quá {number}%",
    "asks.days": "ít nhất {number} ngày",
    "asks.days_most": "không quá {number} {unit}",
    "asks.value_open": "mức do tỉnh quy định, chưa ghi",
    "asks.launched_by": "do {levels} phát động",
    "asks.level.trung_uong": "trung ương",
    "asks.level.tinh": "tỉnh",
    "asks.level.xa": "xã",
    "asks.level.nha_nuoc": "Nhà nước",
}

_VIEW = {
    "rules.from_to": "từ {start} đến {end}",
    "rules.from": "từ {start}",
    "rules.to": "đến {end}",
    "rules.always": "không ghi thời hạn",
    "rules.not_yet": "chưa có hiệu lực ngày {day}",
    "rules.over": "đã hết hiệu lực ngày {day}",
    "rules.not_at_hand": "chưa có văn bản trong tay",
    "rules.in_force": "đang có hiệu lực",
    "rules.amended": "đã sửa đổi bởi {by} từ {start}; chưa có nội dung sửa đổi, cần đối chiếu",
    "rules.amended_soon": "sẽ sửa đổi bởi {by} từ {start}",
    "rules.no_period": "Chương trình chưa có bộ quy định cho hồ sơ nhận ngày {day}.",
    "rules.warn_amended": "{text} đã được sửa đổi bởi {by} từ {start}: hồ sơ nhận ngày {day} vẫn được "
    "thẩm định theo bản cũ, mọi kết luận cần đối chiếu với luật đã sửa đổi.",
    "rules.warn_amended_soon": "{text} sẽ được sửa đổi bởi {by} từ {start}, còn {days} ngày kể từ ngày "
    "nhận hồ sơ {day}: nếu nhận từ ngày đó, cần đối chiếu với luật đã sửa đổi.",
    "rules.warn_period_ends": "Thời kỳ này hết ngày {end}, còn {days} ngày kể từ ngày nhận hồ sơ {day}; "
    "nhận sau đó thì áp dụng: {next}.",
    "rules.warn_text_ends": "{text} chỉ có hiệu lực đến {end}, còn {days} ngày kể từ ngày nhận hồ sơ "
    "{day}.",
    "rules.warn_text_over": "{text} đã hết hiệu lực từ sau ngày {end}: cần đối chiếu văn bản thay thế.",
    "rules.common": "Tiêu chuẩn chung cho mọi danh hiệu, hình thức",
    "rules.counts": "{award}: {text} đã đọc trong văn bản, {second} theo nguồn thứ cấp, {memory} chưa "
    "đối chiếu",
    "rules.counts_confirmed": "{award}: {text} đã đọc trong văn bản, {second} theo nguồn thứ cấp, "
    "{memory} chưa đối chiếu; {confirmed} đã được xác nhận",
}

_VALUES = {
    "value.unknown": "Không có mức nào mã «{id}» để tỉnh quy định.",
    "value.needs": "Hãy ghi đủ mức, số văn bản, ngày văn bản, ngày bắt đầu áp dụng và người ghi.",
    "value.not_number": "«{value}» không phải số. Hãy ghi số như 15 hoặc 62,5.",
    "value.too_small": "Mức {value} nhỏ hơn {least} {unit}. Hãy xem lại văn bản của tỉnh.",
    "value.too_large": "Mức {value} lớn hơn {most} {unit}. Hãy xem lại văn bản của tỉnh.",
    "value.whole": "Mức tính bằng {unit} phải là số nguyên, đang ghi {value}.",
    "value.backwards": "Ngày thôi áp dụng {end} ở trước ngày bắt đầu {start}.",
    "value.overlaps": "Đã có mức {value} {unit} {span}, trùng thời gian với mức đang ghi. Hãy sửa ngày, "
    "hoặc bỏ mức cũ trước.",
    "value.document": "{document} ngày {day}",
    "value.text_name": "{document} ngày {day} của {issuer}",
    "value.shown": "{number} {unit}",
    "value.shown_percent": "{number}%",
}

_PACK = {
    "pack.file": "goi_quy_dinh_{office}.toml",
    "pack.remark": "Gói quy định của {office}, ghi ngày {day}: những tiêu chuẩn đã có người đối chiếu với "
    "văn bản, và những mức do tỉnh quy định đã ghi.",
    "pack.remark_use": "Xã khác nhập ở màn hình «Quy định», nút «Nhập gói quy định…». Mỗi mục [[award]] viết "
    "như một tệp của tỉnh trong forms/khen_thuong.",
    "pack.values_remark": "Những mức do tỉnh quy định, ghi ở màn hình «Quy định». Sửa tay được; lưu bằng UTF-8.",
    "pack.nothing": "Chưa có xác nhận hoặc mức của tỉnh nào để xuất.",
    "pack.new": "Thêm",
    "pack.same": "Đã có, giống hệt",
    "pack.kept": "Giữ của mình",
    "pack.replaces": "Thay bản đã nhập",
    "pack.confirmation": "Xác nhận: {label} ({award})",
    "pack.value": "Mức: {label} = {shown}, {span}",
    "pack.was": "đang có: {old}",
}

_JUDGED = {
    "finding.kept": "{sentence}",
    "judged.at_sealing": "Kết quả thẩm định khi chốt ngày {day} (lần {version}; quyết định: "
    "{authority}), bộ quy định {rules}, {period}.",
    "judged.last_check": "Lần thẩm định ngày {day}; bộ quy định {rules}, {period}.",
    "label.Why.du_lieu": "dữ liệu trong sổ đã đổi",
    "label.Why.quy_dinh": "quy định hoặc mức của tỉnh đã đổi",
    "label.Why.thoi_ky": "ngày nhận hồ sơ thuộc thời kỳ khác",
    "label.Why.xac_nhan": "xác nhận đối chiếu đã đổi",
    "label.Why.chua_ro": "bản cũ không ghi được vì sao",
}

TEXTS: dict[str, str] = {**_CONFIRM, **_KINDS, **_VIEW, **_VALUES, **_PACK, **_JUDGED}

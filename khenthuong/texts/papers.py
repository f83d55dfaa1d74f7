"""Pieces of sentences that papers print, and what is wrong with forms and Word templates."""

from __future__ import annotations

_PAPER: dict[str, str] = {
    "paper.committee": "Ủy ban nhân dân {place}",
    "paper.committee_short": "UBND {place}",
    "paper.committee_line": "Ủy ban nhân dân",
    "paper.proposing_unit": "Phòng Văn hóa - Xã hội",
    "paper.chairman_of": "Chủ tịch Ủy ban nhân dân {place}",
    "paper.chairman": "CHỦ TỊCH",
    "paper.deputy": "PHÓ CHỦ TỊCH",
    "paper.for_chairman": "KT. CHỦ TỊCH",
    "paper.on_behalf": "TM. ỦY BAN NHÂN DÂN",
    "paper.head_of_unit": "Trưởng phòng",
    "paper.province": "tỉnh {name}",
    "paper.symbol.TTr": "TTr",
    "paper.symbol.QD": "QĐ",
    "paper.symbol.BB": "BB",
    "paper.symbol.council": "HĐTĐKT",
    "paper.number": "số {number} {date}",
    "paper.year": "năm {year}",
    "paper.school_year": "năm học {year}",
    "paper.round.cong_trang": "thành tích xuất sắc trong thực hiện nhiệm vụ {year}",
    "paper.round.chuyen_de": "thành tích xuất sắc trong phong trào thi đua {year}",
    "paper.round.movement": "thành tích xuất sắc trong phong trào thi đua “{movement}”",
    "paper.round.dot_xuat": "thành tích xuất sắc đột xuất {year}",
    "paper.round.cong_hien": "quá trình cống hiến, {year}",
    "paper.round.nien_han": "thời gian công tác, {year}",
    "paper.round.doi_ngoai": "thành tích trong quan hệ đối ngoại {year}",
    "paper.mr": "Ông {name}",
    "paper.mrs": "Bà {name}",
    "paper.household": "Hộ gia đình ông (bà) {name}",
    "paper.title": "danh hiệu “{name}” {year}",
    "paper.request.title": "Đề nghị tặng danh hiệu",
    "paper.request.commendation": "Đề nghị tặng",
    "paper.quoted": "“{name}”",
    "paper.grant.title": "Công nhận {award}",
    "paper.grant.commendation": "Tặng {award}",
    "paper.act.danh_hieu": "công nhận danh hiệu thi đua",
    "paper.act.hinh_thuc": "tặng Giấy khen",
    "paper.minutes": "Biên bản họp Hội đồng Thi đua - Khen thưởng {place} {number}",
    "paper.plan": "Kế hoạch số {number} {date} của {issuer} về phong trào thi đua “{name}”",
    "paper.decision": "Quyết định số {number}",
    "paper.issuer": "của {issuer}",
    "paper.and": "{first} và {last}",
    "paper.count.tap_the": "{number} tập thể",
    "paper.count.ca_nhan": "{number} cá nhân",
    "paper.count.ho_gia_dinh": "{number} hộ gia đình",
    "paper.recipients.tap_the": "tập thể",
    "paper.recipients.ca_nhan": "cá nhân",
    "paper.recipients.ho_gia_dinh": "hộ gia đình",
    "paper.clock": "{hour} giờ {minute}",
    "paper.nobody": "không",
    "paper.invitation_note": "Nếu không dự họp được, đề nghị báo trước cho cơ quan mời họp",
    "paper.notice": "Danh sách đề nghị đã được niêm yết công khai {places},",
    "paper.shown": "tại {places} từ ngày {start} đến {end}",
    "paper.still_shown": "nay",
    "paper.no_opinions": "không có ý kiến.",
    "paper.opinions": "các ý kiến đã được tiếp thu, trả lời.",
    "paper.not_handled": "còn ý kiến chưa ghi kết quả xử lý.",
    "paper.override": "Vẫn đưa vào hồ sơ theo quyết định của {by} ngày {on}. Lý do: {reason}",
    "paper.verdict.dat": "Đủ điều kiện đề nghị khen thưởng.",
    "paper.verdict.khong_dat": "Không đủ điều kiện đề nghị khen thưởng.",
    "paper.verdict.chua_xet": "Chưa đủ điều kiện xét tại thời điểm này.",
    "paper.verdict.thieu": "Còn thiếu căn cứ để kết luận.",
    "paper.verdict.can_doi_chieu": "Chưa thấy điểm không đạt; các điểm “Cần đối chiếu” phải đối chiếu với văn bản.",
    "paper.verdict.khong_ap_dung": "Không có tiêu chuẩn nào áp dụng.",
    "paper.verdict.overridden": "Kết quả thẩm định: {status}; vẫn đưa vào hồ sơ theo lý do ghi dưới đây.",
    "paper.mark": "({mark}) {meaning}",
    "paper.marks": "{marks}: chưa được đọc trong chính văn bản, kết luận để tham khảo.",
    "paper.main_text": "Điều, khoản không ghi tên văn bản là của {text}.",
    "paper.amended": "Hồ sơ nhận sau khi {texts} có hiệu lực mà chưa có nội dung sửa đổi: các kết luận trên "
    "theo quy định trước khi sửa đổi, đều cần đối chiếu.",
}

_FINDING: dict[str, str] = {
    "paper.under_2022": "{sentence} Luật năm 2022: {status}.",
    "paper.of_school": "{word} học ",
    "paper.branch": "Theo {place}: {sentence}",
    "paper.cite.point": "điểm {point} khoản {clause} Điều {article}",
    "paper.cite.clause": "khoản {clause} Điều {article}",
    "paper.cite.article": "Điều {article}",
    "paper.finding.manual": "Cần người có trách nhiệm đối chiếu.",
    # Ratings and past awards
    "paper.finding.rating": "Năm {year} {found} (Quyết định số {decision} ngày {day}).",
    "paper.finding.rating.khong_dat": "Xếp loại năm {year}: {found}; cần từ {level} trở lên.",
    "paper.finding.rating_plain": "Xếp loại năm {year}: {found}; chưa ghi số và ngày quyết định.",
    "paper.finding.rating_plain.khong_dat": "Xếp loại năm {year}: {found}; cần từ {level} trở lên.",
    "paper.finding.rating_missing": "Chưa có xếp loại năm {year}.",
    "paper.finding.rating_other_kind": "Chỉ có xếp loại năm {other}: {found}; cần đối chiếu năm học với năm dương lịch.",
    "paper.finding.ratings_run_held": "Liên tục {level} các năm {years}.",
    "paper.finding.ratings_run_broken_disciplined": "Chưa đủ {count} năm liên tục {level} được tính.",
    "paper.finding.ratings_run_mixed_disciplined": "Liên tục {level} các năm {years}: cần đối chiếu thời gian được tính.",
    "paper.finding.ratings_after_held": "Sau khi được tặng «{award}» (năm {won}), liên tục {level} các năm {years}.",
    "paper.finding.ratings_after_broken_disciplined": "Sau khi được tặng «{award}» (năm {won}), chưa đủ {count} năm liên "
    "tục {level} được tính.",
    "paper.finding.ratings_after_mixed_disciplined": "Sau khi được tặng «{award}» (năm {won}), liên tục {level} các năm "
    "{years}: cần đối chiếu thời gian được tính.",
    "paper.finding.service_disciplined": "Có {served} năm công tác tính đến {day}: cần đối chiếu thời gian được tính.",
    "paper.finding.awards_run_held": "Đạt «{award}» liên tục các năm {years}.",
    "paper.finding.awards_run_held_by_round": "Đạt «{award}» liên tục các năm {years}; năm {year} theo đề nghị của đợt này.",
    # Initiatives
    "paper.finding.initiative_not_author": "{code}: người được đề nghị không phải tác giả.",
    "paper.finding.initiative_year": "Sáng kiến, đề tài {code} của năm {year}, không thuộc năm {years} được tính.",
    "paper.finding.initiative_scope": "{code}: cần phạm vi {scope}; sổ ghi {found}.",
    "paper.finding.initiative_unrecognised": "Sáng kiến, đề tài {code} chưa ghi quyết định công nhận.",
    "paper.finding.used": "Sáng kiến, đề tài {code} đã dùng để xét «{award}» năm {year}; không dùng lại.",
    "paper.finding.used_in": "{code} đã dùng để đề nghị «{award}» năm {year} ở đợt {round}; không dùng lại.",
    "paper.finding.used_by_other_in": "{code} đã được đồng tác giả dùng để đề nghị «{award}» năm {year}: cần đối chiếu.",
    "paper.finding.recused_household": "Thành viên Hội đồng không biểu quyết cho gia đình mình ({cast} phiếu trên "
    "{members} thành viên).",
    "paper.finding.used_by_other": "{code} đã được đồng tác giả dùng để xét «{award}» năm {year}: cần đối chiếu.",
    "paper.finding.used_in_round": "{code} còn được nêu trong một đề nghị «{award}» khác của đợt này.",
    # Members of a unit
    "paper.finding.share": "{found}/{members} cá nhân ({share}%) đạt «{award}» năm {year}, trong đó {by_round} theo "
    "đề nghị của đợt này.",
    "paper.finding.share.khong_dat": "{found}/{members} cá nhân ({share}%) đạt «{award}» năm {year}; cần ít nhất {percent}%.",
    "paper.finding.share_headcount": "{found} cá nhân đạt «{award}» năm {year}; sổ có {members} cá nhân, báo cáo ghi "
    "{headcount} người: cần đối chiếu.",
    "paper.finding.all_below": "Có cá nhân không được xếp loại từ {level} trở lên năm {year}.",
    "paper.finding.all_unrated": "{missing} cá nhân chưa có xếp loại năm {year}.",
    # Who may be considered
    "paper.finding.fits": "Dành cho đối tượng và loại khen thưởng này.",
    "paper.finding.fits_household": "Tặng được cho hộ gia đình.",
    "paper.finding.decider": "{unit} thuộc quyền quản lý của xã.",
    "paper.finding.decider_through_province": "{unit} thuộc quyền quản lý của xã; trình qua cấp tỉnh.",
    "paper.finding.decider_household": "Hộ gia đình trên địa bàn xã.",
    "paper.finding.decider_province": "{unit} do cấp tỉnh quản lý và xét tặng.",
    "paper.finding.decider_unclear": "{unit} không do xã quản lý (cấp quản lý: {manager}): cần đối chiếu cấp xét tặng.",
    "paper.finding.not_on_hold": "Không thuộc trường hợp chưa xét tại ngày {day}.",
    "paper.finding.disciplined": "Không đủ điều kiện do kỷ luật trong thời gian tính thành tích.",
    "paper.finding.disciplined_since": "Cần đối chiếu điều kiện về kỷ luật trong thời gian tính thành tích.",
    "paper.finding.not_disciplined": "Không có kỷ luật trong năm {year}.",
    "paper.finding.discipline_unknown": "Chưa đủ dữ liệu năm {year} để kết luận.",
    "paper.finding.member_disciplined": "Có cá nhân bị kỷ luật từ {form} trở lên trong năm {year}.",
    "paper.finding.no_member_disciplined": "Không có cá nhân bị kỷ luật từ {form} trở lên trong năm {year}.",
    "paper.finding.not_reused": "Chưa dùng cho lần khen thưởng nào khác.",
    # Minutes of the unit, council, notice, time
    "paper.finding.declared": "Xác nhận tại biên bản số {minutes} ngày {day} của {unit}.",
    "paper.finding.minutes_held": "Biên bản số {minutes} ngày {day} của {unit}.",
    "paper.finding.minutes_missing": "Chưa có biên bản họp của {unit}.",
    "paper.finding.minutes_no_number": "Biên bản cuộc họp ngày {day} của {unit} chưa ghi số.",
    "paper.finding.minutes_refused": "Biên bản số {minutes} của {unit}: {agree}/{cast} phiếu đồng ý, chưa quá nửa.",
    "paper.finding.council_met": "Họp ngày {day}, biên bản số {minutes}.",
    "paper.finding.no_vote": "Chưa ghi kết quả biểu quyết của Hội đồng.",
    "paper.finding.votes": "{agree}/{members} thành viên đồng ý; cần ít nhất {percent}%.",
    "paper.finding.votes_more_than": "{agree}/{members} thành viên đồng ý; cần trên {percent}%.",
    "paper.finding.votes_all": "{agree}/{members} thành viên đồng ý.",
    "paper.finding.recused": "Không biểu quyết cho mình ({cast} phiếu trên {members} thành viên).",
    "paper.finding.notice": "Từ {start} đến {end} ({days} ngày); ý kiến đã được trả lời hoặc không có.",
    "paper.finding.in_time": "Nhận ngày {received}, hạn nộp {deadline}.",
    "paper.finding.notice_unanswered": "Niêm yết tại {place}: còn ý kiến chưa ghi kết quả xử lý.",
    "paper.finding.elapsed": "Lập thành tích {deed}, nhận hồ sơ {received}: {days} ngày làm việc (tham khảo: {limit}).",
    # Achievements
    "paper.finding.deed": "Thành tích ngày {day}, có nội dung và minh chứng.",
    "paper.finding.contribution_no_limit": "Đóng góp trị giá {total} đồng ({codes}); mức do tỉnh quy định.",
    "paper.finding.movement": "Có kết quả trong phong trào «{movement}» do {issuer} phát động.",
    "paper.finding.movement_level": "Cần phong trào do Bộ, ban, ngành, tỉnh phát động; phong trào đã nêu do {issuer} phát "
    "động.",
}
"""What papers say instead of the clerk's sentence of the same code, where there is a word for it
here; with a status behind the code it is for that outcome only. No name but the nominee's own.
"""

_TEMPLATE: dict[str, str] = {
    "template.unreadable": "Không mở được mẫu Word «{file}»: {detail}. Mở lại bằng Word và lưu dạng .docx.",
    "template.macro": "Mẫu «{file}» có chứa macro. Lưu lại bằng Word dạng «Word Document (*.docx)».",
    "template.syntax": "Mẫu «{file}», {place}: ô {{{{ … }}}} hoặc lệnh {{% … %}} viết chưa đúng ({detail}).",
    "template.unknown_name": "Mẫu «{file}», {place}: không có ô nào tên «{name}»; có phải «{nearest}»? "
    "Sửa tên trong mẫu, hoặc thêm ô đó vào biểu mẫu.",
    "template.not_rows": "Mẫu «{file}», {place}: «{name}» không phải là bảng nên không lặp từng dòng được.",
    "template.column_tags": "Mẫu «{file}», {place}: không dùng được lệnh lặp cột {{%tc … %}}; hãy lặp theo dòng "
    "{{%tr … %}}.",
    "template.broken_paper": "In «{form}» ra giấy không thành: {detail}. Kiểm tra mẫu «{file}».",
    "template.place": "{part}, đoạn {paragraph} («{text}»)",
    "template.part.document": "thân văn bản",
    "template.part.header": "đầu trang",
    "template.part.footer": "chân trang",
    "template.part.notes": "chú thích",
    "template.held": "Không ghi được «{file}»: tệp đang mở ở chương trình khác. Đóng tệp lại rồi làm lại.",
}

_FORM: dict[str, str] = {
    "form.unreadable": "Không đọc được biểu mẫu «{file}»: {detail}.",
    "form.not_utf8": "Biểu mẫu «{file}» không phải UTF-8. Mở bằng Notepad rồi lưu lại bằng UTF-8.",
    "form.not_toml": "Biểu mẫu «{file}» viết chưa đúng cú pháp TOML: {detail}.",
    "form.schema": "Biểu mẫu «{file}» viết theo bản khác của chương trình; cần schema = {known}.",
    "form.id": "Biểu mẫu «{file}»: id là «{id}» nhưng tên tệp đòi «{expected}». Sửa cho giống nhau.",
    "form.unknown_key": "Biểu mẫu «{file}», {place}: không có khóa «{key}»; có phải «{nearest}»?",
    "form.missing_key": "Biểu mẫu «{file}», {place}: thiếu khóa «{key}».",
    "form.wrong_type": "Biểu mẫu «{file}», {place}: khóa «{key}» phải là {wanted}.",
    "form.empty": "Biểu mẫu «{file}», {place}: khóa «{key}» để trống; ghi giá trị hoặc bỏ khóa.",
    "form.unknown_value": "Biểu mẫu «{file}», {place}: khóa «{key}» không nhận «{value}»; có phải «{nearest}»? "
    "Các giá trị: {known}.",
    "form.bad_name": "Biểu mẫu «{file}», {place}: khóa «{key}» không nhận «{value}»; chỉ dùng chữ thường "
    "không dấu, "
    "số và gạch dưới.",
    "form.template_name": "Biểu mẫu «{file}»: template «{template}» phải là tên một tệp .docx trong templates_docx.",
    "form.no_template": "Biểu mẫu «{file}»: không thấy mẫu Word «{template}» trong templates_docx. Chép tệp vào "
    "đó.",
    "form.twice": "Biểu mẫu «{file}»: ô «{key}» có hai lần. Đổi tên hoặc bỏ một ô.",
    "form.columns": "Biểu mẫu «{file}», {place}: kiểu table phải có columns, kiểu khác thì không.",
    "form.choices": "Biểu mẫu «{file}», {place}: kiểu choice phải có choices, kiểu khác thì không.",
    "form.fact_and_blank": "Biểu mẫu «{file}», {place}: không đặt cả fact và blank cho một ô.",
    "form.pattern": "Biểu mẫu «{file}», {place}: pattern «{pattern}» viết sai ({detail}).",
    "form.show_if": "Biểu mẫu «{file}», ô «{place}»: show_if nói tới «{key}» mà không có ô đó; có phải "
    "«{nearest}»?",
    "form.unknown_path": "Biểu mẫu «{file}», ô «{place}»: chương trình không có dữ kiện «{path}»; có phải "
    "«{nearest}»?",
}

_TYPES: dict[str, str] = {
    "type.str": "chữ trong ngoặc kép",
    "type.int": "số nguyên",
    "type.bool": "true hoặc false",
    "type.list": "một dãy trong ngoặc vuông",
    "type.texts": "một dãy chữ trong ngoặc vuông",
    "type.dict": "một bảng",
    "type.date": "ngày dạng 2026-01-31",
}

TEXTS: dict[str, str] = {**_PAPER, **_FINDING, **_TEMPLATE, **_FORM, **_TYPES}

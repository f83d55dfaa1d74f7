"""Sentences for people: packages of other offices, replies to them, and replies that came back."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "package.verified_reply": "Trả lời nguyên vẹn: {file}. {office} trả lời {to}, đợt {round}, lần "
    "{version}.",
    "package.password_needed": "«{file}» có mật khẩu. Hãy hỏi nơi gửi mật khẩu và nhập vào.",
    "package.wrong_password": "Mật khẩu của «{file}» không đúng. Hãy kiểm tra chữ hoa, chữ thường, "
    "dấu tiếng Việt rồi nhập lại.",
    "package.password_short": "Mật khẩu ngắn quá: cần ít nhất {least} ký tự.",
    "package.locked_broken": "«{file}» hỏng: phần có mật khẩu không còn nguyên vẹn. Hãy đề nghị "
    "nơi gửi chép lại.",
    "receive.unknown": "Không có hồ sơ nhận «{submission}». Đang có: {known}.",
    "receive.refused": "KHÔNG NHẬN «{file}»: {what} Sổ chưa có gì thay đổi.",
    "receive.own_package": "Gói này do chính cơ quan mình ({office}) đóng. Hồ sơ nhận là gói của "
    "cơ quan khác gửi đến.",
    "receive.older_version": "Gói này là lần {version} của đợt {round}, {office}; đã nhận lần "
    "{newer} mới hơn nên không nhận lần cũ.",
    "receive.other_content": "Đã nhận lần {version} của đợt {round}, {office} với nội dung khác. "
    "Một lần chốt chỉ có một nội dung: hãy hỏi nơi gửi gói nào đúng, rồi đề nghị chốt lại thành "
    "lần mới.",
    "receive.was_decided": "Chú ý: lần {before} đã có quyết định. Nhận lần {version} rồi thì phải trả "
    "lời lại cho lần này, vì nơi gửi không nhận kết quả của lần cũ.",
    "receive.changed_meanwhile": "Tệp «{file}» đã đổi sau khi được kiểm tra. Hãy chọn lại tệp.",
    "receive.operation": "Nhận hồ sơ của {office}, đợt {round}, lần {version}",
    "receive.operation_link": "Nối {name} (hồ sơ nhận) với sổ",
    "receive.done_moi": "Đã nhận hồ sơ mới {submission}: {office}, {round}, {authority}, lần "
    "{version}; {count} đề nghị.",
    "receive.done_thay": "Đã nhận lần {version} thay lần {before} của hồ sơ {submission}: {office}, "
    "{round}, {authority}; {count} đề nghị.",
    "receive.done_giong": "Gói này đã nhận rồi (hồ sơ {submission}: {office}, {round}, lần "
    "{version}); không có gì thay đổi.",
    "receive.would_moi": "Hồ sơ mới: {office}, {round}, {authority}, lần {version}; {count} đề nghị.",
    "receive.would_thay": "Lần {version} thay lần {before} của hồ sơ {submission}: {office}, "
    "{round}, {authority}; {count} đề nghị.",
    "receive.would_giong": "Gói này đã nhận rồi (hồ sơ {submission}: {office}, {round}, lần "
    "{version}).",
    "receive.differs": "Khác lần trước – {name}: {part} «{old}» → «{new}»",
    "receive.came_in": "Khác lần trước – {name}: thêm đề nghị {new}",
    "receive.went_out": "Khác lần trước – {name}: rút đề nghị {old}",
    "receive.asked": "(đã trả lại để sửa).",
    "receive.not_asked": "(không nằm trong phần đã trả lại).",
    "receive.file_changed": "Khác lần trước – tệp {name} có nội dung khác.",
    "receive.file_added": "Khác lần trước – thêm tệp {name}.",
    "receive.file_removed": "Khác lần trước – không còn tệp {name}.",
    "receive.double": "Có thể trùng – {name}, {award}: {kind} ({office}, {round}: {other}).",
    "receive.lacks": "Thiếu – {title}.",
    "receive.lacks_of": "Thiếu – {title} của {name}.",
    "receive.signed_copy": "{title}: bản đã ký (06-ban-ky/to-trinh.pdf)",
    "receive.row": "{submission}  {office}, {round}, {authority}, lần {version}: {state}.",
    "receive.state_cho_xu_ly": "chờ xử lý",
    "receive.state_da_tra_lai": "đã trả lại",
    "receive.state_da_quyet_dinh": "đã có quyết định",
    "receive.nothing": "Chưa nhận hồ sơ nào.",
    "receive.nominee": "  {code}  {name}, {award}",
    "reply.operation": "Trả lời {office}, đợt {round}: {outcome}",
    "reply.written": "{outcome}: trả lời {office}, đợt {round}, lần {version}: {path}",
    "reply.nothing_returned": "Chưa đánh dấu gì để trả lại, cũng chưa có quyết định. Hãy nêu ít nhất "
    "một chỗ cần sửa kèm lý do, hoặc điền quyết định.",
    "reply.reason_missing": "Mỗi chỗ trả lại cần một lý do để nơi gửi biết phải sửa gì.",
    "reply.paper_unnamed": "Trả lại văn bản thì nêu tên tệp; phần khác thì không.",
    "reply.part_of_nobody": "Trả lại chung cho hồ sơ thì chỉ chọn «Cả đề nghị» hoặc «Văn bản».",
    "reply.signed_of_nothing": "Bản ký chỉ đi cùng quyết định, không đi cùng hồ sơ trả lại.",
    "reply.both": "Một trả lời hoặc trả lại, hoặc quyết định, không cả hai.",
    "reply.decision_lacks": "Quyết định còn thiếu: {field}.",
    "reply.field_number": "số quyết định",
    "reply.field_issuer": "cơ quan ban hành",
    "reply.day_future": "Ngày quyết định {day} còn ở phía trước.",
    "reply.refusal_unexplained": "{recipient} không được khen: cần ghi lý do.",
    "reply.given_unnamed": "{recipient} được khen: cần ghi tên danh hiệu, hình thức.",
    "reply.complaint": "Lý do nhắc đến đơn thư, khiếu nại hoặc tố cáo. Việc ấy không được ghi trong "
    "văn bản gửi đi; hãy ghi: «{neutral}»",
    "reply.answer_broken": "«{file}» không phải JSON đúng cách (UTF-8).",
    "reply.answer_field": "Tệp trả lời: trường «{field}» thiếu hoặc sai.",
    "reply.flag": "Trả lại – {name}, {part}: {reason}",
    "reply.flag_paper": "Trả lại – {name}, văn bản {file}: {reason}",
    "reply.flag_file": "Trả lại – văn bản {file}: {reason}",
    "reply.flag_dossier": "Trả lại – cả hồ sơ: {reason}",
    "reply.granted": "Được khen – {name}: {award}",
    "reply.refused": "Không được khen – {name}: {reason}",
    "answer.operation": "Nhận trả lời của {office}, đợt {round}: {outcome}",
    "answer.taken": "{outcome}: {office} trả lời đợt {round}, {authority}, lần {version}.",
    "answer.again": "Trả lời này đã nhận rồi ({office}, đợt {round}, {authority}, lần {version}: "
    "{outcome}); không có gì thay đổi.",
    "answer.decision_line": "Quyết định số {number} ngày {day} của {issuer}: {granted} được khen, "
    "{refused} không được khen.",
    "answer.signed_name": "Quyết định số {number}.pdf",
    "answer.signed_not_pdf": "Bản ký quyết định trong «{file}» không phải PDF. Sổ chưa có gì thay đổi.",
    "answer.other_office": "Trả lời này gửi cho {office} ({province}), không phải cơ quan mình.",
    "answer.never_sealed": "Trả lời này nói về đợt {round}, {authority}, lần {version}, nhưng sổ chưa "
    "chốt hồ sơ nào của cấp ấy.",
    "answer.old_version": "Trả lời này nói về lần {version} của đợt {round}; hồ sơ đã chốt lại thành "
    "lần {newer}. Hãy gửi lần mới và chờ trả lời cho lần ấy.",
    "answer.other_package": "Trả lời này nói về một gói khác của đợt {round}, lần {version}: mã "
    "sha256 không khớp gói đã chốt trong sổ.",
    "answer.has_decision": "Đợt {round}, {authority} đã có quyết định. Muốn nhận trả lời số {number} "
    "thì trước hết hoàn tác lần nhận quyết định.",
    "answer.older_reply": "Trả lời số {number} của đợt {round}, {authority} cũ hơn trả lời số "
    "{newer} đã nhận.",
    "answer.nomination_gone": "Trả lời nhắc đến đề nghị mà đợt này không còn: {recipient}, {award}.",
    "answer.locked": "{name}: {part} đã chốt và không nằm trong phần được trả lại của đợt {round} "
    "({authority}), nên không sửa được.",
    "answer.decided_change": "{name}: đợt {round} đã có quyết định của {authority}, nên không sửa "
    "được nữa.",
    "answer.list_closed": "Danh sách trình {authority} của đợt {round} đã chốt: chỉ sửa phần được "
    "trả lại, không thêm đề nghị. Hãy đưa vào đợt khác.",
    "answer.papers_closed": "Văn bản chung của hồ sơ trình {authority}, đợt {round} đã chốt và không "
    "được trả lại, nên không sửa được.",
    "answer.decided": "Hồ sơ đợt {round} trình {authority} đã có quyết định; không chốt lại nữa.",
    "answer.state_da_chot": "đã chốt, chờ trả lời",
    "answer.state_bi_tra_lai": "bị trả lại",
    "answer.state_co_ket_qua": "có kết quả",
    "error.help_receive": "nhận gói hồ sơ của cơ quan khác, hoặc trả lời cho hồ sơ của mình",
    "error.help_received": "hồ sơ đã nhận, hoặc chi tiết một hồ sơ",
    "error.help_reply": "trả lời một hồ sơ đã nhận: trả lại kèm lý do, hoặc quyết định",
    "error.help_password_file": "tệp chứa mật khẩu ở dòng đầu",
    "error.help_receive_dry": "chỉ xem, chưa nhận",
    "error.help_answer": "tệp JSON nêu chỗ trả lại, hoặc quyết định và kết quả (docs/goi_ho_so.md)",
    "error.help_signed": "bản ký quyết định (PDF)",
    "error.password_file_empty": "«{path}» không có mật khẩu ở dòng đầu.",
}

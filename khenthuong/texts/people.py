"""Sổ over time: evidence, duplicates merged, people who moved, units merged or renamed."""

from __future__ import annotations

_EVIDENCE: dict[str, str] = {
    "operation.proof": "Gắn minh chứng cho đề nghị của {code} trong đợt {round}",
    "operation.unproof": "Gỡ minh chứng khỏi đề nghị của {code} trong đợt {round}",
    "evidence.not_nominated": "Đề nghị của {recipient} không còn trong đợt này, nên không gắn minh "
    "chứng được.",
    "evidence.of_achievement": "thành tích {code} của {name}",
    "evidence.of_nomination": "đề nghị của {name}, đợt {round}",
    "evidence.content_proof": "Minh chứng «{label}» – {name}: {file}",
    "evidence.gone": "Không niêm phong được: tệp minh chứng gắn với đề nghị của {name} không còn "
    "trong kho: {files}. Hãy thêm lại tệp, hoặc gỡ nó khỏi đề nghị.",
}

_MERGING: dict[str, str] = {
    "operation.merge": "Gộp {name} ({gone}) vào {kept}",
    "merge.not_alike": "Chỉ gộp được hai dòng khác nhau cùng loại: hai cá nhân, hai hộ hoặc hai tập thể.",
    "merge.already": "Một trong hai dòng đã được gộp vào dòng khác.",
    "merge.same_dossier": "Cả hai cùng có trong hồ sơ đã niêm phong của đợt {rounds}: đó là hai đề nghị "
    "đã trình, gộp lại sẽ làm sổ khác hồ sơ. Hãy để nguyên.",
    "merge.certificate": "{code} đã có giấy khen vào sổ vàng hoặc lời ghi riêng trên giấy: hãy giữ Mã "
    "{code} và gộp dòng kia vào (bấm «Đổi chiều»). Nếu cả hai đều có giấy thì không gộp được.",
    "merge.both_answered": "Cả hai đều đã có báo cáo trong đợt {rounds}: hãy rút một đề nghị trước khi gộp.",
    "merge.refused": "Không gộp được. {reason}",
    "merge.unanswered": "Còn chỗ khác nhau chưa chọn: {fields}.",
    "merge.restore": "{name} ({gone}) đã được gộp vào {kept}; muốn tách lại thì hoàn tác lần gộp ở «Lịch sử "
    "thay đổi» (Ctrl+H).",
    "fault.former_code": "Mã «{found}» là mã cũ, đã gộp vào «{code}»: máy hiểu là «{code}».",
    "fault.former_twice": "Mã cũ «{found}» đã gộp vào «{code}», mà «{code}» cũng có trong tệp: bỏ qua dòng này.",
    "label.Likeness.cung_can_cuoc": "Cùng số căn cước",
    "label.Likeness.cung_ten_ngay_sinh": "Cùng tên, ngày sinh khớp",
    "label.Likeness.cung_ten_tap_the": "Cùng tên, cùng tập thể",
    "label.Likeness.gan_giong": "Tên gần giống, cùng ngày sinh và tập thể",
    "label.Likeness.cung_ten": "Cùng tên",
}

_MOVING: dict[str, str] = {
    "operation.move_people": "Chuyển {count} người về {unit} từ {day}",
    "move.to_come": "Ngày {day} chưa tới: sổ ghi tập thể của hôm nay. Hãy chuyển khi đến ngày.",
    "move.already_there": "{name} đang ở tập thể đó rồi.",
    "move.later_step": "{name}: «Quá trình» đã có dòng từ {start}, không sớm hơn ngày chuyển. Hãy sửa dòng "
    "đó, hoặc chọn ngày muộn hơn.",
    "move.which_unit": "Hãy chọn tập thể chuyển đến.",
    "move.no_unit": "«{unit}» không phải tập thể.",
    "move.closed": "«{unit}» không còn từ ngày {day}.",
    "operation.unit_change": "Ghi {kind} {olds} từ {day}",
    "reform.sap_nhap": "Sáp nhập cần ít nhất một tập thể cũ và đúng một tập thể nhận.",
    "reform.chia_tach": "Chia tách cần một tập thể cũ và từ hai tập thể mới.",
    "reform.doi_ten": "Đổi tên cần một tập thể cũ và một tên mới.",
    "reform.giai_the": "Giải thể thì không có tập thể nhận.",
    "reform.to_come": "Ngày {day} chưa tới. Hãy ghi khi quyết định đã có hiệu lực.",
    "reform.old_and_new": "Một tập thể không thể vừa là tập thể cũ vừa là tập thể nhận: hãy lập tập thể mới.",
    "reform.closed": "«{unit}» đã thôi từ ngày {day}.",
    "reform.until": "{unit} (thôi từ {day})",
    "reform.people_stay": "Người của tập thể giải thể vẫn ghi ở đó cho đến khi được chuyển.",
    "reform.not_carried": "Xếp loại và khen thưởng của tập thể cũ vẫn là của tập thể cũ, không cộng cho tập thể "
    "mới: các văn bản chương trình có không nói thành tích được chuyển tiếp.",
    "reform.first_gets_all": "Mọi người, tổ và hộ chuyển về tập thể nhận đầu tiên; ai về tập thể khác thì chuyển "
    "tiếp bằng «Chuyển tập thể…».",
    "reform.made_like_first": "Tập thể mới lấy loại, khu vực, cấp quản lý, địa bàn của tập thể cũ đầu tiên; người "
    "đứng đầu và số người để trống cho đến khi điền.",
}

_USES: dict[str, str] = {
    "use.won": "{award} năm {year} của {name} (quyết định {decision}).",
    "use.sealed": "Đề nghị {award} cho {name}, {round} (hồ sơ đã niêm phong).",
    "use.open": "Đề nghị {award} cho {name}, {round} (đợt còn mở).",
    "effect.hold": "Đang còn hiệu lực: chưa xét đến bất kỳ đề nghị nào tiếp nhận trong thời gian này. «{label}», "
    "{cite} (căn cứ: {checked}).",
    "effect.hold_unsure": "Đang còn hiệu lực: có thể chưa được xét đến; «{label}», {cite} (căn cứ: {checked}) nên máy "
    "để đối chiếu.",
    "effect.barred_unsure": "Có thể không được xét đến năm {years}: «{label}», {cite} (căn cứ: {checked}) nên máy để "
    "đối chiếu.",
    "effect.hold_over": "Đã hết từ {end}: không còn làm dừng việc xét. «{label}», {cite} (căn cứ: {checked}).",
    "effect.barred": "Không xét đến năm {years} theo «{label}», {cite} (căn cứ: {checked}).",
    "effect.compared": "Năm {compared} phải đối chiếu theo «{label}», {cite} (căn cứ: {checked}).",
    "effect.part": "Năm {compared} là năm kỷ luật kết thúc: văn bản không nói có xét cả năm hay không, nên máy "
    "để đối chiếu.",
}

TEXTS: dict[str, str] = {**_EVIDENCE, **_MERGING, **_MOVING, **_USES}

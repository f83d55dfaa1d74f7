"""Sentences for people: what is wrong with a package, and what verifying says."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "package.help_pdf": "kèm bản PDF cạnh mỗi văn bản Word (cần LibreOffice hoặc Word)",
    "package.verified": "Gói nguyên vẹn: {file}. {office}, đợt {round}, lần {version}; {count} đề "
    "nghị, {files} tệp.",
    "package.refused": "KHÔNG DÙNG gói {file}: có {count} chỗ sai. Hãy đề nghị nơi gửi chép lại "
    "hoặc đóng gói lại.",
    "package.not_zip": "«{file}» không phải gói hồ sơ (không phải zip), bị cắt cụt hoặc phần mục "
    "lục bên trong không khớp.",
    "package.hidden_bytes": "Gói có dữ liệu lạ xen trước, giữa hoặc sau các tệp.",
    "package.too_many": "Gói có {count} tệp, nhiều hơn mức {most}.",
    "package.too_large": "Gói giải nén ra {size} MB, lớn hơn mức {most} MB.",
    "package.bomb": "Tệp «{name}» giải nén ra lớn bất thường.",
    "package.lying_size": "Tệp «{name}» khai sai độ lớn.",
    "package.broken": "Tệp «{name}» hỏng: dữ liệu không khớp mã kiểm tra của zip.",
    "package.repeated": "Tên «{name}» có hai lần trong gói.",
    "package.link": "«{name}» là lối tắt, không phải tệp.",
    "package.not_file": "«{name}» là thư mục hoặc mục đặc biệt, không phải tệp thường.",
    "package.encrypted": "Tệp «{name}» có mật khẩu.",
    "package.method": "Tệp «{name}» nén theo cách không được dùng trong gói hồ sơ.",
    "package.name_length": "Tên «{name}» trống hoặc quá dài.",
    "package.name_backslash": "Tên «{name}» có dấu gạch chéo ngược.",
    "package.name_absolute": "Tên «{name}» là đường dẫn tuyệt đối, trỏ ra ngoài gói.",
    "package.name_outside": "Tên «{name}» trỏ ra ngoài gói.",
    "package.name_device": "Tên «{name}» là tên thiết bị của Windows, không mở được.",
    "package.name_not_plain": "Tên «{name}» có ký tự ngoài chữ không dấu, số, dấu chấm, gạch nối, "
    "gạch dưới; hoặc quá nhiều thư mục lồng nhau.",
    "package.no_manifest": "Gói thiếu manifest.json nên không kiểm tra được gì.",
    "package.manifest_broken": "manifest.json không đọc được (không phải JSON UTF-8 đúng cách).",
    "package.manifest_version": "manifest.json ghi phiên bản «{found}»; chương trình này chỉ đọc "
    "được phiên bản {known}. Gói của bản mới hơn thì hãy cập nhật chương trình rồi nhận lại.",
    "package.manifest_lacks": "manifest.json thiếu trường «{field}».",
    "package.manifest_field": "manifest.json: trường «{field}» sai kiểu hoặc sai giá trị.",
    "package.missing": "Thiếu tệp «{name}».",
    "package.added": "Có tệp lạ «{name}», manifest.json không ghi.",
    "package.renamed": "Tệp «{old}» bị đổi tên thành «{name}».",
    "package.changed": "Tệp «{name}» đã bị sửa sau khi đóng gói.",
    "package.source_not_file": "Không đóng gói được «{name}»: «{path}» là lối tắt hoặc không phải "
    "tệp thường.",
    "package.source_large": "Không đóng gói được «{name}»: lớn hơn {most} MB. Hãy giảm độ lớn "
    "(ảnh, bản quét) rồi thử lại.",
}

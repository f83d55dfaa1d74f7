"""What the operating system says when it refuses, in the clerk's language.

Python passes on the words of Linux, and on Windows those of the C library or of Windows itself (in
English, whatever the language, for the C library).
"""

from __future__ import annotations

_HELD = "tệp đang mở ở chương trình khác (Word, WPS, Excel…), đóng rồi thử lại"
_FULL = "ổ đĩa đầy"
_RIGHTS = "không có quyền, hoặc tệp đang mở ở chương trình khác"
_GONE = "không có tệp hoặc thư mục này"
_READ_ONLY = "ổ đĩa hoặc thư mục chỉ cho đọc"
_LONG = "đường dẫn quá dài"
_UNPLUGGED = "ổ đĩa không đọc, ghi được (USB bị rút, ổ hỏng)"

_WORDS = {
    "permission denied": _RIGHTS,
    "operation not permitted": _RIGHTS,
    "access is denied": _RIGHTS,
    "the process cannot access the file because it is being used by another process": _HELD,
    "the process cannot access the file because another process has locked a portion of the file": (
        _HELD
    ),
    "no space left on device": _FULL,
    "there is not enough space on the disk": _FULL,
    "disk quota exceeded": _FULL,
    "no such file or directory": _GONE,
    "the system cannot find the file specified": _GONE,
    "the system cannot find the path specified": _GONE,
    "read-only file system": _READ_ONLY,
    "the media is write protected": _READ_ONLY,
    "file name too long": _LONG,
    "the filename or extension is too long": _LONG,
    "the filename, directory name, or volume label syntax is incorrect": "tên không hợp lệ",
    "invalid argument": "tên không hợp lệ hoặc ổ đĩa từ chối",
    "is a directory": "đây là thư mục, không phải tệp",
    "not a directory": "đây là tệp, không phải thư mục",
    "file exists": "đã có tệp tên này",
    "directory not empty": "thư mục không trống",
    "input/output error": _UNPLUGGED,
    "the device is not ready": _UNPLUGGED,
    "no such device": _UNPLUGGED,
    "too many open files": "máy mở quá nhiều tệp, đóng bớt chương trình",
    "too many levels of symbolic links": "liên kết chạy vòng",
    "the network path was not found": "không thấy ổ mạng",
    "database or disk is full": _FULL,
    "attempt to write a readonly database": _READ_ONLY,
    "unable to open database file": "không mở được tệp sổ",
    "disk i/o error": _UNPLUGGED,
}


def in_vietnamese(reason: str) -> str:
    """The system's words in Vietnamese; unknown ones as they are."""
    return _WORDS.get(reason.strip().rstrip(".").lower(), reason)

"""What several templates share: the committee's heading, its signature, deliberate blanks."""

from __future__ import annotations

from the_thuc import NBSP, heading, para, tag

COMMITTEE = para("ỦY BAN NHÂN DÂN", "CoQuan") + para("{{ co_quan.noi | hoa }}", "CoQuan")
SO = f"Số:{NBSP}"
END = para("", "KhoangTrong", extra='<w:keepNext w:val="0"/>'
           '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>')
"""The paragraph Word wants after a closing table, next to invisible."""
GAP = para("", "KhoangTrong")


def office_heading() -> str:
    """Quốc hiệu, the committee, số ký hiệu and địa danh of a paper on demand."""
    return heading(COMMITTEE, number=SO + "{{ van_ban_nay.so }}",
                   date="{{ co_quan.dia_danh }}, {{ van_ban_nay.ngay }}")


def committee_signature(*, on_behalf: bool = True) -> str:
    """The signer's block: TM. the committee (or in his own right), KT. where a deputy signs."""
    first = para("{{ ky.thay_mat }}", "ChuKy") if on_behalf else ""
    return (
        first + tag("if ky.quyen_han") + para("{{ ky.quyen_han }}", "ChuKy") + tag("endif")
        + para("{{ ky.chuc_vu }}", "ChuKy") + para("{{ nguoi_ky }}", "NguoiKy")
    )

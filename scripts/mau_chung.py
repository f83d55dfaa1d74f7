"""What several templates share: the committee's heading, its signature, deliberate blanks."""

from __future__ import annotations

from collections.abc import Sequence

from the_thuc import NBSP, Cell, heading, para, row, row_tag, table, tag, text_cell

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


def grid(
    source: str, columns: Sequence[tuple[str, str, str, float]], *, small: bool = False,
    signed: bool = False,
) -> str:
    """A table with one row per row of a list; `signed` holds its last two rows to what follows."""
    widths = [width for *_, width in columns]
    head = "ONhoDau" if small else "ODau"
    loose, kept = (
        row([text_cell(_printed(key), style, keep=keep) for _, key, style, _ in columns], widths)
        for keep in (False, True)
    )
    rows = [loose] if not signed else [
        row_tag("if loop.revindex > 2", widths), loose, row_tag("else", widths), kept,
        row_tag("endif", widths),
    ]
    return table([
        row([Cell(para(title_, head)) for title_, *_ in columns], widths, head=True),
        row_tag(f"for d in {source}", widths), *rows, row_tag("endfor", widths),
    ], widths)


def _printed(key: str) -> str:
    """The cell's text for a column's key; a key in braces is already one."""
    return key if "{" in key else "{{ d." + key + " }}"

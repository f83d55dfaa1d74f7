"""What several templates share: the committee's heading, its signature, deliberate blanks."""

from __future__ import annotations

from collections.abc import Sequence

from the_thuc import NBSP, Cell, heading, para, row, row_tag, section, table, tag, text_cell

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


def letter_heading(subject: str) -> str:
    """The head of a letter (Mẫu 1.5): «V/v …» under the number instead of a type's name."""
    number = para(SO + "{{ van_ban_nay.so }}", "SoKyHieu") + para(
        f"V/v {subject}", "SoKyHieu", extra='<w:spacing w:before="120"/>'
    )
    return heading(COMMITTEE, number=number, date="{{ co_quan.dia_danh }}, {{ van_ban_nay.ngay }}")


def grouped(source: str, columns: Sequence[tuple[str, str, str, float]]) -> str:
    """Groups I, II, III with rows numbered from 1 in each."""
    widths = [width for *_, width in columns]
    rows = [row([Cell(para(head, "ODau")) for head, *_ in columns], widths, head=True)]
    rows += [row_tag(f"for n in {source}", widths)]
    rows += [row([text_cell("{{ n.so }}", "ONhomGiua"),
                  text_cell("{{ n.ten | hoa }} ({{ n.so_luong }})", "ONhom", len(widths) - 1)],
                 widths)]
    rows += [row_tag("for d in n.dong", widths)]
    rows += [row([text_cell(_printed(key), style) for _, key, style, _ in columns], widths)]
    rows += [row_tag("endfor", widths), row_tag("endfor", widths)]
    return table(rows, widths)


def annex(titles: Sequence[str], note: str) -> list[str]:
    """Phụ lục on pages of its own, numbered from 1 again, with its title and what it goes with."""
    return [
        para("", "KhoangTrong", extra='<w:keepNext w:val="0"/>' + section()),
        para("Phụ lục", "TenLoai", extra='<w:spacing w:before="0"/>'),
        *(para(text, "TenLoai", extra='<w:spacing w:before="0"/>') for text in titles),
        para(note, "KemTheo", extra='<w:spacing w:after="200"/>'),
    ]


def can_cu(last: str = "") -> list[str]:
    """Căn cứ, one per line; the last ends with a full stop unless something follows."""
    end = ";" if last else "{% if loop.last %}.{% else %};{% endif %}"
    lines = [tag("for c in can_cu"), para("Căn cứ {{ c.noi_dung }}" + end, "CanCu"), tag("endfor")]
    return [*lines, para(last, "CanCu")] if last else lines

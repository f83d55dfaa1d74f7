"""A paper of the whole dossier against the books: counts, lists, numbers, dates, money, signers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from khenthuong import texts
from khenthuong.documents import readback_statements as statements
from khenthuong.documents.filters import in_words, long_date, number, padded
from khenthuong.documents.readback import words
from khenthuong.documents.readback_lists import ListKind, StatedList, figure, lists
from khenthuong.documents.readback_statements import Amount, StatedDate
from khenthuong.documents.wording import in_office
from khenthuong.domain import crosscheck
from khenthuong.domain.criteria import LegalText
from khenthuong.domain.crosscheck import (
    ListRow,
    Mismatch,
    Place,
    RowDifference,
    Severity,
    StatedCount,
)
from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.vietnamese import fold
from khenthuong.services.dossier.crosscheck_expected import Sheet

_VOTES = (crosscheck.AGREE, crosscheck.DISAGREE, crosscheck.INVALID, crosscheck.SHARE)
_ROW_CODES = {
    crosscheck.NAME: "row_name",
    crosscheck.NAME_UNIT: "row_name",
    crosscheck.POST: "row_post",
    crosscheck.AWARD: "row_award",
    crosscheck.MONEY: "row_money",
}


def compare_paper(sheet: Sheet) -> Iterator[Mismatch]:
    """Everything that a paper of the whole dossier says otherwise than the books."""
    for check in _CHECKS:
        yield from check(sheet)


def _totals(sheet: Sheet) -> Iterator[Mismatch]:
    if not sheet.prints("so_luong"):
        return
    stated = statements.totals(sheet.own_lines)
    if not stated and sheet.edited:
        yield sheet.mismatch("no_total", Place(), "", "", severity=Severity.WARNING)
    for line in dict.fromkeys(count.line for count in stated):
        mine = [count for count in stated if count.line == line]
        place = Place("line", line)
        yield from _against(sheet, "count_total", place, mine, sheet.amounts)


def _against(
    sheet: Sheet,
    code: str,
    place: Place,
    stated: list[StatedCount],
    amounts: Mapping[RecipientKind, int],
) -> Iterator[Mismatch]:
    by_kind = {count.kind: count for count in stated}
    for kind in RecipientKind:
        wanted, count = amounts.get(kind, 0), by_kind.get(kind)
        said = count.figure if count else 0
        if said != wanted:
            yield sheet.mismatch(code, place, _many(kind, said), _many(kind, wanted))
        elif count and count.words and not statements.spelt(count.words, wanted):
            unit = texts.label(kind).lower()
            wording = f"{in_words(wanted)} {unit}"
            yield sheet.mismatch("count_words", place, f"{count.words} {unit}", wording)


def _many(kind: RecipientKind, amount: int) -> str:
    return f"{padded(amount)} {texts.label(kind).lower()}"


def _award_counts(sheet: Sheet) -> Iterator[Mismatch]:
    if not sheet.prints("khen_thuong"):
        return
    expected = sheet.award_counts()
    for award, wanted in expected.items():
        line = next((x for x in sheet.own_lines if fold(award) in fold(x) and x[0] in "-–+"), None)
        if line is None:
            # A decision on one award alone names it in its first article, without a list.
            if fold(award) not in fold(" ".join(sheet.text.lines)):
                yield sheet.mismatch("award_absent", Place(), "", award)
            continue
        amounts = {count.kind: count.figure for count in wanted}
        stated = list(statements.counts(line[line.rfind("”") + 1 :], award))
        yield from _against(sheet, "count_award", Place("line", line), stated, amounts)


def _considered(sheet: Sheet) -> Iterator[Mismatch]:
    if "hop.tong_xet" not in sheet.sources:
        return
    rows = [len(sheet.rows(k)) for k in (ListKind.PROPOSED, ListKind.VOTED_DOWN)]
    listed = {found.kind: len(found.rows) for found in lists(sheet.text)}
    for said, line in statements.considered(sheet.own_lines):
        if said != sum(rows):
            place = Place("line", line)
            yield sheet.mismatch("considered", place, number(said), number(sum(rows)))
        agreed, refused = (listed.get(ListKind.PROPOSED, 0), listed.get(ListKind.VOTED_DOWN, 0))
        if said != agreed + refused:
            sums = f"{agreed} + {refused} = {agreed + refused}"
            yield sheet.mismatch("considered_sum", Place("line", line), number(said), sums)


def _lists(sheet: Sheet) -> Iterator[Mismatch]:
    found = lists(sheet.text)
    for kind in ListKind:
        if not sheet.has_list(kind):
            continue
        mine = [one for one in found if one.kind is kind]
        expected = sheet.rows(kind)
        if not mine and expected:
            yield from _names_only(sheet, expected)
            continue
        columns = [c for c in mine[0].columns] if mine else []
        stated = [row for one in mine for row in one.rows]
        for difference in crosscheck.compare_rows(expected, stated, columns):
            yield _row_mismatch(sheet, kind, difference)
        for one in mine:
            yield from _group_counts(sheet, one)
            yield from _sum_of_money(sheet, one)


def _names_only(sheet: Sheet, expected: tuple[ListRow, ...]) -> Iterator[Mismatch]:
    yield sheet.mismatch("list_not_found", Place(), "", "", severity=Severity.WARNING)
    for row in expected:
        if not sheet.text.holds(row.name):
            seen = crosscheck.closest(row.name, sheet.text.pieces)
            yield sheet.mismatch("name_absent", Place(), seen, row.name, who=row.name)


def _row_mismatch(sheet: Sheet, kind: ListKind, difference: RowDifference) -> Mismatch:
    mine, theirs, column = difference.expected, difference.stated, difference.column
    place = Place("row", theirs.name if theirs else "", theirs.number if theirs else 0)
    if mine is None and theirs is not None:
        return sheet.mismatch("row_extra", place, _told(theirs), "", who=theirs.name)
    assert mine is not None
    if theirs is None:
        table = Place("table", texts.say(f"crosscheck.list.{kind.value}"))
        return sheet.mismatch("row_missing", table, "", _told(mine), who=mine.name)
    code = _ROW_CODES.get(column, "row_votes")
    if column in _VOTES:
        place = Place("votes", texts.say(f"crosscheck.vote.{column}"), theirs.number)
    return sheet.mismatch(
        code,
        place,
        theirs.text(column),
        mine.text(column),
        may_accept=code == "row_post",
        who=mine.text(crosscheck.NAME) or mine.name,
    )


def _told(row: ListRow) -> str:
    parts = (row.name, row.text(crosscheck.POST), row.text(crosscheck.AWARD))
    return " – ".join(part for part in parts if part)


def _group_counts(sheet: Sheet, found: StatedList) -> Iterator[Mismatch]:
    for heading in found.groups:
        stated = list(statements.counts(heading))
        amounts = {c.kind: sheet.amounts.get(c.kind, 0) for c in stated}
        yield from _against(sheet, "count_group", Place("line", heading), stated, amounts)


def _sum_of_money(sheet: Sheet, found: StatedList) -> Iterator[Mismatch]:
    if crosscheck.MONEY not in found.columns or not found.total:
        return
    said = figure(found.total)
    rows = [figure(row.text(crosscheck.MONEY)) for row in found.rows]
    known = [amount for amount in rows if amount is not None]
    place = Place("line", found.total)
    if said is not None and known and len(known) == len(rows) and said != sum(known):
        yield sheet.mismatch("money_sum", place, number(said), number(sum(known)))
    wanted = _bonus_total(sheet)
    if said is not None and wanted is not None and said != wanted:
        yield sheet.mismatch("money_total", place, number(said), number(wanted))


def _bonus_total(sheet: Sheet) -> int | None:
    amounts = [nominee.bonus for nominee in sheet.facts.nominees]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known and len(known) == len(amounts) else None


def _money(sheet: Sheet) -> Iterator[Mismatch]:
    if not sheet.prints("tien_thuong"):
        return
    total = _bonus_total(sheet)
    for amount in statements.amounts(sheet.own_lines):
        yield from _amount(sheet, amount, total)
    for letters, line in statements.in_letters(sheet.own_lines):
        if total is not None and not _spells(letters, total):
            place = Place("line", line)
            yield sheet.mismatch("money_words", place, letters, _letters(total))


def _amount(sheet: Sheet, amount: Amount, total: int | None) -> Iterator[Mismatch]:
    place, salary = Place("line", amount.line), sheet.facts.base_salary
    says = number(amount.figure)
    if amount.before.endswith(("luong co so", "luong co so la")):
        if salary is not None and amount.figure != salary:
            yield sheet.mismatch("base_salary", place, says, number(salary))
    elif "tong" in amount.before and total is not None:
        if amount.figure != total:
            yield sheet.mismatch("money_total", place, says, number(total))
        elif amount.letters and not _spells(amount.letters, total):
            yield sheet.mismatch("money_words", place, amount.letters, _letters(total))


def _letters(total: int) -> str:
    return f"{in_words(total)} {texts.say('crosscheck.currency')}"


def _spells(letters: str, total: int) -> bool:
    return statements.spelt(letters, total, texts.say("crosscheck.currency"))


def _own_number(sheet: Sheet) -> Iterator[Mismatch]:
    name = sheet.own_paper
    if not name:
        return
    said = statements.own_number(sheet.text)
    if said is not None:
        place = Place("number", said)
        yield from _number(sheet, place, said, sheet.number(name), own=True)
    day = statements.own_date(sheet.text)
    if day is not None:
        yield from _date(sheet, Place("date", day.text), day, sheet.date(name), own=True)


def _number(sheet: Sheet, place: Place, said: str, wanted: str, *, own: bool) -> Iterator[Mismatch]:
    written, recorded = statements.has_number(said), statements.has_number(wanted)
    if written and recorded and not statements.same_number(said, wanted):
        yield sheet.mismatch("number" if own else "cited_number", place, said, wanted)
    elif written and not recorded:
        code = "number_unrecorded" if own else "cited_unrecorded"
        yield sheet.mismatch(code, place, said, "", severity=Severity.WARNING)
    elif recorded and not written:
        yield sheet.mismatch("number_blank", place, "", wanted, severity=Severity.WARNING)


def _date(
    sheet: Sheet, place: Place, said: StatedDate, wanted: StatedDate, *, own: bool
) -> Iterator[Mismatch]:
    if said.blank and wanted.day is not None:
        books = words(long_date(wanted.day))
        yield sheet.mismatch("date_blank", place, "", books, severity=Severity.WARNING)
    elif not said.blank and wanted.day is None:
        code = "date_unrecorded" if own else "cited_unrecorded"
        yield sheet.mismatch(code, place, said.text, "", severity=Severity.WARNING)
    elif not said.blank and said.day != wanted.day:
        books = words(long_date(wanted.day))
        yield sheet.mismatch("date" if own else "cited_date", place, said.text, books)


def _citations(sheet: Sheet) -> Iterator[Mismatch]:
    for cited in statements.citations(sheet.own_lines):
        if cited.what == sheet.own_paper:
            continue
        place = Place("line", cited.line)
        yield from _number(sheet, place, cited.number, sheet.number(cited.what), own=False)
        yield from _date(sheet, place, cited.day, sheet.date(cited.what), own=False)


def _bases(sheet: Sheet) -> Iterator[Mismatch]:
    if not sheet.prints("can_cu"):
        return
    day, received = paper_day(sheet), sheet.facts.round.received
    for line in statements.bases(sheet.text.lines):
        text = _cited_text(line, sheet.texts)
        if text is None:
            continue
        place = Place("line", line)
        issued, cited = statements.stated_date(text.name), statements.stated_date(line)
        if issued and cited and issued.day and cited.day and issued.day != cited.day:
            yield sheet.mismatch("basis_date", place, cited.text, issued.text, may_accept=True)
        days = [one for one in (day, received) if one is not None]
        outside = [one for one in days if not _in_force(text, one)]
        if outside:
            severity = Severity.ERROR if len(outside) == len(days) else Severity.WARNING
            span = texts.say("crosscheck.in_force", {"start": text.start, "end": text.end or "…"})
            yield sheet.mismatch(
                "basis_not_in_force", place, text.short, span, severity=severity, may_accept=True
            )


def _in_force(text: LegalText, day: date) -> bool:
    return (text.start is None or text.start <= day) and (text.end is None or day <= text.end)


def _cited_text(line: str, known: tuple[LegalText, ...]) -> LegalText | None:
    wanted, folded = statements.legal_number(statements.before_date(line)), fold(line)
    for text in known:
        names = (text.name, text.short)
        if wanted and any(statements.legal_number(name) == wanted for name in names):
            return text
        title = fold(text.name).partition(" ngay ")[0]
        if not wanted and " ngay " in fold(text.name) and folded.startswith(f"{title} ngay "):
            return text
    return None


def paper_day(sheet: Sheet) -> date | None:
    """The day of a paper: as văn thư recorded it, else as it says itself, else of preparing."""
    given = sheet.facts.numbers.get(sheet.form.id)
    if given and given.day:
        return given.day
    said = statements.own_date(sheet.text)
    return said.day if said and said.day else sheet.facts.prepared_on


def _signatures(sheet: Sheet) -> Iterator[Mismatch]:
    if sheet.prints("ky"):
        for signed in statements.signatures(sheet.text):
            yield from _signature(sheet, signed)


def _signature(sheet: Sheet, signed: statements.Signature) -> Iterator[Mismatch]:
    if not signed.name or not signed.name.strip(". …"):
        return
    place, day = Place("signature", signed.title), paper_day(sheet)
    same = [s for s in sheet.facts.signers if fold(s.name) == fold(signed.name)]
    exact = [s for s in same if crosscheck.same_words(s.name, signed.name)]
    serving = in_office(tuple(exact), day)
    if any(_holds(s.position, signed.title) for s in serving):
        return
    able = [s for s in in_office(sheet.facts.signers, day) if _holds(s.position, signed.title)]
    books = "; ".join(f"{s.name} ({s.position})" for s in able)
    code = "signer_title" if serving else "signer_not_in_office" if exact else "signer_unknown"
    yield sheet.mismatch(code, place, signed.name, books, may_accept=True, who=signed.name)


def _holds(position: str, title: str) -> bool:
    """Whether the title above a name is the position of the books: «CHỦ TỊCH», «TRƯỞNG PHÒNG …»."""
    held, said = fold(position), fold(title).removeprefix("tm. uy ban nhan dan").strip()
    if held.startswith("pho"):
        return "pho" in said.split()
    return "pho" not in said.split() and said.split()[:2] == held.split()[:2]


def _minutes_signed(sheet: Sheet) -> Iterator[Mismatch]:
    if "hop.chu_tri" not in sheet.sources:
        return
    from khenthuong.documents.council_branch import meeting

    held = meeting(sheet.facts)
    for signed in statements.signatures(sheet.text):
        key = "thu_ky" if fold(signed.title).startswith("thu ky") else "chu_tri"
        wanted = words(str(held[key] or ""))
        if signed.name and wanted and not crosscheck.same_words(signed.name, wanted):
            place = Place("signature", signed.title)
            yield sheet.mismatch("minutes_signer", place, signed.name, wanted)


_CHECKS: tuple[Callable[[Sheet], Iterator[Mismatch]], ...] = (
    _totals,
    _award_counts,
    _considered,
    _lists,
    _money,
    _own_number,
    _citations,
    _bases,
    _signatures,
    _minutes_signed,
)

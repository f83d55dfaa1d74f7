"""Sheets of a unit by year: «Khen thưởng theo năm» and the ratings of one year, saved in one go."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from khenthuong import storage, texts
from khenthuong.domain.award_names import award_key, ids_by_key
from khenthuong.domain.criteria import Rulebook
from khenthuong.domain.kinds import RatingLevel, RecipientKind, UnitKind
from khenthuong.domain.records import PastAward, Rating
from khenthuong.domain.register import Recipient
from khenthuong.domain.vietnamese import clean
from khenthuong.domain.years import Year
from khenthuong.errors import UserError
from khenthuong.exchange import choices
from khenthuong.services.workspace import Workspace
from khenthuong.storage.register_list import ListQuery

_SHORT = 14
SEPARATOR = "; "


@dataclass(frozen=True)
class AwardWords:
    """What an award may be called in a cell: `ids` by folded name, `short` the word shown."""

    ids: Mapping[str, str]
    short: Mapping[str, str]
    names: Mapping[str, str]

    def read(self, cell: str) -> tuple[str, tuple[str, ...]]:
        """The cell as it is shown, and those of its names that the catalogue does not know."""
        words = split(cell)
        known = [self.ids.get(award_key(word), "") for word in words]
        shown = [self.short.get(id_, word) for id_, word in zip(known, words, strict=True)]
        unknown = tuple(word for id_, word in zip(known, words, strict=True) if not id_)
        return SEPARATOR.join(shown), unknown


@dataclass(frozen=True)
class YearGrid:
    """Rows (`people`: code, name, about) × columns (`years`): what stands in the books."""

    unit: str
    people: tuple[tuple[str, str, str], ...]
    years: tuple[Year, ...]
    awards: Mapping[tuple[str, Year], tuple[PastAward, ...]]
    words: AwardWords

    def cell(self, code: str, year: Year) -> str:
        """The awards of somebody in a year, by their short names."""
        found = self.awards.get((code, year), ())
        return SEPARATOR.join(_word(self.words, award) for award in found)


@dataclass(frozen=True)
class RatingRow:
    """A row of the ratings of one year; `rating` is None where nothing is on record."""

    code: str
    name: str
    about: str
    rating: Rating | None


def split(cell: str) -> list[str]:
    """The awards named in a cell, between semicolons or on lines of their own."""
    parts = clean(cell).replace("\n", ";").split(";")
    return [word.strip() for word in parts if word.strip()]


def units(ws: Workspace) -> tuple[tuple[str, str], ...]:
    """(code, name) of every unit outside the bin, in Vietnamese order, those that are no more last.

    A unit that was merged, split, renamed or dissolved is said to end: its old years stay open.
    """
    closed = storage.unit_changes.closed_from(ws.books)
    every = storage.register.units(ws.books).values()
    live = tuple((one.code, one.name) for one in every if one.code not in closed)
    return live + tuple(
        (one.code, texts.say("reform.until", {"unit": one.name, "day": closed[one.code]}))
        for one in every
        if one.code in closed
    )


def year_of(ws: Workspace, unit: str) -> Year:
    """The year the unit counts in just now: schools count in school years."""
    today = ws.today()
    known = storage.register.units(ws.books).get(unit)
    if known is not None and known.kind is UnitKind.SCHOOL:
        return Year(today.year - 1, school=True)
    return Year(today.year)


def award_grid(
    ws: Workspace, unit: str, last: Year, count: int, codes: Sequence[str] = ()
) -> YearGrid:
    """The awards of a unit's people, or of just these, in the `count` years up to `last`.

    `unit` "" means the units themselves. A year of the other kind (calendar, school) gets a column
    of its own as soon as something is on record for it, so that nothing is hidden.
    """
    with ws.books.read():
        people = _people(ws, unit, codes)
        mine = {one.code for one in people}
        found: dict[tuple[str, Year], list[PastAward]] = defaultdict(list)
        wanted = {last.back(back) for back in range(count)}
        span = range(last.end - count + 1, last.end + 1)
        for code, awards in storage.records.past_awards(ws.books).items():
            for award in awards:
                if code in mine and (award.year in wanted or award.year.end in span):
                    found[(code, award.year)].append(award)
        years = wanted | {year for _, year in found}
    return YearGrid(
        unit,
        tuple((one.code, one.name, _about(one)) for one in people),
        tuple(sorted(years, key=lambda year: (year.end, year.school))),
        {place: tuple(awards) for place, awards in found.items()},
        award_words(ws.rulebook),
    )


def award_words(rulebook: Rulebook) -> AwardWords:
    """Names, ids and aliases of the catalogue, and the shortest clear word for each award."""
    ids = ids_by_key(rulebook)
    short: dict[str, str] = {}
    for award in rulebook.awards.values():
        fitting = [
            alias
            for alias in award.aliases
            if len(alias) <= _SHORT and ids.get(award_key(alias)) == award.id
        ]
        short[award.id] = min(fitting, key=len, default=award.name)
    return AwardWords(ids, short, {one.id: one.name for one in rulebook.awards.values()})


def save_awards(
    ws: Workspace,
    grid: YearGrid,
    cells: Mapping[tuple[str, Year], str],
    *,
    keep_unknown: bool = False,
) -> int:
    """Write the cells that differ from the grid in one operation; returns how many awards changed.

    An award that stays named in its cell keeps its decision, whatever else is in the cell. Raises
    UserError for a name the catalogue does not know unless `keep_unknown`: then it is kept as
    written, outside the catalogue. Raises BooksError while a removed award is used elsewhere.
    """
    gone: list[PastAward] = []
    new: list[PastAward] = []
    for (code, year), cell in cells.items():
        here = grid.awards.get((code, year), ())
        removed, added = _difference(grid.words, here, cell)
        gone += removed
        new += [_award(grid.words, code, year, word) for word in added]
    unknown = sorted({one.award_name for one in new if not one.award})
    if unknown and not keep_unknown:
        raise UserError("error.awards_unknown", awards=unknown)
    if not gone and not new:
        return 0
    arguments = {"count": len(gone) + len(new), "unit": _name(ws, grid.unit)}
    with ws.books.write(texts.say("operation.awards_by_year", arguments)):
        for award in gone:
            storage.records.remove(ws.books, award)
        for award in new:
            storage.records.save(ws.books, award)
    return len(gone) + len(new)


def rating_rows(
    ws: Workspace, unit: str, year: Year, codes: Sequence[str] = ()
) -> tuple[RatingRow, ...]:
    """The people of a unit ("" = the units themselves), or just these, and their ratings."""
    with ws.books.read():
        people = _people(ws, unit, codes)
        found = storage.records.ratings(ws.books)
        return tuple(
            RatingRow(
                one.code,
                one.name,
                _about(one),
                next((r for r in found.get(one.code, ()) if r.year == year), None),
            )
            for one in people
        )


def save_ratings(
    ws: Workspace, unit: str, year: Year, wanted: Sequence[tuple[RatingRow, Rating | None]]
) -> int:
    """Make these the ratings of a year, None taking one out; one operation; returns how many."""
    changed = [(row, rating) for row, rating in wanted if rating != row.rating]
    if not changed:
        return 0
    arguments = {"count": len(changed), "unit": _name(ws, unit), "year": str(year)}
    with ws.books.write(texts.say("operation.ratings_of_year", arguments)):
        for row, rating in changed:
            if rating is not None:
                storage.records.save(ws.books, rating)
            elif row.rating is not None:
                storage.records.remove(ws.books, row.rating)
    return len(changed)


def read_level(text: str) -> RatingLevel:
    """A rating by its code, its name or what people call it; raises ValueError."""
    found = choices.find(RatingLevel, text)
    if not isinstance(found, RatingLevel):
        raise ValueError(text)
    return found


def rating_of(
    row: RatingRow,
    year: Year,
    level: RatingLevel | None,
    points: Decimal | None,
    decision: tuple[str, date | None],
) -> Rating | None:
    """The rating a row of the sheet says; None when it says nothing."""
    if level is None and points is None:
        return None
    return Rating(row.code, year, level, points, *decision)


def _people(ws: Workspace, unit: str, codes: Sequence[str]) -> tuple[Recipient, ...]:
    if codes:
        return tuple(storage.register.many(ws.books, codes).values())
    if not unit:
        return tuple(storage.register.units(ws.books).values())
    query = ListQuery(RecipientKind.PERSON, passing={"unit": [unit]})
    found = storage.register_list.codes(ws.books, query)
    return tuple(storage.register.many(ws.books, found).values())


def _about(one: Recipient) -> str:
    return str(getattr(one, "position", ""))


def _name(ws: Workspace, unit: str) -> str:
    if not unit:
        return texts.say("operation.all_units")
    return storage.register.unit_names(ws.books, [unit]).get(unit, unit)


def _word(words: AwardWords, award: PastAward) -> str:
    return words.short.get(award.award, award.award_name)


def _difference(
    words: AwardWords, here: Iterable[PastAward], cell: str
) -> tuple[list[PastAward], list[str]]:
    """Awards no longer named in the cell, and words naming an award that is not there yet."""
    wanted = Counter(split(words.read(cell)[0]))
    gone: list[PastAward] = []
    for award in here:
        # A name on record may hold a semicolon itself: it is split as the cell was.
        needed = Counter(split(_word(words, award)))
        if all(wanted[word] >= count for word, count in needed.items()):
            wanted -= needed
        else:
            gone.append(award)
    return gone, list(wanted.elements())


def _award(words: AwardWords, code: str, year: Year, word: str) -> PastAward:
    id_ = words.ids.get(award_key(word), "")
    return PastAward(code, year, words.names.get(id_, word), id_)

"""Gói quy định: hand what was compared and filled in to another office, and take hers over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from khenthuong import storage, texts
from khenthuong.catalog.overlay_file import save
from khenthuong.catalog.pack_file import pack_table, read_pack
from khenthuong.domain.criteria import Confirmation
from khenthuong.domain.names import slug
from khenthuong.domain.province import ProvinceValue, RulePack
from khenthuong.errors import UserError
from khenthuong.services.appraisal import checking
from khenthuong.services.paperwork import asking
from khenthuong.services.rulebook import confirmations, province_values
from khenthuong.services.workspace import Workspace
from khenthuong.storage.office import get_office


class Effect(StrEnum):
    """What taking a line over does."""

    NEW = "new"
    SAME = "same"
    KEPT = "kept"
    REPLACES = "replaces"


@dataclass(frozen=True)
class PackLine:
    """One confirmation or value of a pack: what it is, what it says, what we have of it now."""

    what: str
    says: str
    effect: Effect
    now: str
    given: Confirmation | ProvinceValue

    @property
    def effect_words(self) -> str:
        """«Thêm», «Giữ của mình» …"""
        return texts.say(f"pack.{self.effect.value}")

    @property
    def taken(self) -> bool:
        """Whether taking the pack over writes this line."""
        return self.effect in (Effect.NEW, Effect.REPLACES)


@dataclass(frozen=True)
class PackPlan:
    """What taking a pack over would do; `source` is who it comes from."""

    pack: RulePack
    source: str
    lines: tuple[PackLine, ...]

    @property
    def changes(self) -> int:
        """How many lines would be written."""
        return sum(line.taken for line in self.lines)


def file_name(ws: Workspace) -> str:
    """A plain name for the pack of this office."""
    office = get_office(ws.books)
    name = slug(office.name if office else "", 40).replace("-", "_")
    return texts.say("pack.file", {"office": name})


def export(ws: Workspace, path: Path) -> RulePack:
    """Write all confirmations and values of the province as one file; returns what it holds.

    Raises UserError when there is nothing, CatalogError when the file cannot be written.
    """
    office = get_office(ws.books)
    pack = RulePack(
        office=office.name if office else "",
        province=office.province if office else "",
        made_on=ws.today(),
        confirmations=tuple(confirmations.by_key(ws).values()),
        values=province_values.filled(ws),
    )
    if not pack.confirmations and not pack.values:
        raise UserError("pack.nothing")
    arguments = {"office": pack.office, "day": pack.made_on}
    remarks = (texts.say("pack.remark", arguments), texts.say("pack.remark_use"))
    save(path, pack_table(pack, ws.rulebook), remarks)
    return pack


def plan(ws: Workspace, path: Path) -> PackPlan:
    """Read a pack and say what taking it over would do; changes nothing.

    Raises CatalogError naming file, place, line, key and remedy.
    """
    ids = [one.id for one in province_values.open_values(ws.rulebook)]
    pack = read_pack(path, ws.rulebook, ids)
    lines = (*_confirmation_lines(ws, pack), *_value_lines(ws, pack))
    return PackPlan(pack, pack.office, lines)


def apply(ws: Workspace, found: PackPlan) -> int:
    """Take a pack over: own confirmations and values stay; returns how many lines were written.

    The confirmations are one operation of the history; raises CatalogError, before anything is
    written to the books, when the file of values cannot be written.
    """
    taken = [line.given for line in found.lines if line.taken]
    values = [one for one in taken if isinstance(one, ProvinceValue)]
    if values:
        kept = [
            one
            for one in province_values.filled(ws)
            if not any(one.overlaps(other) for other in values)
        ]
        province_values.write(ws, [*kept, *values])
    with ws.books.write(texts.say("operation.pack", {"office": found.source})):
        for one in taken:
            if isinstance(one, Confirmation):
                storage.rounds.confirm(ws.books, one)
    return len(taken)


def _confirmation_lines(ws: Workspace, pack: RulePack) -> Iterator[PackLine]:
    known = confirmations.by_key(ws)
    for given in pack.confirmations:
        ours = replace(given, source=given.source or pack.office)
        old = known.get((given.award, given.criterion))
        criterion = confirmations.find(ws.rulebook, given.award, given.criterion)
        award = ws.rulebook.awards.get(given.award)
        arguments = {
            "label": criterion.label,
            "award": award.name if award else texts.say("rules.common"),
        }
        yield PackLine(
            what=texts.say("pack.confirmation", arguments),
            says=checking.confirmation_sentence(ours),
            effect=_effect(ours, old, own=old is not None and not old.source),
            now=checking.confirmation_sentence(old) if old else "",
            given=ours,
        )


def _value_lines(ws: Workspace, pack: RulePack) -> Iterator[PackLine]:
    known = province_values.filled(ws)
    for given in pack.values:
        ours = replace(given, source=given.source or pack.office)
        old = next((one for one in known if one.overlaps(ours)), None)
        own = any(one.overlaps(ours) and not one.source for one in known)
        yield PackLine(
            what=_value_words(ws, ours),
            says=province_values.document_name(ours),
            effect=_effect(ours, old, own=own),
            now=_value_words(ws, old) if old else "",
            given=ours,
        )


def _effect(given: object, old: object, *, own: bool) -> Effect:
    if old is None:
        return Effect.NEW
    if _bare(given) == _bare(old):
        return Effect.SAME
    return Effect.KEPT if own else Effect.REPLACES


def _bare(value: object) -> object:
    # Who it came from does not make it another confirmation.
    if isinstance(value, Confirmation | ProvinceValue):
        return replace(value, source="")
    return value


def _value_words(ws: Workspace, value: ProvinceValue) -> str:
    one = province_values.find(ws.rulebook, value.id)
    arguments = {
        "label": one.label,
        "shown": asking.shown_value(value.number, one.unit),
        "span": asking.span(value.start, value.end),
    }
    return texts.say("pack.value", arguments)

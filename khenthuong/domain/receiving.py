"""Packages that another office sent, and replies to them: values and what can be told from them.

A submission is one dossier of one office, whatever its version; what came in stands apart from the
own register, and is linked to it only where both mean the same person or unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from khenthuong.domain.kinds import Authority, DoubleKind, Outcome, Part, RecipientKind, RoundKind
from khenthuong.domain.vietnamese import fold
from khenthuong.domain.years import Year


@dataclass(frozen=True)
class Party:
    """An office as a package names it; name and province together tell it from any other."""

    name: str
    province: str
    level: str


@dataclass(frozen=True)
class Submission:
    """One dossier of one office, as it was submitted; `code` is given here («HS-2026-001»).

    `round` is the sender's own Mã; (office, province, round, authority) is unique.
    """

    code: str
    office: str
    province: str
    level: str
    round: str
    round_name: str
    kind: RoundKind
    year: Year
    authority: Authority

    @property
    def party(self) -> Party:
        """Who sent it."""
        return Party(self.office, self.province, self.level)


@dataclass(frozen=True)
class ReceivedPackage:
    """One version of a submission as it came: where from, when, which bytes.

    `manifest` is the package's manifest.json word for word; `path` lies in the data folder.
    """

    submission: str
    version: int
    sha256: str
    received_on: date
    received_by: str
    sealed_on: date
    file_name: str
    path: str
    manifest: str


@dataclass(frozen=True)
class Submitted:
    """A nomination of a submission's newest version; `recipient` is the sender's Mã.

    `name_key` is the folded name; `linked` the Mã of the same one in the own register, "" = none.
    """

    submission: str
    recipient: str
    award: str
    kind: RecipientKind
    name: str
    name_key: str
    position: str
    unit: str
    award_name: str
    linked: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """(recipient, award): unique inside its submission."""
        return (self.recipient, self.award)


@dataclass(frozen=True)
class SentReply:
    """A reply that was written: `number` counts from 1, `manifest` is kept word for word."""

    submission: str
    number: int
    version: int
    outcome: Outcome
    made_on: date
    made_by: str
    sha256: str
    file_name: str
    manifest: str


@dataclass(frozen=True)
class TakenReply:
    """A reply that came back for a dossier of ours; `version` is the sealing it answers.

    `signed` is the name under which the signed decision lies in the evidence store, "" = none.
    """

    round: str
    authority: Authority
    version: int
    number: int
    outcome: Outcome
    office: str
    taken_on: date
    sha256: str
    signed: str
    manifest: str


@dataclass(frozen=True)
class Flag:
    """Something returned, with the reason. Without recipient it concerns the dossier itself.

    `file` is the name of the paper in the package where `part` is a paper.
    """

    recipient: str
    award: str
    part: Part
    reason: str
    file: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """(recipient, award) of the nomination; both "" for the dossier itself."""
        return (self.recipient, self.award)


@dataclass(frozen=True)
class Decision:
    """Quyết định: number, date, who issued and who signed it."""

    number: str
    day: date
    issuer: str
    signer: str
    signer_position: str = ""


@dataclass(frozen=True)
class Result:
    """What came of one nomination: the award given as the decision words it, or why none was.

    `given` is the catalogue's id of the award given, "" when none or outside the catalogue.
    """

    recipient: str
    award: str
    granted: bool
    given: str = ""
    given_name: str = ""
    reason: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """(recipient, award) as nominated."""
        return (self.recipient, self.award)


@dataclass(frozen=True)
class Reply:
    """An answer to one version of one dossier: returned with flags, or decided with results.

    `nominations` are all of the version answered, as (recipient, award): those not flagged stay
    as they were sealed. `signed` is the entry that holds the signed decision, "" = none.
    """

    sender: Party
    to: Party
    round: str
    authority: Authority
    version: int
    package_sha256: str
    number: int
    made_on: date
    outcome: Outcome
    nominations: tuple[tuple[str, str], ...]
    flags: tuple[Flag, ...] = ()
    decision: Decision | None = None
    results: tuple[Result, ...] = ()
    signed: str = ""

    @property
    def granted(self) -> tuple[Result, ...]:
        """Who got something."""
        return tuple(one for one in self.results if one.granted)

    def flags_of(self, recipient: str, award: str) -> tuple[Flag, ...]:
        """What was returned of one nomination."""
        return tuple(flag for flag in self.flags if flag.key == (recipient, award))


@dataclass(frozen=True)
class Difference:
    """A field of a nomination that reads differently in the newer version.

    `part` None: the whole nomination came in (`old` empty) or went out (`new` empty). `asked` says
    that it had been returned for correction.
    """

    recipient: str
    award: str
    name: str
    part: Part | None
    old: str
    new: str
    asked: bool = False


@dataclass(frozen=True)
class FileDifference:
    """A file that was added (`old` False), taken out (`new` False) or changed (both)."""

    name: str
    old: bool
    new: bool


@dataclass(frozen=True)
class Double:
    """A nomination that may be made twice; `office` and `round_name` say where the other one is."""

    recipient: str
    award: str
    name: str
    award_name: str
    kind: DoubleKind
    office: str
    round_name: str
    other_award: str
    submission: str = ""


@dataclass(frozen=True)
class Lacking:
    """A paper that a form asks for and the package does not hold; no recipient: the dossier's."""

    recipient: str
    award: str
    name: str
    title: str


@dataclass(frozen=True)
class Manifest:
    """What a sound package says of itself, read once."""

    sender: Party
    round: str
    round_name: str
    kind: RoundKind
    year: Year
    authority: Authority
    version: int
    sealed_on: date
    nominations: tuple[Mapping[str, Any], ...]
    files: Mapping[str, str] = field(default_factory=dict[str, str])
    """sha256 by name."""

    @property
    def by_key(self) -> Mapping[tuple[str, str], Mapping[str, Any]]:
        """Nominations by (recipient, award)."""
        return {(one["recipient"], one["award"]): one for one in self.nominations}


FIELDS: Mapping[Part, str] = {
    Part.NAME: "name",
    Part.POSITION: "position",
    Part.UNIT: "unit",
    Part.BRANCH: "branch",
    Part.CONTENT: "content",
    Part.INITIATIVES: "initiatives",
    Part.ACHIEVEMENTS: "achievements",
}
"""The parts of a nomination that are fields of the manifest."""


def field_text(value: object) -> str:
    """A field of the manifest as people read it."""
    if isinstance(value, list):
        return "; ".join(_item_text(one) for one in value)  # type: ignore[misc]
    return str(value or "")


def _item_text(item: Mapping[str, str]) -> str:
    return item.get("name") or item.get("content") or item.get("code", "")


def differences(old: Manifest, new: Manifest, flags: Iterable[Flag] = ()) -> tuple[Difference, ...]:
    """What the newer version says otherwise, nomination by nomination."""
    asked = frozenset((flag.key, flag.part) for flag in flags)
    return tuple(_differences(old, new, asked))


def _differences(
    old: Manifest, new: Manifest, asked: frozenset[tuple[tuple[str, str], Part]]
) -> Iterator[Difference]:
    before, after = old.by_key, new.by_key
    for key in (*before, *(key for key in after if key not in before)):
        was, now = before.get(key), after.get(key)
        name = str((now or was or {}).get("name", ""))
        whole = (key, Part.WHOLE) in asked
        if was is None or now is None:
            award = str((now or was or {}).get("award_name", ""))
            told = ("", award) if was is None else (award, "")
            yield Difference(*key, name, None, *told, asked=whole)
            continue
        for part, field_name in FIELDS.items():
            if was[field_name] != now[field_name]:
                texts = field_text(was[field_name]), field_text(now[field_name])
                yield Difference(*key, name, part, *texts, asked=whole or (key, part) in asked)


def file_differences(old: Manifest, new: Manifest) -> tuple[FileDifference, ...]:
    """Which files came, went or have other bytes."""
    names = sorted(old.files.keys() | new.files.keys())
    return tuple(
        FileDifference(name, name in old.files, name in new.files)
        for name in names
        if old.files.get(name) != new.files.get(name)
    )


def submitted(code: str, row: Mapping[str, Any], linked: str = "") -> Submitted:
    """A nomination of the manifest as it is kept here."""
    return Submitted(
        submission=code,
        recipient=row["recipient"],
        award=row["award"],
        kind=RecipientKind(row["kind"]),
        name=row["name"],
        name_key=fold(row["name"]),
        position=row["position"],
        unit=row["unit"],
        award_name=row["award_name"],
        linked=linked,
    )


def double_kind(mine: Submitted, other: Submitted, *, same_office: bool) -> DoubleKind | None:
    """How surely two nominations of the same year mean the same one; None: they do not.

    A code names one recipient within its office. Between offices only the link to the own register
    is sure: names are common, so name and unit are likely, and the name alone counts only for the
    same award.
    """
    if mine.kind is not other.kind:
        return None
    if same_office:
        return DoubleKind.OTHER_ROUND if mine.recipient == other.recipient else None
    if mine.linked and mine.linked == other.linked:
        return DoubleKind.OTHER_OFFICE
    if mine.name_key != other.name_key:
        return None
    if mine.unit and fold(mine.unit) == fold(other.unit):
        return DoubleKind.LIKELY
    return DoubleKind.SAME_NAME if mine.award == other.award else None


_PRIVATE = ("khieu nai", "to cao", "don thu", "don to", "don phan anh", "nac danh", "mao danh")


def speaks_of_complaint(text: str) -> bool:
    """Whether a text that leaves the office speaks of a complaint or denunciation."""
    folded = fold(text)
    return any(word in folded for word in _PRIVATE)

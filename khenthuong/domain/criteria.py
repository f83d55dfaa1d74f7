"""The rulebook as frozen data: awards, criteria, dated values, legal texts and periods.

Criteria come from a closed vocabulary (`KINDS`), never from expressions: a kind is a function in
`khenthuong.domain.rules`, its parameters are data in forms/khen_thuong/*.toml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from khenthuong.domain.kinds import (
    Authority,
    AwardClass,
    Checked,
    Living,
    Principle,
    Procedure,
    RecipientKind,
    RoundKind,
    Step,
    Subject,
    UnitKind,
    ValueUnit,
)

KINDS = (
    "rating_at_least",
    "meets_award",
    "award_in_year",
    "awards_consecutive",
    "award_count",
    "spacing",
    "rating_count",
    "ratings_consecutive",
    "initiative",
    "topic",
    "no_discipline",
    "not_on_hold",
    "members_share",
    "members_all",
    "member_any",
    "service_years",
    "contribution",
    "points",
    "deed",
    "movement_result",
    "merit_basis",
    "declared",
    "quota",
    "ballot",
    "notice_days",
    "deadline",
    "elapsed_days",
    "decider",
    "eligible",
    "evidence",
    "meeting",
    "any_of",
    "all_of",
    "fits",
    "not_reused",
    "recusal",
    "manual",
)

Parameter = str | int | bool | Decimal | tuple[str, ...]
_NOTHING: Mapping[str, Parameter] = MappingProxyType({})


@dataclass(frozen=True)
class Cite:
    """A place in a legal text: the text's id in forms/quy_dinh, điều, khoản, điểm ("" = whole)."""

    text: str
    article: str = ""
    clause: str = ""
    point: str = ""


@dataclass(frozen=True)
class Scope:
    """To whom a criterion applies; an empty tuple (or None) means everyone.

    `living` and `foreign` ask about persons; whoever is no person counts as living and Vietnamese.
    """

    recipients: tuple[RecipientKind, ...] = ()
    subjects: tuple[Subject, ...] = ()
    not_subjects: tuple[Subject, ...] = ()
    unit_kinds: tuple[UnitKind, ...] = ()
    not_unit_kinds: tuple[UnitKind, ...] = ()
    rounds: tuple[RoundKind, ...] = ()
    not_rounds: tuple[RoundKind, ...] = ()
    classes: tuple[AwardClass, ...] = ()
    authorities: tuple[Authority, ...] = ()
    awards: tuple[str, ...] = ()
    not_procedures: tuple[Procedure, ...] = ()
    living: Living | None = None
    foreign: bool | None = None


@dataclass(frozen=True)
class Criterion:
    """Tiêu chuẩn. `label` is its short Vietnamese name from the award file.

    `start`/`end` bound the receipt dates for which it holds (both inclusive, None = open).
    `children` only for any_of and all_of. `wording` may override the sentence of a status.
    `names`: other words by which «Theo tiêu chuẩn» may name this branch.
    `was`: ids it had before, which confirmations and nominations in the books may still name.
    """

    id: str
    principle: Principle
    step: Step
    kind: str
    cite: Cite
    checked: Checked
    label: str = ""
    parameters: Mapping[str, Parameter] = field(default_factory=lambda: _NOTHING)
    children: tuple[Criterion, ...] = ()
    scope: Scope = Scope()
    start: date | None = None
    end: date | None = None
    wording: Mapping[str, str] = field(default_factory=lambda: _NOTHING)  # type: ignore[assignment]
    names: tuple[str, ...] = ()
    was: tuple[str, ...] = ()

    def holds_on(self, received: date) -> bool:
        """Whether it is in force for a dossier received that day."""
        return (self.start is None or self.start <= received) and (
            self.end is None or received <= self.end
        )


@dataclass(frozen=True)
class Bonus:
    """Mức tiền thưởng: `factor` × base salary (lương cơ sở) on the decision date."""

    recipient: RecipientKind
    factor: Decimal
    cite: Cite
    checked: Checked
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True)
class Award:
    """A danh hiệu or hình thức of the catalogue (forms/khen_thuong/<id>.toml).

    `was`: ids it had before, which the books may still hold. `available_from`/`available_to` bound
    the receipt dates for which it may be proposed (both inclusive, None = open). `reports`: form id
    by kind of recipient; `reports_by_round` wins over it in rounds of that kind. `posthumous`: its
    article says «tặng hoặc truy tặng»; so do those on what the President decides, unasked.
    """

    id: str
    name: str
    award_class: AwardClass
    authority: Authority
    recipients: tuple[RecipientKind, ...]
    rounds: tuple[RoundKind, ...]
    criteria: tuple[Criterion, ...]
    aliases: tuple[str, ...] = ()
    yearly: bool = True
    reports: Mapping[str, str] = field(default_factory=lambda: _NOTHING)  # type: ignore[assignment]
    reports_by_round: Mapping[RoundKind, Mapping[str, str]] = field(
        default_factory=dict[RoundKind, Mapping[str, str]]
    )
    bonuses: tuple[Bonus, ...] = ()
    cite: Cite = Cite("")
    note: str = ""
    rank: int = 0
    procedure: Procedure = Procedure.ORDINARY
    available_from: date | None = None
    available_to: date | None = None
    was: tuple[str, ...] = ()
    posthumous: bool = False

    def report_for(self, recipient: RecipientKind, round_kind: RoundKind) -> str:
        """The form its report is written in; "" where it asks for none."""
        by_round = self.reports_by_round.get(round_kind, {})
        return by_round.get(recipient.value) or self.reports.get(recipient.value, "")

    def available_on(self, received: date) -> bool:
        """Whether a dossier received that day may propose it."""
        return (self.available_from is None or self.available_from <= received) and (
            self.available_to is None or received <= self.available_to
        )


class AwardsById(dict[str, Award]):
    """Awards by id in the order of their rank; an id that an award had before finds it too.

    Iterating gives every award once, under its present id.
    """

    def __init__(self, awards: Mapping[str, Award]) -> None:
        super().__init__(awards)
        self._now = {old: award.id for award in awards.values() for old in award.was}

    def __missing__(self, key: str) -> Award:
        return super().__getitem__(self._now[key])

    def __contains__(self, key: object) -> bool:
        return super().__contains__(key) or key in self._now

    def get(self, key: str, default: Award | None = None) -> Award | None:  # type: ignore[override]
        """The award of an id, present or former; `default` for an unknown one."""
        try:
            return self[key]
        except KeyError:
            return default

    def now(self, key: str) -> str:
        """The present id of an award; the id itself where the catalogue does not know it."""
        return self._now.get(key, key)


@dataclass(frozen=True)
class LegalText:
    """Văn bản: `name` is how a paper cites it in full; `short` how a finding cites it.

    `amended_from` (with `amended_by`) is the receipt date from which the text as we hold it is
    only compared, because an amendment is in force that nobody here has read. `number`, `issued`
    and `issuer` are those of a document that a clerk wrote in. `basis` = papers cite it as căn cứ;
    `basis_of` = only papers about these awards do.
    """

    id: str
    name: str
    short: str
    start: date | None = None
    end: date | None = None
    amended_from: date | None = None
    amended_by: str = ""
    basis: bool = False
    checked: Checked = Checked.TEXT
    number: str = ""
    issued: date | None = None
    issuer: str = ""
    basis_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Decider:
    """`name` decided an award in a rule period, and where that stands."""

    award: str
    name: str
    cite: Cite
    checked: Checked


@dataclass(frozen=True)
class Period:
    """A span of receipt dates with one set of texts in force.

    `deciders`: by award id, who decided an award then instead of whom the award file names.
    """

    id: str
    label: str
    start: date
    end: date | None
    texts: tuple[str, ...]
    warning: str = ""
    deciders: tuple[Decider, ...] = ()

    def decider(self, award: str) -> Decider | None:
        """Who decided an award in this period instead; None where the award file holds."""
        return next((one for one in self.deciders if one.award == award), None)


@dataclass(frozen=True)
class DatedValue:
    """A value of the rules (base salary in đồng, days, shares) with its own validity.

    `by` and `on` say who filled a value of the province in and when; `source` names the office
    whose rule pack brought it, "" when our own office did.
    """

    id: str
    value: Decimal | int | str
    start: date | None
    end: date | None
    cite: Cite
    checked: Checked
    by: str = ""
    on: date | None = None
    source: str = ""


@dataclass(frozen=True)
class OpenValue:
    """A value that the law leaves to the province: what it is called, in what it is counted.

    `least` and `most` bound what makes sense (a share up to 100), None = unbounded. `award` is the
    award it concerns, "" = several.
    """

    id: str
    label: str
    unit: ValueUnit
    cite: Cite
    least: Decimal = Decimal(0)
    most: Decimal | None = None
    award: str = ""


@dataclass(frozen=True)
class Quota:
    """At most `value` % of those with `of_award` are proposed for `award` in a round.

    `value` names a dated value, which carries validity, citation and mark. Without `of_award` the
    value is a plain number of nominations. Kept as a warning on the round, never as a bar.
    """

    id: str
    award: str
    value: str
    of_award: str = ""


@dataclass(frozen=True)
class Confirmation:
    """A named person confirmed an unverified criterion, by a document's number, on a date.

    `award` is "" for a criterion common to all awards. `document` is the number of the document
    compared with, `document_date` its date. `source` names the office whose rule pack brought it;
    "" when our own office confirmed.
    """

    award: str
    criterion: str
    by: str
    on: date
    document: str
    source: str = ""
    document_date: date | None = None


@dataclass(frozen=True)
class Rulebook:
    """All awards and the criteria common to them; `fingerprint` = sha256 over the files read."""

    awards: Mapping[str, Award]
    common: tuple[Criterion, ...]
    texts: Mapping[str, LegalText]
    periods: tuple[Period, ...]
    values: tuple[DatedValue, ...]
    fingerprint: str
    quotas: tuple[Quota, ...] = ()
    open_values: tuple[OpenValue, ...] = ()

    def award_now(self, award: str) -> str:
        """The present id of an award that the books may name by an older one."""
        return self.awards.now(award) if isinstance(self.awards, AwardsById) else award

    def period(self, received: date) -> Period | None:
        """The rule period of a receipt date; None before the first one we hold."""
        for period in self.periods:
            if period.start <= received and (period.end is None or received <= period.end):
                return period
        return None

    def value(self, value_id: str, on: date) -> DatedValue | None:
        """The value in force on a day; None where nobody has set one."""
        for entry in self.values:
            if (
                entry.id == value_id
                and (entry.start is None or entry.start <= on)
                and (entry.end is None or on <= entry.end)
            ):
                return entry
        return None

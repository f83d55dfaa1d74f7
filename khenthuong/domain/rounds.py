"""Đợt xét: nominations, meetings, votes, notices, and the council."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from khenthuong.domain.kinds import MeetingKind, RoundKind, VotingMethod
from khenthuong.domain.years import Year


@dataclass(frozen=True)
class Round:
    """Đợt xét. `received` is the day the deciding body receives the dossier: it picks the rules."""

    code: str
    name: str
    kind: RoundKind
    year: Year
    received: date | None = None
    deadline: date | None = None
    receiver: str = ""
    movement: str = ""


@dataclass(frozen=True)
class Nomination:
    """One proposal in a round; natural key (round, recipient, award). `branch` = Theo tiêu chuẩn.

    `override_reason`, `override_by` and `override_on` record that a named person put it into the
    dossier although a finding keeps it out.
    """

    round: str
    recipient: str
    award: str
    branch: str = ""
    initiatives: tuple[str, ...] = ()
    achievements: tuple[str, ...] = ()
    content: str = ""
    override_reason: str = ""
    override_by: str = ""
    override_on: date | None = None

    @property
    def key(self) -> tuple[str, str]:
        """(recipient, award): unique inside its round."""
        return (self.recipient, self.award)


@dataclass(frozen=True)
class CouncilMember:
    """A member of the Hội đồng; `person` (Mã đối tượng) lets us see who votes on himself."""

    name: str
    role: str
    position: str = ""
    person: str = ""
    start: date | None = None
    end: date | None = None
    decision: str = ""

    def sits_on(self, day: date) -> bool:
        """Whether the member holds the seat on that day (open ends count as yes)."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True)
class Meeting:
    """Họp. `present` and `absent` are the names as written, `absent` with reasons."""

    code: str
    round: str
    kind: MeetingKind
    unit: str = ""
    day: date | None = None
    time: str = ""
    place: str = ""
    chair: str = ""
    secretary: str = ""
    present: str = ""
    absent: str = ""
    minutes_number: str = ""
    method: VotingMethod | None = None
    ballots_out: int | None = None
    ballots_in: int | None = None


@dataclass(frozen=True)
class Attendance:
    """One who was called to a meeting; `state` is «co_mat» or «vang», `reason` why absent."""

    meeting: str
    name: str
    role: str = ""
    state: str = "co_mat"
    reason: str = ""


@dataclass(frozen=True)
class Recusal:
    """A member who took no part in one vote because it is about himself or close family."""

    meeting: str
    recipient: str
    award: str
    member: str
    reason: str = ""


@dataclass(frozen=True)
class Vote:
    """Biểu quyết of one meeting on one nomination, in numbers of ballots or hands."""

    meeting: str
    recipient: str
    award: str
    agree: int
    disagree: int = 0
    invalid: int = 0

    @property
    def cast(self) -> int:
        """All ballots counted, invalid ones too."""
        return self.agree + self.disagree + self.invalid

    @property
    def refused(self) -> bool:
        """Whether those who met voted it down: not more for it than against it and invalid."""
        return self.disagree > 0 and self.agree <= self.disagree + self.invalid


@dataclass(frozen=True)
class Notice:
    """Niêm yết of a round's list at one place; `opinions` and `handled` as written."""

    round: str
    place: str
    start: date
    end: date | None = None
    number: str = ""
    opinions: str = ""
    handled: str = ""

    @property
    def days(self) -> int | None:
        """Calendar days shown, first and last day counted; None while it still hangs."""
        return (self.end - self.start).days + 1 if self.end else None


@dataclass(frozen=True)
class Opinion:
    """An opinion received while a list was posted, and what was answered.

    `source` is how it came and from whom, kept for the clerk; papers never print it. `about` names
    the nominee it speaks of, empty for the whole list.
    """

    round: str
    number: int
    received: date | None = None
    source: str = ""
    place: str = ""
    about: str = ""
    content: str = ""
    answer: str = ""
    answered: date | None = None
    outcome: str = ""


@dataclass(frozen=True)
class Proof:
    """A file that proves one criterion of one nomination; `name` is the evidence's name."""

    round: str
    recipient: str
    award: str
    criterion: str
    name: str
    caption: str = ""

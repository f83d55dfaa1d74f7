"""A dossier: the part of a round that one authority decides, frozen for its papers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from khenthuong.domain.answers import Answers
from khenthuong.domain.appraisal import Appraisal
from khenthuong.domain.criteria import Award, LegalText
from khenthuong.domain.findings import Finding, NominationCheck
from khenthuong.domain.kinds import Authority, Checked, Principle, Status
from khenthuong.domain.movement import Movement
from khenthuong.domain.office import Office, Signer
from khenthuong.domain.office_papers import SubjectFacts
from khenthuong.domain.records import Achievement, Initiative, PastAward, Rating
from khenthuong.domain.register import Household, Person, Recipient, Unit
from khenthuong.domain.rounds import (
    Attendance,
    CouncilMember,
    Meeting,
    Nomination,
    Notice,
    Opinion,
    Recusal,
    Round,
    Vote,
)


@dataclass(frozen=True)
class PaperFinding:
    """A finding ready for paper: words prepared by services, neutral where it is private.

    `sentence` says what was required and found, `cite` where it is written («điểm a khoản 1
    Điều 24 Luật Thi đua, khen thưởng»), `text` the name that the citation ends with, `checked` how
    sure we are of the criterion.
    """

    principle: Principle
    label: str
    status: Status
    sentence: str
    cite: str = ""
    checked: Checked = Checked.TEXT
    text: str = ""


@dataclass(frozen=True)
class Nominee:
    """One nomination with everything its papers print; name, position and unit as frozen.

    `unit` is the unit of a person, the village of a household, the parent of a unit.
    `bonus` in đồng, None where no rule gives one or the decision date is unknown.
    """

    nomination: Nomination
    recipient: Recipient
    award: Award
    name: str
    position: str
    unit_name: str
    unit: Unit | None
    check: NominationCheck
    ratings: tuple[Rating, ...] = ()
    past_awards: tuple[PastAward, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    achievements: tuple[Achievement, ...] = ()
    council_vote: Vote | None = None
    unit_vote: Vote | None = None
    bonus: int | None = None
    answers: Answers | None = None
    proof: tuple[PaperFinding, ...] = ()


@dataclass(frozen=True)
class LeftOut:
    """A nomination kept out, with the sentence that may be printed (neutral for holds).

    `vote` is the council's vote on it, None where the council did not come to it; `shown` the name
    as papers write it («Ông …»), where it differs.
    """

    name: str
    award_name: str
    unit_name: str
    status: str
    reason: str
    recipient: str = ""
    award: str = ""
    vote: Vote | None = None
    shown: str = ""


@dataclass(frozen=True)
class PaperNumber:
    """Số and ngày that văn thư gave a paper; both empty on purpose until then."""

    form_id: str
    number: str = ""
    day: date | None = None


@dataclass(frozen=True)
class DossierFacts:
    """Everything the papers of one dossier print; loaded by services, read by documents.

    `prepared_on` is the day of preparing or sealing, stored once: the year of a date left blank.
    `contents` lists the dossier's papers and evidence in order, for the mục lục. `subject` is what
    a paper on demand is about; then there may be no nominee at all.
    """

    office: Office
    round: Round
    authority: Authority
    nominees: tuple[Nominee, ...]
    left_out: tuple[LeftOut, ...]
    council: tuple[CouncilMember, ...]
    meetings: tuple[Meeting, ...]
    votes: tuple[Vote, ...]
    notices: tuple[Notice, ...]
    signers: tuple[Signer, ...]
    texts: tuple[LegalText, ...]
    movement: Movement | None
    round_findings: tuple[Finding, ...]
    numbers: Mapping[str, PaperNumber]
    dossier_answers: Mapping[str, Answers]
    base_salary: int | None = None
    period_label: str = ""
    period_warning: str = ""
    fingerprint: str = ""
    prepared_on: date | None = None
    contents: tuple[PaperPlan, ...] = ()
    subject: SubjectFacts | None = None
    appraisal: Appraisal | None = None
    attendance: tuple[Attendance, ...] = ()
    recusals: tuple[Recusal, ...] = ()
    opinions: tuple[Opinion, ...] = ()

    @property
    def units(self) -> tuple[Nominee, ...]:
        """Group I. Tập thể."""
        return tuple(n for n in self.nominees if isinstance(n.recipient, Unit))

    @property
    def persons(self) -> tuple[Nominee, ...]:
        """Group II. Cá nhân."""
        return tuple(n for n in self.nominees if isinstance(n.recipient, Person))

    @property
    def households(self) -> tuple[Nominee, ...]:
        """Group III. Hộ gia đình."""
        return tuple(n for n in self.nominees if isinstance(n.recipient, Household))


@dataclass(frozen=True)
class PaperPlan:
    """One paper to make: which form, for whom ("" = the dossier), and its name in the package."""

    form_id: str
    recipient: str
    award: str
    file_name: str
    title: str

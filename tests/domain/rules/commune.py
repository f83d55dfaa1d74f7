"""A small invented commune whose facts a test changes one at a time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path

from khenthuong import texts
from khenthuong.catalog.rulebook import load_rulebook
from khenthuong.domain.calendar import WorkCalendar
from khenthuong.domain.criteria import Confirmation, Rulebook
from khenthuong.domain.facts import RoundFacts, Spent
from khenthuong.domain.findings import Finding, NominationCheck, RoundCheck
from khenthuong.domain.kinds import (
    AchievementKind,
    DisciplineForm,
    InitiativeKind,
    InitiativeScope,
    MeetingKind,
    RatingLevel,
    RoundKind,
    Status,
    Subject,
    UnitKind,
)
from khenthuong.domain.movement import Movement
from khenthuong.domain.office import Office
from khenthuong.domain.records import Achievement, Discipline, Initiative, PastAward, Rating
from khenthuong.domain.register import CareerStep, Household, PartialDate, Person, Unit
from khenthuong.domain.rounds import CouncilMember, Meeting, Nomination, Notice, Round, Vote
from khenthuong.domain.rules import check_round
from khenthuong.domain.years import Year

FORMS = Path(__file__).resolve().parents[3] / "forms"
LDTT, CSTDCS, CSTDT = "lao_dong_tien_tien", "chien_si_thi_dua_co_so", "chien_si_thi_dua_cap_tinh"
TTLDTT, TTLDXS = "tap_the_lao_dong_tien_tien", "tap_the_lao_dong_xuat_sac"
GK, BK = "giay_khen_xa", "bang_khen_cap_tinh"
ROUND = "D1"


@cache
def rulebook() -> Rulebook:
    """The shipped rules."""
    return load_rulebook(FORMS, None)[0]


@dataclass
class Commune:
    """Lists that a test appends to; `check` freezes and judges them."""

    year: Year = field(default_factory=lambda: Year(2025))
    kind: RoundKind = RoundKind.MERIT
    received: date | None = date(2026, 1, 20)
    deadline: date | None = None
    round_movement: str = ""
    complete_from: int | None = 2020
    units: list[Unit] = field(default_factory=lambda: [Unit("TT01", "Phòng Kinh tế")])
    persons: list[Person] = field(default_factory=list)
    households: list[Household] = field(default_factory=list)
    careers: list[CareerStep] = field(default_factory=list)
    ratings: list[Rating] = field(default_factory=list)
    awards: list[PastAward] = field(default_factory=list)
    initiatives: list[Initiative] = field(default_factory=list)
    disciplines: list[Discipline] = field(default_factory=list)
    achievements: list[Achievement] = field(default_factory=list)
    movements: list[Movement] = field(default_factory=list)
    nominations: list[Nomination] = field(default_factory=list)
    council: list[CouncilMember] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    confirmations: list[Confirmation] = field(default_factory=list)
    other_spent: list[Spent] = field(default_factory=list)
    files: set[str] = field(default_factory=set)

    # Building

    def person(
        self,
        code: str = "CN01",
        subject: Subject | None = Subject.OFFICIAL,
        unit: str = "TT01",
        **more: object,
    ) -> Commune:
        self.persons.append(Person(code, f"Nguyễn Văn {code}", unit=unit, subject=subject, **more))
        return self

    def unit(self, code: str, kind: UnitKind = UnitKind.OFFICE, **more: object) -> Commune:
        self.units.append(Unit(code, f"Tập thể {code}", kind=kind, **more))
        return self

    def rate(self, code: str, level: str, *years: object) -> Commune:
        for year in years or (self.year,):
            self.ratings.append(
                Rating(
                    code,
                    Year.parse(str(year)),
                    RatingLevel(level),
                    None,
                    "12/QĐ-UBND",
                    date(2026, 1, 5),
                )
            )
        return self

    def won(self, code: str, award: str, *years: object, **more: object) -> Commune:
        name = rulebook().awards[award].name
        for year in years:
            self.awards.append(PastAward(code, Year.parse(str(year)), name, award, **more))
        return self

    def initiative(
        self,
        code: str,
        year: object,
        author: str = "CN01",
        scope: str = "co_so",
        kind: str = "sang_kien",
        decision: str = "45/QĐ-UBND",
    ) -> Commune:
        self.initiatives.append(
            Initiative(
                code,
                f"Sáng kiến {code}",
                tuple(author.split(";")),
                Year.parse(str(year)),
                InitiativeScope(scope),
                InitiativeKind(kind),
                decision,
            )
        )
        return self

    def disciplined(self, code: str, form: str, start: date, end: date | None = None) -> Commune:
        self.disciplines.append(Discipline(code, DisciplineForm(form), start, end, "7/QĐ-UBND"))
        return self

    def achieved(self, code: str, recipient: str, **more: object) -> Commune:
        more.setdefault("content", "Cứu hai em nhỏ khỏi đuối nước")
        more.setdefault("kind", AchievementKind.SUDDEN)
        more.setdefault("when", PartialDate(2026, 1, 12))
        self.achievements.append(Achievement(code, recipient, **more))
        return self

    def propose(self, recipient: str, award: str, branch: str = "", **more: object) -> Commune:
        self.nominations.append(Nomination(ROUND, recipient, award, branch, **more))
        return self

    def minutes(self, unit: str = "TT01", number: str = "01/BB", code: str = "") -> Commune:
        code = code or f"H-{unit}"
        self.meetings.append(
            Meeting(code, ROUND, MeetingKind.UNIT, unit, date(2025, 12, 10), minutes_number=number)
        )
        return self

    def sit(self, members: int = 9, *, person: str = "") -> Commune:
        for number in range(members):
            self.council.append(
                CouncilMember(f"Ủy viên {number}", "Ủy viên", person=person if not number else "")
            )
        self.meetings.append(
            Meeting(
                "HD", ROUND, MeetingKind.COUNCIL, day=date(2025, 12, 26), minutes_number="02/BB-HĐ"
            )
        )
        return self

    def vote(
        self,
        recipient: str,
        award: str,
        agree: int,
        disagree: int = 0,
        *,
        invalid: int = 0,
        meeting: str = "HD",
    ) -> Commune:
        self.votes.append(Vote(meeting, recipient, award, agree, disagree, invalid))
        return self

    def notice(
        self, place: str = "Trụ sở", end: date | None = date(2026, 1, 12), **more: object
    ) -> Commune:
        self.notices.append(Notice(ROUND, place, date(2025, 12, 29), end, **more))
        return self

    # Judging

    def facts(self) -> RoundFacts:
        """The frozen facts, as storage loads them."""
        by_author: dict[str, list[Initiative]] = {}
        for row in self.initiatives:
            for author in row.authors:
                by_author.setdefault(author, []).append(row)
        return RoundFacts(
            office=Office(
                "Xã Vĩnh Khê Thượng", "Thành phố Hải Phòng", complete_from=self.complete_from
            ),
            round=Round(
                ROUND,
                "Đợt xét",
                self.kind,
                self.year,
                self.received,
                self.deadline,
                movement=self.round_movement,
            ),
            today=date(2026, 1, 21),
            calendar=WorkCalendar(),
            units={one.code: one for one in self.units},
            persons={one.code: one for one in self.persons},
            households={one.code: one for one in self.households},
            careers=_by_recipient(self.careers),
            ratings=_by_recipient(self.ratings),
            awards=_by_recipient(self.awards),
            initiatives={one.code: one for one in self.initiatives},
            initiatives_of={code: tuple(rows) for code, rows in by_author.items()},
            disciplines=_by_recipient(self.disciplines),
            achievements={one.code: one for one in self.achievements},
            achievements_of=_by_recipient(self.achievements),
            movements={one.code: one for one in self.movements},
            nominations=tuple(self.nominations),
            council=tuple(self.council),
            meetings=tuple(self.meetings),
            votes=tuple(self.votes),
            notices=tuple(self.notices),
            spent=self._spent(),
            confirmations=tuple(self.confirmations),
            files=frozenset(self.files),
        )

    def _spent(self) -> dict[str, tuple[Spent, ...]]:
        found: dict[str, list[Spent]] = {}
        for row in self.awards:
            for code in (*row.initiatives, *row.achievements):
                found.setdefault(code, []).append(
                    Spent(code, row.recipient, row.award_name, str(row.year))
                )
        for spent in self.other_spent:
            found.setdefault(spent.code, []).append(spent)
        return {code: tuple(uses) for code, uses in found.items()}

    def check(self, rules: Rulebook | None = None) -> RoundCheck:
        """The judged round; every finding must have a sentence that its arguments fill."""
        found = check_round(self.facts(), rules or rulebook())
        for one in (*found.round_findings, *(f for n in found.nominations for f in n.findings)):
            _speak(one)
        return found

    def of(self, recipient: str, award: str) -> NominationCheck:
        """The check of one nomination."""
        found = self.check().of(recipient, award)
        assert found is not None
        return found

    def finding(self, recipient: str, award: str, criterion: str) -> Finding:
        """One finding by its id, children included."""
        found = find(self.of(recipient, award).findings, criterion)
        assert found is not None, criterion
        return found

    def status(self, recipient: str, award: str, criterion: str) -> Status:
        """The status of one finding."""
        return self.finding(recipient, award, criterion).status


def _speak(finding: Finding) -> None:
    inner = {"sentence": "…"} if finding.children else {}
    assert texts.say(finding.code, {**finding.arguments, **inner})
    for child in finding.children:
        _speak(child)


def find(findings: tuple[Finding, ...], criterion: str) -> Finding | None:
    """By id, the outer ones first: «k1» of another award may lie inside meets_award."""
    level = findings
    while level:
        for one in level:
            if one.id == criterion:
                return one
        level = tuple(child for one in level for child in one.children)
    return None


def _by_recipient(rows: list) -> dict[str, tuple]:
    ordered = sorted(rows, key=lambda row: row.recipient)
    return {code: tuple(group) for code, group in groupby(ordered, key=lambda r: r.recipient)}


def official(level: str = "HTTNV", **more: object) -> Commune:
    """One official, rated for 2025, with the unit's minutes; not yet nominated."""
    return Commune(**more).person().rate("CN01", level).minutes()


def with_(value: object, **changes: object) -> object:
    """A copy with changes."""
    return replace(value, **changes)  # type: ignore[type-var]

"""What the round screen shows, read on the worker in one go as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from khenthuong.domain.criteria import Award
from khenthuong.domain.findings import Finding, NominationCheck, RoundCheck
from khenthuong.domain.kinds import Authority, Checked, Principle, RecipientKind, Status
from khenthuong.domain.movement import Movement
from khenthuong.domain.pathway import Stop
from khenthuong.domain.register import Recipient
from khenthuong.domain.rounds import CouncilMember, Meeting, Nomination, Notice, Round, Vote
from khenthuong.texts import label as word

SHORT = {
    Authority.COMMUNE: "Xã",
    Authority.PROVINCE: "Tỉnh",
    Authority.PRIME_MINISTER: "Thủ tướng",
    Authority.PRESIDENT: "Chủ tịch nước",
    Authority.OTHER: "Nơi khác",
}
"""Who decides, in a word."""


@dataclass(frozen=True)
class Line:
    """One nomination with what a list shows of it."""

    nomination: Nomination
    name: str
    about: str
    kind: RecipientKind
    award_name: str
    check: NominationCheck | None

    @property
    def status(self) -> Status:
        """The verdict; «cần đối chiếu» while nobody has judged it."""
        return self.check.verdict if self.check else Status.TO_COMPARE

    @property
    def verdict(self) -> str:
        """The verdict in words, with what sets it aside."""
        words = word(self.status)
        return f"{words} – vẫn đưa vào" if self.nomination.override_reason else words


@dataclass(frozen=True)
class RoundView:
    """A round with everything its four steps show."""

    round: Round
    lines: tuple[Line, ...]
    check: RoundCheck
    council: tuple[CouncilMember, ...]
    meetings: tuple[Meeting, ...]
    votes: tuple[Vote, ...]
    notices: tuple[Notice, ...]
    movements: tuple[Movement, ...]
    sealed: tuple[Authority, ...] = ()
    path: tuple[tuple[Stop, tuple[str, ...]], ...] = ()
    """Every station of the path as the round stands there, in words."""
    kept: tuple[str, ...] = ()
    """For every sealed dossier: that its nominations are shown as they were judged then."""
    last_meeting: Meeting | None = None
    """The council's latest meeting for another round, whose place and secretary are proposed."""
    last_notice: Notice | None = None
    """The latest notice in any round, whose place is proposed."""

    def line(self, recipient: str, award: str) -> Line | None:
        """The line of a nomination."""
        for line in self.lines:
            if line.nomination.key == (recipient, award):
                return line
        return None


@dataclass(frozen=True)
class FindingText:
    """A finding in words, ready to be shown."""

    finding: Finding
    sentence: str
    cite: str
    children: tuple[FindingText, ...] = ()


@dataclass(frozen=True)
class Explained:
    """One nomination's findings in words, by principle, the worst first."""

    line: Line
    by_principle: Mapping[Principle, tuple[FindingText, ...]]
    answers: tuple[str, ...] = ()
    """What a reply from above says of it, in sentences."""


_ORDER = (
    Status.NOT_MET,
    Status.MISSING,
    Status.ON_HOLD,
    Status.TO_COMPARE,
    Status.MET,
    Status.NOT_APPLICABLE,
)


def read_rounds(ws: Any) -> tuple[Round, ...]:
    """All rounds, as the books order them."""
    from khenthuong.services.appraisal import rounds

    return tuple(summary.round for summary in rounds.rounds(ws))


def read_round(ws: Any, code: str) -> RoundView:
    """Read and judge a round."""
    from khenthuong.services.appraisal import checking, judgements, rounds

    kept = judgements.sealed(ws, code)
    check = judgements.as_sealed(checking.check(ws, code), kept)
    sealed = {summary.round.code: summary.sealed for summary in rounds.rounds(ws)}
    return RoundView(
        rounds.get_round(ws, code),
        read_lines(ws, code, check),
        check,
        tuple(rounds.council(ws)),
        tuple(rounds.meetings(ws, code)),
        tuple(rounds.votes(ws, code)),
        tuple(rounds.notices(ws, code)),
        tuple(rounds.movements(ws)),
        sealed.get(code, ()),
        path_words(ws, code, check),
        tuple(judgements.head_words(ws, one.head) for one in kept.values()),
        rounds.last_council_meeting(ws, code),
        rounds.last_notice(ws),
    )


def path_words(ws: Any, code: str, check: RoundCheck) -> tuple[tuple[Stop, tuple[str, ...]], ...]:
    """Every station of a round's path, with how it stands in words."""
    from khenthuong.services.appraisal import pathway

    stops = pathway.of_round(ws, code, check).stops
    return tuple((stop, pathway.words(stop)) for stop in stops)


def read_lines(ws: Any, code: str, check: RoundCheck | None) -> tuple[Line, ...]:
    """The nominations grouped units, persons, households, each in the register's order."""
    from khenthuong.services import register
    from khenthuong.services.appraisal import rounds

    nominations = rounds.nominations(ws, code)
    rows = {row.code: row for row in register.rows(ws, [n.recipient for n in nominations])}
    lines = [
        _line(n, rows.get(n.recipient), ws.rulebook.awards.get(n.award), check) for n in nominations
    ]
    kinds = list(RecipientKind)
    return tuple(sorted(lines, key=lambda line: kinds.index(line.kind)))


def explain(ws: Any, line: Line) -> Explained:
    """Put a nomination's findings into words."""
    found: dict[Principle, tuple[FindingText, ...]] = {}
    findings = [_with_rule(ws, f, line) for f in (line.check.findings if line.check else ())]
    for principle in Principle:
        mine = [f for f in findings if f.principle is principle]
        mine.sort(key=lambda f: (_ORDER.index(f.status), not f.reached))
        found[principle] = tuple(_text(ws, finding) for finding in mine)
    return Explained(line, found, _answers(ws, line))


def _answers(ws: Any, line: Line) -> tuple[str, ...]:
    from khenthuong.services.dossier import dossier_locks
    from khenthuong.services.transfer import replying

    said: list[str] = []
    nomination = line.nomination
    for one in dossier_locks.results(ws, nomination.round):
        if one.reply is None or one.version != one.reply.version:
            continue
        said += [replying.flag_sentence(f, line.name) for f in one.reply.flags_of(*nomination.key)]
        mine = tuple(result for result in one.reply.results if result.key == nomination.key)
        said += replying.result_sentences(mine, {nomination.key: line.name})
    return tuple(said)


def judge_again(ws: Any, code: str) -> tuple[Any, tuple[str, ...]]:
    """Judge anew and keep it: the comparison, and what it is compared with."""
    from khenthuong.services.appraisal import judgements

    found = judgements.judge_again(ws, code)
    return found, tuple(judgements.head_words(ws, head) for head in found.against)


def explain_all(ws: Any, findings: tuple[Finding, ...]) -> tuple[FindingText, ...]:
    """Put the findings of a round as a whole into words."""
    return tuple(_text(ws, finding) for finding in findings)


def _with_rule(ws: Any, finding: Finding, line: Line) -> Finding:
    """What only waits for a document is mended on the screen of the rules."""
    from khenthuong.services.appraisal import judgements
    from khenthuong.services.rulebook import confirmations

    waits = finding.status is Status.TO_COMPARE and finding.checked is Checked.MEMORY
    if finding.cure or finding.confirmed or not waits or finding.code == judgements.KEPT:
        return finding
    award = ws.rulebook.awards.get(line.nomination.award)
    own = {one.id for top in (award.criteria if award else ()) for one in confirmations.tree(top)}
    owner = line.nomination.award if finding.id in own else confirmations.COMMON
    return replace(finding, cure=f"quy_dinh:{owner}:{finding.id}")


def _text(ws: Any, finding: Finding) -> FindingText:
    from khenthuong.services.appraisal import checking, judgements

    children = tuple(_text(ws, child) for child in finding.children)
    cite = judgements.cite_words(ws, finding)
    return FindingText(finding, checking.sentence(ws, finding), cite, children)


def _line(nomination: Nomination, row: Any, award: Award | None, check: RoundCheck | None) -> Line:
    return Line(
        nomination,
        row.name if row else nomination.recipient,
        row.about if row else "",
        row.kind if row else RecipientKind.PERSON,
        award.name if award else nomination.award,
        check.of(*nomination.key) if check else None,
    )


def round_name(round_: Round) -> str:
    """A round in a list: with its year where the name does not say it."""
    year = str(round_.year)
    return round_.name if year in round_.name else f"{round_.name} ({year})"


def awards_for(ws: Any, round_: Round, recipient: Recipient) -> list[tuple[str, str]]:
    """The awards of the catalogue that this kind of recipient may get in this kind of round."""
    found = [
        award
        for award in ws.rulebook.awards.values()
        if recipient.recipient_kind in award.recipients
        and (not award.rounds or round_.kind in award.rounds)
    ]
    return [(award.name, award.id) for award in sorted(found, key=lambda a: a.rank)]

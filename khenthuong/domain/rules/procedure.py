"""Rules on how it was decided: meetings, ballot, recusal, notice, deadlines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from khenthuong.domain import attendance, posting
from khenthuong.domain.criteria import Criterion
from khenthuong.domain.kinds import Checked, MeetingKind, OpinionOutcome, RecipientKind, Status
from khenthuong.domain.records import Achievement
from khenthuong.domain.rounds import CouncilMember, Meeting, Notice, Vote
from khenthuong.domain.rules import cures
from khenthuong.domain.rules.case import Case, Outcome
from khenthuong.domain.rules.minutes import confirmed_by_unit
from khenthuong.domain.vietnamese import fold

_WHOLE = 100


def not_yet(step: str) -> Outcome:
    """The round has not come to this step; such a finding only blocks sealing."""
    return Outcome(Status.MISSING, f"finding.not_yet_{step}", reached=False)


def meeting(criterion: Criterion, case: Case) -> Outcome:
    """The minutes of the unit (Điều 84 khoản 1 điểm c) or of the council (Điều 90 khoản 4)."""
    if criterion.parameters["meeting"] == MeetingKind.UNIT.value:
        return confirmed_by_unit(criterion, case, meeting_only=True)
    meetings = case.index.council_meetings
    if not meetings:
        return not_yet("meeting")
    held = [one for one in meetings if one.minutes_number and one.day]
    if held:
        last = held[-1]
        return Outcome(
            Status.MET, "finding.council_met", {"minutes": last.minutes_number, "day": last.day}
        )
    return Outcome(Status.MISSING, "finding.council_no_minutes", cure=cures.COUNCIL_MEETING)


def ballot(criterion: Criterion, case: Case) -> Outcome:
    """At least `percent` % (or, with `more_than`, more) of ALL members of the council agree.

    An unverified threshold never condemns: a unanimous council passes whatever it is, anything
    else is compared. Figures above the number of members are wrong in any case; and what the
    council voted down is not proposed, whatever the threshold (Điều 84: the minutes carry it).
    """
    if not case.index.council_meetings:
        return not_yet("meeting")
    found = _last_vote(case)
    if found is None:
        return Outcome(
            Status.MISSING,
            "finding.no_vote",
            {"award": case.award.name},
            cures.vote(case.code),
            firm=True,
        )
    held, vote = found
    members = len(case.index.sitting(held.day))
    if members == 0:
        return Outcome(Status.MISSING, "finding.no_council", cure=cures.COUNCIL, firm=True)
    arguments: dict[str, object] = {
        "agree": vote.agree,
        "members": members,
        "cast": vote.cast,
        "percent": _percent(criterion, case),
    }
    if vote.cast > members:
        return Outcome(
            Status.NOT_MET, "finding.votes_too_many", arguments, cures.vote(case.code), firm=True
        )
    wrong = case.index.contradiction(held, case.nomination.key)
    if wrong is not None:
        return Outcome(
            Status.NOT_MET,
            "finding.ballot_above" if wrong.above else "finding.ballot_below",
            {**wrong.arguments, "who": case.recipient.name},
            cures.vote(case.code),
            firm=True,
        )
    if vote.refused:
        arguments |= {"disagree": vote.disagree, "invalid": vote.invalid}
        return Outcome(
            Status.NOT_MET, "finding.votes_refused", arguments, cures.vote(case.code), firm=True
        )
    if vote.agree == members:
        return Outcome(Status.MET, "finding.votes_all", arguments, firm=True)
    return _threshold(criterion, case, vote, members, arguments)


def _threshold(
    criterion: Criterion, case: Case, vote: Vote, members: int, arguments: dict[str, object]
) -> Outcome:
    share, needed = vote.agree * _WHOLE, _percent(criterion, case) * members
    given = case.index.set_value(criterion)
    more = given is None and bool(criterion.parameters.get("more_than"))
    reached = share > needed if more else share >= needed
    code = "finding.votes_more_than" if more else "finding.votes"
    if given is None and criterion.checked is Checked.MEMORY and vote.agree * 2 <= members:
        code = "finding.votes_half"
    return Outcome(
        Status.MET if reached else Status.NOT_MET,
        code,
        arguments,
        "" if reached else cures.vote(case.code),
    )


def _percent(criterion: Criterion, case: Case) -> Decimal:
    given = case.index.set_value(criterion)
    return Decimal(str(given.value if given else criterion.parameters["percent"]))


def _last_vote(case: Case) -> tuple[Meeting, Vote] | None:
    for held in reversed(case.index.council_meetings):
        vote = case.index.votes.get(held.code, {}).get(case.nomination.key)
        if vote is not None:
            return held, vote
    return None


def recusal(criterion: Criterion, case: Case) -> Outcome:
    """A nominee who sits on the council did not vote on himself, nor a member on his household.

    Of a member's family the books know only the household that bears the member's name.
    """
    if not case.index.council_meetings:
        return not_yet("meeting")
    if not _on_council(case, case.index.facts.council):
        return Outcome(Status.NOT_APPLICABLE, "finding.not_applicable")
    found = _last_vote(case)
    day = (found[0] if found else case.index.council_meetings[-1]).day
    members = case.index.sitting(day)
    if not _on_council(case, members):
        return Outcome(Status.NOT_APPLICABLE, "finding.not_applicable")
    if found is None:
        return Outcome(
            Status.MISSING, "finding.no_vote", {"award": case.award.name}, cures.vote(case.code)
        )
    held, cast = found[0], found[1].cast
    arguments: dict[str, object] = {
        "cast": cast,
        "members": len(members),
        "who": case.recipient.name,
    }
    whose = "_household" if case.kind is RecipientKind.HOUSEHOLD else ""
    recorded = _recorded(case, held, _own_seats(case, members))
    if recorded is not None:
        if recorded:
            return Outcome(Status.MET, "finding.recused_recorded", arguments)
        code = "finding.not_recused_recorded"
        return Outcome(Status.TO_COMPARE, code, arguments, cures.vote(case.code))
    if cast <= len(members) - 1:
        return Outcome(Status.MET, f"finding.recused{whose}", arguments)
    return Outcome(
        Status.TO_COMPARE, f"finding.not_recused{whose}", arguments, cures.vote(case.code)
    )


def _on_council(case: Case, members: tuple[CouncilMember, ...]) -> bool:
    if case.kind is not RecipientKind.HOUSEHOLD and case.code not in case.index.on_council:
        return False
    return bool(_own_seats(case, members))


def _own_seats(case: Case, members: tuple[CouncilMember, ...]) -> frozenset[str]:
    """Names of the members who are the nominee, or bear the name of the household's head."""
    if case.kind is RecipientKind.HOUSEHOLD:
        head = fold(case.recipient.name)
        return frozenset(one.name for one in members if fold(one.name) == head)
    return frozenset(one.name for one in members if one.person == case.code)


def _recorded(case: Case, held: Meeting, own: frozenset[str]) -> bool | None:
    """Whether the books say that the member was absent or took no part; None without a record."""
    count = case.index.count(held)
    if not count.attendance:
        return True if own & set(count.recused(case.nomination.key)) else None
    there = {one.name for one in attendance.present(count.attendance)}
    return not (own & there - set(count.recused(case.nomination.key)))


def notice_days(criterion: Criterion, case: Case) -> Outcome:
    """The list hung at a named place from a day to a day, and opinions were answered.

    `days`, or a dated `value` of the province: the Law gives no number for these awards, and one
    that nobody read in a document only warns on the round.
    """
    notices = case.index.facts.notices
    if not notices:
        return not_yet("notice")
    given = case.index.set_value(criterion)
    needed = int(given.value) if given else int(str(criterion.parameters.get("days", 0)))
    held = _opinion(case)
    if held is not None:
        return held
    problems = [outcome for one in notices for outcome in _notice(one, needed)]
    order = (Status.NOT_MET, Status.MISSING)
    if problems:
        return min(problems, key=lambda outcome: order.index(outcome.status))
    running = _running(case)
    if running is not None:
        return running
    arguments: dict[str, object] = {
        "places": tuple(one.place for one in notices),
        "start": min(one.start for one in notices),
        "end": max(one.end or one.start for one in notices),
        "days": max(one.days or 0 for one in notices),
    }
    return Outcome(Status.MET, "finding.notice", arguments)


def _opinion(case: Case) -> Outcome | None:
    """An opinion that is not settled holds whom it is about, or everybody; its words stay here."""
    opinions = case.index.facts.opinions
    waiting = posting.unanswered(opinions, case.code)
    about = [one for one in waiting if one.about]
    if about:
        told: dict[str, object] = {"number": about[0].number, "received": about[0].received or "…"}
        return Outcome(
            Status.ON_HOLD, "finding.opinion_about", told, cures.NOTICE, firm=True, private=True
        )
    if waiting:
        numbers = tuple(str(one.number) for one in waiting)
        told = {"numbers": numbers, "count": len(waiting)}
        return Outcome(Status.MISSING, "finding.opinion_open", told, cures.NOTICE)
    withdrawn = [
        one
        for one in opinions
        if one.about == case.code and one.outcome == OpinionOutcome.WITHDRAWN
    ]
    if not withdrawn:
        return None
    told = {"number": withdrawn[0].number}
    return Outcome(
        Status.ON_HOLD, "finding.opinion_withdrawn", told, cures.NOTICE, firm=True, private=True
    )


def _running(case: Case) -> Outcome | None:
    """A notice that still hangs today: opinions may yet come, so the step is not over."""
    for one in case.index.facts.notices:
        if one.end is not None and one.end > case.index.facts.today:
            return Outcome(
                Status.MISSING,
                "finding.notice_running",
                {"place": one.place, "end": one.end},
                reached=False,
            )
    return None


def _notice(notice: Notice, needed: int) -> Iterator[Outcome]:
    arguments: dict[str, object] = {
        "place": notice.place,
        "start": notice.start,
        "days": notice.days or 0,
        "needed": needed,
        "opinions": notice.opinions,
    }
    if not notice.place.strip():
        yield Outcome(Status.MISSING, "finding.notice_no_place", arguments, cures.NOTICE)
    if notice.end is None:
        yield Outcome(Status.MISSING, "finding.notice_no_end", arguments, cures.NOTICE)
    elif notice.end < notice.start:
        yield Outcome(Status.MISSING, "finding.notice_backwards", arguments, cures.NOTICE)
    elif notice.days is not None and notice.days < needed:
        yield Outcome(Status.NOT_MET, "finding.notice_short", arguments, cures.NOTICE)
    if posting.written_open(notice):
        yield Outcome(Status.MISSING, "finding.notice_unanswered", arguments, cures.NOTICE)


def deadline(criterion: Criterion, case: Case) -> Outcome:
    """The dossier was received by the round's deadline; late days are working days."""
    entry = case.index.round
    if entry.deadline is None:
        return Outcome(Status.NOT_APPLICABLE, "finding.not_applicable")
    if entry.received is None:
        return not_yet("dossier")
    arguments: dict[str, object] = {"received": entry.received, "deadline": entry.deadline}
    if entry.received <= entry.deadline:
        return Outcome(Status.MET, "finding.in_time", arguments)
    calendar = case.index.facts.calendar
    arguments["late"] = calendar.working_days(entry.deadline, entry.received)
    return Outcome(Status.TO_COMPARE, "finding.late", arguments, cures.round_field("ngay_nhan"))


def elapsed_days(criterion: Criterion, case: Case) -> Outcome:
    """Working days from the deed to the day of receipt, against `days` or a dated `value`."""
    deed = _deed(case)
    if deed is None or deed.when is None or deed.when.exact is None:
        return Outcome(
            Status.MISSING,
            "finding.elapsed_unknown",
            cure=cures.achievement(deed.code if deed else case.code),
        )
    received = case.index.received
    arguments: dict[str, object] = {"deed": deed.when.exact, "received": received}
    if deed.when.exact > received:
        return Outcome(
            Status.TO_COMPARE, "finding.elapsed_backwards", arguments, cures.achievement(deed.code)
        )
    days = case.index.facts.calendar.working_days(deed.when.exact, received)
    arguments["days"] = days
    limit = _limit(criterion, case)
    if limit is None:
        return Outcome(Status.MET, "finding.elapsed_no_limit", arguments)
    arguments["limit"] = limit
    status = Status.MET if days <= limit else Status.NOT_MET
    return Outcome(status, "finding.elapsed", arguments)


def _deed(case: Case) -> Achievement | None:
    named = [
        case.index.facts.achievements[code]
        for code in case.nomination.achievements
        if code in case.index.facts.achievements
    ]
    dated = [row for row in named if row.when is not None and row.when.exact is not None]
    if dated:
        return max(dated, key=lambda row: (row.when.exact or date.min) if row.when else date.min)
    return named[0] if named else None


def _limit(criterion: Criterion, case: Case) -> int | None:
    days = criterion.parameters.get("days")
    if days is not None:
        return int(str(days))
    value = case.index.value(str(criterion.parameters.get("value", "")))
    return int(value.value) if value else None

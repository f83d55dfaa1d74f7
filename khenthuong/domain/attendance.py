"""Who came to a meeting: one truth for rules and papers, whether ticked or written as text.

Where attendance is ticked, the texts of the meeting follow from it; where it is not (imported
meetings, villages that count delegates), the texts stay as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from khenthuong.domain.councils import role_rank
from khenthuong.domain.kinds import MeetingKind
from khenthuong.domain.register import Person
from khenthuong.domain.rounds import Attendance, CouncilMember, Meeting
from khenthuong.domain.vietnamese import clean, name_key

PRESENT, ABSENT = "co_mat", "vang"
"""States of an attendance."""
_COUNT = re.compile(r"\d+")


def of_meeting(attendance: Iterable[Attendance], meeting: str) -> tuple[Attendance, ...]:
    """The lines of one meeting."""
    return tuple(one for one in attendance if one.meeting == meeting)


def present(attendance: Iterable[Attendance]) -> tuple[Attendance, ...]:
    """Those who came."""
    return tuple(one for one in attendance if one.state == PRESENT)


def as_held(meeting: Meeting, attendance: Iterable[Attendance]) -> Meeting:
    """The meeting with `present` and `absent` as the ticked attendance says, if there is any."""
    lines = sorted(of_meeting(attendance, meeting.code), key=_order)
    if not lines:
        return meeting
    came = "; ".join(one.name for one in present(lines))
    stayed = "; ".join(_absent(one) for one in lines if one.state != PRESENT)
    return replace(meeting, present=came, absent=stayed)


def _order(one: Attendance) -> tuple[int, bytes]:
    """The council by role; people of a unit by given name."""
    return (role_rank(one.role), name_key(one.name))


def _absent(one: Attendance) -> str:
    reason = clean(one.reason)
    return f"{one.name} ({reason})" if reason else one.name


def count(text: str) -> int | None:
    """«09/09 thành viên» is 9, a list of names as many as it names; None for nothing."""
    found = _COUNT.search(text)
    if found:
        return int(found[0])
    names = [name for name in re.split("[,;\n]", text) if name.strip()]
    return len(names) or None


def names_only(text: str) -> bool:
    """Whether a text lists names, so that their number is exactly who was there."""
    return bool(text.strip()) and not _COUNT.search(text)


def called(
    meeting: Meeting, council: Sequence[CouncilMember], people: Iterable[Person]
) -> tuple[Attendance, ...]:
    """Who is called: the council of that day (given by role), or the unit's people by name.

    Nobody came yet: the state of every line is "".
    """
    if meeting.kind is MeetingKind.COUNCIL:
        named = [(one.name, one.role) for one in council]
    else:
        named = [(one.name, one.position) for one in sorted(people, key=_by_name)]
    roles: dict[str, str] = {}
    for name, role in named:
        roles.setdefault(name, role)
    return tuple(Attendance(meeting.code, name, role, "") for name, role in roles.items())


def _by_name(person: Person) -> bytes:
    return name_key(person.name)

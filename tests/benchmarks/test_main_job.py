"""The main job against its bare parts, side by side in one run; ratios, not seconds.

scripts/kiem_thu tests/benchmarks -n 0 -p no:randomly -s
"""

from __future__ import annotations

import hashlib
import statistics
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from khenthuong import storage
from khenthuong.documents.context import build_context
from khenthuong.documents.render import PaperRenderer
from khenthuong.domain.facts import RoundFacts
from khenthuong.domain.kinds import Authority, Duty, Gender, MeetingKind, RatingLevel, Subject
from khenthuong.domain.rules import check_round
from khenthuong.domain.years import Year
from khenthuong.services.appraisal import checking
from khenthuong.services.dossier import dossiers, sealing
from khenthuong.services.paperwork import papers
from khenthuong.services.workspace import Workspace, open_workspace
from tests import factories as make

UNITS, PEOPLE, YEARS = 20, 50, 10
AWARD = "lao_dong_tien_tien"
REPORT = "bao_cao_thanh_tich_ca_nhan"
ANSWERS = {"quyen_han_nhiem_vu": "Phụ trách ruộng đồng.", "thanh_tich": "Đạt 7 tấn/ha.\n" * 30}


def people() -> list[str]:
    return [f"CN-{number:04}" for number in range(UNITS * PEOPLE)]


def unit_of(code: str) -> str:
    return f"TT-{int(code[3:]) % UNITS:03}"


def commune_batch(count: int):
    codes = people()[:count]
    units = [make.unit(f"TT-{n:03}", name=f"Thôn {n}", headcount=PEOPLE) for n in range(UNITS)]
    meetings = [
        make.meeting(
            f"H-{n:03}",
            round="D1",
            kind=MeetingKind.UNIT,
            unit=f"TT-{n:03}",
            minutes_number=f"{n}/BB",
            day=date(2025, 12, 10),
        )
        for n in range(UNITS)
    ]
    council = make.meeting(
        "HD", round="D1", kind=MeetingKind.COUNCIL, minutes_number="1/BB", day=date(2025, 12, 20)
    )
    return make.batch(
        units=units,
        persons=[
            make.person(
                c,
                name=f"Nguyễn Văn {c}",
                unit=unit_of(c),
                subject=Subject.OFFICIAL,
                duty=Duty.DIRECT,
                gender=Gender.FEMALE,
                home_town="xã Đồng Mây",
                residence="xã Đồng Mây",
            )
            for c in codes
        ],
        ratings=[
            make.rating(c, year=Year(2025 - back), level=RatingLevel.GOOD)
            for c in codes
            for back in range(YEARS)
        ],
        awards=[
            make.past_award(c, year=Year(2024 - back), award=AWARD, award_name="Lao động tiên tiến")
            for c in codes
            for back in range(YEARS)
        ],
        rounds=[
            make.round_(
                "D1",
                year=Year(2025),
                received=date(2026, 1, 20),
                movement="",
                deadline=date(2026, 1, 31),
            )
        ],
        nominations=[
            make.nomination(
                round="D1", recipient=c, award=AWARD, branch="", initiatives=(), achievements=()
            )
            for c in codes
        ],
        council=[make.council_member(name=f"Ủy viên {n}", person="") for n in range(9)],
        meetings=[*meetings, council],
        votes=[
            make.vote(meeting="HD", recipient=c, award=AWARD, agree=9, disagree=0, invalid=0)
            for c in codes
        ],
        notices=[make.notice(round="D1", start=date(2025, 12, 22), end=date(2026, 1, 10))],
    )


def fill(root: Path, count: int) -> None:
    from khenthuong.domain.answers import Answers

    with open_workspace(root) as ws:
        storage.apply_import(ws.books, commune_batch(count), take_changes=True, label="đo")
        form = ws.forms[REPORT]
        with ws.books.write("đo"):
            storage.office.save_office(ws.books, make.office())
            storage.office.save_signers(ws.books, [make.signer()])
            for code in people()[:count]:
                storage.answers.save(ws.books, "D1", code, Answers(REPORT, form.version, ANSWERS))


@pytest.fixture
def commune(tmp_path: Path) -> Iterator[Workspace]:
    fill(tmp_path / "so", UNITS * PEOPLE)
    with open_workspace(tmp_path / "so") as ws:
        yield ws


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def test_sealing_a_thousand_nominees_costs_at_most_three_times_its_bare_parts(
    commune: Workspace, tmp_path: Path
) -> None:
    judged = dossiers.judge(commune, "D1")
    plan = papers.plan_dossier(commune, judged, Authority.COMMUNE, commune.today(), sealing=True)
    assert len(plan.facts.nominees) == UNITS * PEOPLE
    contexts = contexts_of(commune, plan)
    parts, whole = [], []
    for number in range(3):
        parts.append(
            timed(lambda n=number: bare_parts(commune, judged.facts, contexts, tmp_path / f"b{n}"))
        )
        out = tmp_path / f"w{number}"
        whole.append(timed(lambda o=out: sealing.seal(commune, "D1", o)))
    # The second and third sealing meet a sealed dossier, unchanged: the first is the full one.
    ratio = whole[0] / statistics.median(parts)
    print(f"seal {whole[0]:.2f} s, bare parts {statistics.median(parts):.2f} s, ratio {ratio:.2f}")
    assert ratio <= 3


def bare_parts(
    ws: Workspace,
    facts: RoundFacts,
    contexts: list[tuple[str, str, dict[str, object]]],
    folder: Path,
) -> None:
    """Rules, rendering with ready contexts, hashing and a zip: what cannot be saved."""
    folder.mkdir()
    check_round(facts, ws.rulebook)
    renderers: dict[str, PaperRenderer] = {}
    with zipfile.ZipFile(folder / "goi.zip", "w") as archive:
        for name, form_id, context in contexts:
            form = ws.forms[form_id]
            if form_id not in renderers:
                renderers[form_id] = PaperRenderer(ws.template_path(form), form)
            data = renderers[form_id].render(context)
            hashlib.sha256(data).hexdigest()
            archive.writestr(name, data)


def contexts_of(
    ws: Workspace, plan: papers.DossierPlan
) -> list[tuple[str, str, dict[str, object]]]:
    by_key = {n.nomination.key: n for n in plan.facts.nominees}
    found = []
    for entry in plan.plans:
        nominee = by_key.get((entry.recipient, entry.award))
        answers = nominee.answers if nominee and entry.form_id == REPORT else None
        context = build_context(ws.forms[entry.form_id], plan.facts, nominee, answers)
        found.append((entry.file_name, entry.form_id, context))
    return found


def test_rules_are_linear_in_people(tmp_path: Path) -> None:
    per_person = {}
    for count in (250, 1000):
        root = tmp_path / f"so-{count}"
        fill(root, count)
        with open_workspace(root) as ws:
            facts = checking.load_facts(ws, "D1")
            ws.rulebook  # noqa: B018 - read the files before the clock starts
            check_round(facts, ws.rulebook)
            per_person[count] = (
                min(timed(lambda f=facts, r=ws.rulebook: check_round(f, r)) for _ in range(7))
                / count
            )
    print({count: f"{seconds * 1000:.3f} ms" for count, seconds in per_person.items()})
    assert per_person[1000] <= 1.5 * per_person[250]

"""The sample commune: enough of everything, nobody real, and the same bytes every time."""

from collections import Counter
from pathlib import Path

import pypdf
import pytest
import vietnam_provinces
from PIL import Image

from khenthuong.domain.batch import Batch
from khenthuong.domain.kinds import (
    Area,
    DisciplineForm,
    Manager,
    MeetingKind,
    RoundKind,
    Sector,
    Subject,
    UnitKind,
)
from khenthuong.paths import shipped
from scripts import lam_xa_mau
from scripts.xa_mau import so_bo
from scripts.xa_mau.bo_du_lieu import batch


@pytest.fixture(scope="module")
def sample() -> Batch:
    return batch()


@pytest.fixture(scope="module")
def folder() -> Path:
    return shipped("resources", "sample")


def values(entries):
    return [entry.value for entry in entries]


def test_made_again_it_has_the_same_bytes(folder, tmp_path):
    lam_xa_mau.make(tmp_path)
    kept = {p.relative_to(folder): p for p in folder.rglob("*") if p.is_file()}
    made = {p.relative_to(tmp_path): p for p in tmp_path.rglob("*") if p.is_file()}
    assert sorted(made) == sorted(kept)
    differing = [name for name in made if made[name].read_bytes() != kept[name].read_bytes()]
    assert differing == []


def test_evidence_of_earlier_tables_goes(tmp_path):
    (tmp_path / "minh_chung").mkdir()
    stale = tmp_path / "minh_chung" / "cu.pdf"
    stale.write_bytes(b"%PDF")
    lam_xa_mau.make(tmp_path)
    assert not stale.exists()


def test_the_province_is_real_and_the_commune_is_not():
    provinces = {province.name for province in vietnam_provinces.Province.iter_all()}
    communes = {ward.name for ward in vietnam_provinces.Ward.iter_all()}
    assert so_bo.PROVINCE in provinces
    assert not [name for name in communes if "Vĩnh Khê" in name]


def test_the_register_is_a_whole_commune(sample):
    units, persons = values(sample.units), values(sample.persons)
    kinds = Counter(unit.kind for unit in units)
    assert kinds[UnitKind.OFFICE] >= 4
    assert kinds[UnitKind.SCHOOL] >= 3
    assert kinds[UnitKind.VILLAGE] >= 4
    assert kinds[UnitKind.CLINIC] == kinds[UnitKind.COOPERATIVE] == kinds[UnitKind.ENTERPRISE] == 1
    assert kinds[UnitKind.MASS_ORGANISATION] >= 2
    assert [unit.name for unit in units if unit.manager is Manager.PROVINCE]
    assert [unit for unit in units if unit.sector is Sector.NON_STATE]
    assert [unit for unit in units if unit.small]
    assert {unit.area for unit in units} == {Area.ORDINARY}
    assert len(persons) >= 80
    subjects = Counter(person.subject for person in persons)
    assert subjects[Subject.FARMER] >= 20
    assert subjects[Subject.WORKER] >= 3
    assert subjects[Subject.MILITIA] >= 2
    assert subjects[Subject.ENTREPRENEUR] == 1
    in_schools = [p for p in persons if p.unit in ("TT05", "TT06", "TT07")]
    assert len(in_schools) >= 15
    assert len({person.ethnic for person in persons}) >= 4
    assert len(sample.households) >= 25
    assert len(sample.careers) >= 20


def test_nobody_shares_a_name_or_a_number(sample):
    names = [person.name for person in values(sample.persons)]
    heads = [household.name for household in values(sample.households)]
    assert len(set(names + heads)) == len(names) + len(heads)
    numbers = [person.cccd for person in values(sample.persons) if person.cccd]
    assert len(set(numbers)) == len(numbers) >= 30
    # The serial of an invented number starts with 9, as no issued one does yet.
    assert all(len(number) == 12 and number[6] == "9" for number in numbers)


def test_four_years_of_history(sample):
    ratings, awards = values(sample.ratings), values(sample.awards)
    assert {rating.year.start for rating in ratings} == {2022, 2023, 2024, 2025}
    assert {rating.year.school for rating in ratings} == {True, False}
    assert len({(rating.recipient, rating.year) for rating in ratings}) == len(ratings)
    assert any("huyện" in award.issuer for award in awards)
    assert any(award.award == "" for award in awards)
    assert len(sample.initiatives) >= 12
    initiatives = values(sample.initiatives)
    assert len({initiative.scope for initiative in initiatives}) == 2
    assert any(len(initiative.authors) > 1 for initiative in initiatives)
    assert [i.code for i in initiatives if not i.recognised] == ["SK16"]
    spent = {code for award in awards for code in award.initiatives}
    assert spent == {"SK08", "SK09"}
    forms = {discipline.form for discipline in values(sample.disciplines)}
    assert forms == {
        DisciplineForm.WARNING,
        DisciplineForm.REPRIMAND,
        DisciplineForm.COMPLAINT_VERIFIED,
    }


def test_movements_have_targets_and_a_parent(sample):
    movements, targets = values(sample.movements), values(sample.targets)
    codes = {movement.code for movement in movements}
    assert len(movements) >= 6
    assert all(not movement.parent or movement.parent in codes for movement in movements)
    assert any("thành phố" in movement.issuer for movement in movements)
    assert {(t.planned, t.planned_to) for t in targets} >= {("41", "43"), ("3,5", "")}
    assert len({target.comparison for target in targets}) >= 5


def test_rounds_are_of_every_kind(sample):
    rounds = values(sample.rounds)
    assert [entry.kind for entry in rounds] == [
        RoundKind.MERIT,
        RoundKind.MERIT,
        RoundKind.MOVEMENT,
        RoundKind.SUDDEN,
    ]
    assert len(sample.nominations) >= 48
    assert len(sample.council) == 9
    kinds = Counter(meeting.kind for meeting in values(sample.meetings))
    assert kinds[MeetingKind.COUNCIL] == 3
    assert sum(not meeting.minutes_number for meeting in values(sample.meetings)) == 1
    assert any("ý kiến" in n.opinions and n.handled for n in values(sample.notices))


def test_reports_are_long_enough_and_not_copied(sample):
    told = Counter()
    for cell in values(sample.answers):
        told[(cell.round, cell.recipient)] += len(cell.answer.split())
    assert sum(words >= 150 for words in told.values()) >= 40
    asked = ("thanh_tich", "dong_gop")
    results = [cell.answer for cell in values(sample.answers) if cell.question in asked]
    assert len(set(results)) == len(results)
    first_lines = [text.split("\n")[0] for text in results]
    assert len(set(first_lines)) == len(first_lines)


def test_evidence_files_can_be_opened(sample, folder):
    paths = [path for entry in values(sample.achievements) for path in entry.evidence]
    assert len(paths) >= 30
    for path in paths:
        if path.endswith(".pdf"):
            reader = pypdf.PdfReader(folder / path)
            assert len(reader.pages) == 1
            assert "Doi tuong" in reader.pages[0].extract_text()
        else:
            with Image.open(folder / path) as image:
                image.load()
                assert image.size == (640, 420)

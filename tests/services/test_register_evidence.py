"""Evidence: equal bytes once, proofs of single criteria, what is gone is said, packed where due."""

import zipfile
from pathlib import Path

import pytest

from khenthuong import storage
from khenthuong.domain.names import slug
from khenthuong.errors import NotFoundError, UserError
from khenthuong.services import changes
from khenthuong.services import register_evidence as evidence
from khenthuong.services.appraisal import rounds
from khenthuong.services.dossier import sealing
from khenthuong.services.register_evidence import FileSort, Nominated

SUDDEN = "D4"


def file(folder: Path, name: str, data: bytes = b"anh") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.fixture
def place(commune):
    """A criterion of the first nomination that goes into a package."""
    nomination = storage.rounds.nominations(commune.books, SUDDEN)[0]
    criterion = sorted(evidence.provable(commune, nomination.award))[0]
    return Nominated(SUDDEN, nomination.recipient, nomination.award, criterion, "Tiêu chuẩn")


def achievement(ws):
    found = storage.records.achievements(ws.books).values()
    return next(one for one in found if not one.evidence)


def test_the_same_bytes_are_told_and_kept_once(commune, tmp_path):
    one = achievement(commune)
    first = evidence.attach(commune, one.code, [file(tmp_path, "giấy xác nhận.jpg", b"moi")])
    again = evidence.attach(commune, one.code, [file(tmp_path, "bản khác.jpg", b"moi")])
    assert [(t.name, t.known) for t in (*first, *again)] == [
        ("giấy xác nhận.jpg", False),
        ("giấy xác nhận.jpg", True),
    ]
    kept = storage.records.achievements(commune.books)[one.code]
    assert kept.evidence == ("giấy xác nhận.jpg",)


def test_several_files_are_one_write_and_a_folder_leaves_nothing(commune, tmp_path):
    one = achievement(commune)
    good = file(tmp_path, "a.pdf", b"%PDF")
    with pytest.raises(UserError):
        evidence.attach(commune, one.code, [good, tmp_path])
    assert storage.records.achievements(commune.books)[one.code].evidence == ()
    with pytest.raises(NotFoundError):
        evidence.attach(commune, "KHONG-CO", [good])


def test_proofs_are_counted_captioned_and_taken_back(commune, place, tmp_path):
    session = changes.begin(commune)
    (taken,) = evidence.prove(commune, place, [file(tmp_path, "xác nhận.pdf", b"%PDF-1")])
    (one,) = evidence.proofs(commune, place)
    key = (place.round, place.recipient, place.award)
    assert evidence.counts(commune, *key) == {place.criterion: 1}
    evidence.set_caption(commune, one, " Ủy ban nhân dân xã xác nhận ")
    (one,) = evidence.proofs(commune, place)
    assert one.caption == "Ủy ban nhân dân xã xác nhận"
    evidence.unprove(commune, one)
    assert evidence.proofs(commune, place) == ()
    for _ in range(2):
        changes.undo(commune, session)
    assert [found.name for found in evidence.proofs(commune, place)] == [taken.name]


def test_what_is_kept_already_is_chosen_by_name(commune, place):
    name = storage.evidence.all_names(commune.books)[0].name
    (taken,) = evidence.prove(commune, place, (), (name,))
    assert (taken.name, taken.known) == (name, True)


def test_a_withdrawn_nomination_takes_its_proofs_along(commune, place, tmp_path):
    evidence.prove(commune, place, [file(tmp_path, "a.pdf")])
    nominated = storage.rounds.nominations(commune.books, SUDDEN)[0]
    rounds.remove_nomination(commune, nominated)
    assert storage.evidence.proofs(commune.books, SUDDEN) == ()
    with pytest.raises(UserError):
        evidence.prove(commune, place, [file(tmp_path, "b.pdf", b"khac")])


def test_how_files_lie_in_the_store(commune, place, tmp_path):
    evidence.prove(commune, place, [file(tmp_path, "hiện trường.JPG", b"h")])
    here, gone = evidence.held(commune, ["hiện trường.JPG", "chưa từng có.docx"])
    assert (here.sort, here.size) == (FileSort.PICTURE, 1)
    assert here.path is not None
    assert place.round in here.uses[0]
    assert (gone.sort, gone.size, gone.path, gone.uses) == (FileSort.OTHER, 0, None, ())
    assert evidence.sort_of("Quyết định.PDF") is FileSort.PDF


def sealed_names(ws, folder: Path) -> list[str]:
    result = sealing.seal(ws, SUDDEN, folder)
    names: list[str] = []
    for package in result.packages:
        with zipfile.ZipFile(package.path) as packed:
            names += packed.namelist()
    return names


def test_a_proof_is_packed_under_its_criterion(commune, place, tmp_path):
    before = sealed_names(commune, tmp_path / "truoc")
    evidence.prove(commune, place, [file(tmp_path, "xác nhận.pdf", b"%PDF-1")])
    after = sealed_names(commune, tmp_path / "sau")
    (added,) = set(after) - set(before)
    folder = f"05-minh-chung/{slug(place.recipient, 24)}/"
    assert added.startswith(f"{folder}tieu-chuan-")
    assert added.endswith("-xac-nhan.pdf")


def test_a_lost_proof_stops_sealing_in_words(commune, place, tmp_path):
    evidence.prove(commune, place, [file(tmp_path, "xác nhận.pdf", b"%PDF-1")])
    storage.evidence.path_of(commune.books, "xác nhận.pdf").unlink()
    with pytest.raises(UserError) as refused:
        sealing.seal(commune, SUDDEN, tmp_path / "goi")
    assert refused.value.code == "evidence.gone"
    assert "xác nhận.pdf" in str(refused.value.arguments["files"])

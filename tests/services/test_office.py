"""Laying down books, and the office's own data."""

import pytest

from khenthuong.errors import BooksError, NotFoundError
from khenthuong.services import office
from khenthuong.services.workspace import open_workspace
from tests import factories


def test_another_office_starts_by_its_name(tmp_path):
    started = office.start_books(
        tmp_path, office="Sở Nội vụ", province="Tỉnh Thử Nghiệm", level="tinh"
    )
    assert (started.name, started.level) == ("Sở Nội vụ", "tinh")
    with open_workspace(tmp_path) as ws:
        assert office.get_office(ws) == started


def test_starting_again_changes_nothing_and_another_office_is_refused(tmp_path):
    first = office.start_books(tmp_path, office="Sở Nội vụ", province="Tỉnh A", level="tinh")
    assert (
        office.start_books(tmp_path, office="Sở Nội vụ", province="Tỉnh A", level="tinh") == first
    )
    with pytest.raises(BooksError) as caught:
        office.start_books(tmp_path, office="Sở Y tế", province="Tỉnh A", level="tinh")
    assert caught.value.code == "books.already_started"


def test_a_commune_starts_with_its_whole_name_and_place(tmp_path):
    started = office.start_books(tmp_path, commune="Ba Vì", province="Hà Nội")
    assert started.name == "Xã Ba Vì"
    assert started.province == "Thành phố Hà Nội"
    assert started.place == "Ba Vì"
    assert started.level == "xa"


def test_an_unknown_commune_is_refused_and_nothing_is_laid_down(tmp_path):
    with pytest.raises(NotFoundError):
        office.start_books(tmp_path / "moi", commune="Không Có Đâu", province="Hà Nội")
    assert not (tmp_path / "moi").exists()


def test_signers_and_office_are_kept(tmp_path):
    with open_workspace(tmp_path) as ws:
        office.save_office(ws, factories.office(place="Đồng Mây"))
        office.save_signers(ws, [factories.signer()])
        assert office.get_office(ws) == factories.office(place="Đồng Mây")
        assert office.signers(ws) == (factories.signer(),)

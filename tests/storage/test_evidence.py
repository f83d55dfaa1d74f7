"""The evidence store: each file once, whole, and nothing that is not a file."""

import hashlib

import pytest

from khenthuong.errors import BooksError, NotFoundError
from khenthuong.storage import evidence


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "Giấy khen 2024.PDF"
    path.write_bytes(b"%PDF-1.7 noi dung")
    return path


def add(books, path, name="", **options):
    with books.write("Minh chứng"):
        return evidence.add(books, path, name, **options)


def files(books):
    return sorted(
        p.relative_to(books.folder.evidence).as_posix()
        for p in books.folder.evidence.rglob("*")
        if p.is_file()
    )


def test_a_file_lies_under_its_own_digest(books, source):
    kept = add(books, source)
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    assert (kept.sha256, kept.name, kept.size) == (digest, "Giấy khen 2024.PDF", 17)
    assert files(books) == [f"{digest[:2]}/{digest}.pdf"]
    assert evidence.path_of(books, kept.name).read_bytes() == source.read_bytes()
    assert evidence.present(books) == {"Giấy khen 2024.PDF"}


def test_the_same_bytes_are_kept_once_under_two_names(books, source):
    add(books, source)
    add(books, source, "ca_nhan/giay.pdf")
    assert len(files(books)) == 1
    assert len(evidence.all_names(books)) == 2


def test_a_taken_name_gets_a_number_unless_it_is_replaced(books, source, tmp_path):
    other = tmp_path / "khac.pdf"
    other.write_bytes(b"%PDF-khac")
    first = add(books, source, "giay.pdf")
    assert add(books, other, "giay.pdf").name == "giay (2).pdf"
    assert add(books, other, "giay.pdf").name == "giay (2).pdf"
    replaced = add(books, other, "giay.pdf", replace=True)
    assert evidence.get(books, "giay.pdf") == replaced
    # The old bytes stay for what was sealed with them.
    assert len(files(books)) == 2
    assert first.sha256 != replaced.sha256


def test_links_folders_and_missing_files_are_refused(books, source, tmp_path):
    link = tmp_path / "lien-ket.pdf"
    link.symlink_to(source)
    for path, code in [
        (link, "books.evidence_not_file"),
        (tmp_path, "books.evidence_not_file"),
        (tmp_path / "khong-co.pdf", "books.evidence_unreadable"),
    ]:
        with pytest.raises(BooksError) as caught:
            add(books, path)
        assert caught.value.code == code
    assert files(books) == []


def test_a_link_planted_in_the_store_is_not_followed(books, source, tmp_path):
    kept = add(books, source)
    place = evidence.path_of(books, kept.name)
    secret = tmp_path / "bi-mat"
    secret.write_bytes(b"bi mat")
    place.unlink()
    place.symlink_to(secret)
    with pytest.raises(NotFoundError):
        evidence.path_of(books, kept.name)
    add(books, source)
    assert evidence.path_of(books, kept.name).read_bytes() == source.read_bytes()
    assert secret.read_bytes() == b"bi mat"


def test_gone_and_changed_files_are_found(books, source, tmp_path):
    other = tmp_path / "b.pdf"
    other.write_bytes(b"hai")
    for path in (source, other):
        add(books, path)
    evidence.path_of(books, "b.pdf").write_bytes(b"sua")
    evidence.path_of(books, source.name).unlink()
    assert evidence.present(books) == {"b.pdf"}
    assert set(evidence.damaged(books)) == {"b.pdf", source.name}


def test_an_odd_ending_is_left_off(books, source):
    kept = add(books, source, "../../x.p/../df")
    assert files(books) == [f"{kept.sha256[:2]}/{kept.sha256}"]


def test_an_unknown_name_is_said(books):
    with pytest.raises(NotFoundError):
        evidence.path_of(books, "khong-co.pdf")

"""Real damage to real books is found, named, and mended where it can be."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from khenthuong import storage
from khenthuong.domain.health import Grade, Trouble
from khenthuong.domain.kinds import Authority, RecipientKind
from khenthuong.errors import BooksError, UserError
from khenthuong.services import register
from khenthuong.services.dossier import sealing
from khenthuong.services.paperwork import paper_register
from khenthuong.services.paperwork.paper_files import SIDE_FILE
from khenthuong.services.safety import backups, doctor
from khenthuong.services.workspace import open_workspace
from khenthuong.storage import backup_store, evidence


@pytest.fixture(scope="session")
def sound_once(sample_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample commune with papers made, D1 sealed, a paper numbered, and a backup of it all."""
    folder = tmp_path_factory.mktemp("lanh-lan")
    root = folder / "so"
    shutil.copytree(sample_root, root)
    with open_workspace(root) as ws:
        paper_register.make_form(ws, "D1", "to_trinh")
        paper_register.record_number(
            ws, "D1", Authority.COMMUNE, "to_trinh", "12/TTr-UBND", date(2026, 1, 5)
        )
        with ws.books.write("thử minh chứng"):
            (folder / "anh.pdf").write_bytes(b"%PDF-1.4 anh chup")
            evidence.add(ws.books, folder / "anh.pdf", "anh.pdf")
        assert sealing.seal(ws, "D1", folder / "goi").packages
        backups.back_up(ws)
    return root


@pytest.fixture
def root(sound_once: Path, tmp_path: Path) -> Path:
    """A copy to be damaged."""
    return Path(shutil.copytree(sound_once, tmp_path / "so"))


def found(root: Path, now: datetime | None = None) -> dict[str, Trouble]:
    """Troubles by code, but for the place: tests run in a temporary folder."""
    every = doctor.examine(root, now=now, rules=False)
    return {one.code: one for one in every if one.code != "doctor.place"}


def graves(root: Path) -> set[str]:
    return {code for code, one in found(root).items() if one.grade is not Grade.NOTE}


def sql(root: Path, *statements: str) -> None:
    connection = sqlite3.connect(root / "khenthuong.sqlite", isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def paper_of(root: Path) -> Path:
    return next(path for path in sorted((root / "van_ban").rglob("*to-trinh*.docx")))


def test_sound_books_have_nothing_grave(root: Path) -> None:
    assert graves(root) == set()


def test_examining_changes_no_byte(root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    doctor.examine(root)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_every_trouble_has_a_sentence_and_a_remedy(root: Path) -> None:
    shutil.rmtree(root / "minh_chung")
    paper_of(root).unlink()
    for told in doctor.in_words(doctor.examine(root)):
        assert told.sentence
        assert told.cure
    assert doctor.as_json(doctor.examine(root))["sound"] is False


def test_flipped_pages_are_named_and_want_a_backup(root: Path) -> None:
    database = root / "khenthuong.sqlite"
    data = bytearray(database.read_bytes())
    data[4096 * 3 : 4096 * 9] = b"\xa5" * 4096 * 6
    database.write_bytes(data)
    troubles = found(root)
    assert {"doctor.pages", "doctor.unreadable"} & set(troubles)
    assert not any(one.mendable for one in troubles.values())
    assert doctor.repair(root, rules=False).done == ()
    assert database.read_bytes() == bytes(data)


@pytest.mark.parametrize("size", [0, 50, 5000])
def test_truncated_books_are_named(root: Path, size: int) -> None:
    database = root / "khenthuong.sqlite"
    database.write_bytes(database.read_bytes()[:size])
    assert any(one.grade is Grade.HARM for one in doctor.examine(root, rules=False))


def test_missing_books_are_named(root: Path) -> None:
    (root / "khenthuong.sqlite").unlink()
    assert found(root)["doctor.no_database"].grade is Grade.HARM


def test_a_flipped_letter_in_a_value_is_found(root: Path) -> None:
    with open_workspace(root) as ws:
        code = register.search(ws, RecipientKind.PERSON)[0]
    database = root / "khenthuong.sqlite"
    # What no checksum of SQLite's catches: the same length, another letter.
    triggers = ("audit_recipient_update", "search_update")
    sql(
        root,
        *(f"DROP TRIGGER {name}" for name in triggers),
        f"UPDATE recipient SET name = 'X' || substr(name, 2) WHERE code = '{code}'",
    )
    assert database.is_file()
    changed = found(root)["doctor.rows_changed"]
    assert changed.arguments == {"table": "recipient", "count": 1, "keys": [code]}


def test_a_row_that_vanished_is_found(root: Path) -> None:
    sql(root, "DROP TRIGGER audit_vote_delete", "DELETE FROM vote")
    gone = found(root)["doctor.rows_gone"]
    assert gone.arguments["table"] == "vote"


def test_a_broken_reference_is_found(root: Path) -> None:
    sql(
        root,
        "PRAGMA foreign_keys=OFF",
        "DROP TRIGGER audit_person_update",
        "UPDATE person SET unit = 'KHONG-CO' WHERE rowid = (SELECT min(rowid) FROM person)",
    )
    assert found(root)["doctor.references"].grade is Grade.HARM


@pytest.mark.parametrize(
    ("code", "statements"),
    [
        ("doctor.triggers", ("DROP TRIGGER audit_rating_update", "DROP TRIGGER search_delete")),
        ("doctor.triggers", ("DROP INDEX recipient_order",)),
        ("doctor.search", ("INSERT INTO recipient_search(recipient_search) VALUES('delete-all')",)),
    ],
)
def test_what_follows_from_the_rows_is_mended(
    root: Path, code: str, statements: tuple[str, ...]
) -> None:
    sql(root, *statements)
    assert found(root)[code].mendable
    assert doctor.repair(root, rules=False).done
    assert graves(root) == set()
    with open_workspace(root) as ws:
        assert register.search(ws, RecipientKind.PERSON, "nguyen")


def test_an_index_that_lost_rows_is_rebuilt(root: Path) -> None:
    schema = "SELECT * FROM sqlite_master WHERE name = 'change_recipient'"
    with sqlite3.connect(root / "khenthuong.sqlite") as connection:
        row = connection.execute(schema).fetchone()
    connection.close()
    # While nobody knows of the index, rows change behind its back.
    sql(root, "PRAGMA writable_schema=ON", f"DELETE FROM sqlite_master WHERE name = '{row[1]}'")
    sql(root, "UPDATE change SET recipient = 'KHAC' WHERE id % 7 = 0")
    listed = ", ".join(repr(value) for value in row)
    sql(root, "PRAGMA writable_schema=ON", f"INSERT INTO sqlite_master VALUES ({listed})")
    assert found(root)["doctor.index"].mendable
    assert "doctor.pages" not in found(root)
    assert doctor.repair(root, rules=False).done == (("doctor.mended_index", {}),)
    assert graves(root) == set()


def lose_evidence(root: Path) -> Path:
    path = sorted((root / "minh_chung").glob("*/*.pdf"))[0]
    path.unlink()
    return path


def damage_evidence(root: Path) -> Path:
    path = sorted((root / "minh_chung").glob("*/*.pdf"))[0]
    path.write_bytes(path.read_bytes()[:-3] + b"hup")
    return path


def lose_issued_paper(root: Path) -> Path:
    path = paper_of(root)
    path.unlink()
    return path


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lose_evidence, "doctor.minh_chung_missing"),
        (damage_evidence, "doctor.minh_chung_changed"),
        (lose_issued_paper, "doctor.van_ban_issued_missing"),
    ],
)
def test_lost_files_are_named_and_come_back_from_the_backups(
    root: Path, sound_once: Path, damage: Callable[[Path], Path], code: str
) -> None:
    path = damage(root)
    trouble = found(root)[code]
    assert trouble.grade is Grade.HARM
    assert trouble.mendable
    assert trouble.path == path.relative_to(root).as_posix()
    doctor.repair(root, rules=False)
    assert path.read_bytes() == (sound_once / path.relative_to(root)).read_bytes()
    assert graves(root) == set()


def test_without_a_backup_the_missing_paper_stays_named(root: Path) -> None:
    shutil.rmtree(root / "sao_luu" / backup_store.STORE)
    path = lose_issued_paper(root)
    trouble = found(root)["doctor.van_ban_issued_missing"]
    assert not trouble.mendable
    assert trouble.arguments["path"] == path.relative_to(root).as_posix()
    assert trouble.arguments["round"] == "D1"


def test_a_paper_edited_in_word_is_no_damage(root: Path) -> None:
    path = paper_of(root)
    path.write_bytes(path.read_bytes() + b"x")
    assert found(root)["doctor.papers_edited"].grade is Grade.NOTE
    doctor.repair(root, rules=False)
    assert path.read_bytes().endswith(b"x")


def test_an_issued_paper_that_somebody_changed_is_a_risk(root: Path) -> None:
    path = paper_of(root)
    relative = path.relative_to(root).as_posix()
    with open_workspace(root) as ws, ws.books.write("ban hành"):
        paper = next(p for p in storage.papers.versions(ws.books, "D1") if p.path == relative)
        storage.papers.save(ws.books, replace(paper, issued_on=date(2026, 11, 20)))
    assert "doctor.van_ban_issued_changed" not in found(root)
    path.write_bytes(path.read_bytes() + b"x")
    trouble = found(root)["doctor.van_ban_issued_changed"]
    assert (trouble.grade, trouble.path, trouble.mendable) == (Grade.RISK, relative, False)
    assert "doctor.papers_edited" not in found(root)


@pytest.mark.parametrize("content", [None, b"{", b"[]", b"{}"])
def test_a_side_file_is_written_again(root: Path, content: bytes | None) -> None:
    side = paper_of(root).parent / SIDE_FILE
    while not side.exists():
        side = side.parent.parent / SIDE_FILE
    whole = json.loads(side.read_text(encoding="utf-8"))
    if content is None:
        side.unlink()
    else:
        side.write_bytes(content)
    assert found(root)["doctor.side_file"].mendable
    doctor.repair(root, rules=False)
    again = json.loads(side.read_text(encoding="utf-8"))
    for name, about in whole.items():
        assert {**about, "title": ""} == {**again[name], "title": ""}
    assert graves(root) == set()


def test_orphans_and_leftovers_move_and_nothing_is_deleted(root: Path) -> None:
    orphan = root / "minh_chung" / "ff" / ("f" * 64 + ".pdf")
    orphan.parent.mkdir()
    orphan.write_bytes(b"cua ai")
    (root / "van_ban" / "a.docx.dang-ghi").write_bytes(b"do")
    (root / "goi-dang-lap-abc").mkdir()
    (root / "goi-dang-lap-abc" / "x.docx").write_bytes(b"dang")
    assert {"doctor.orphans", "doctor.leftovers"} <= set(found(root))
    doctor.repair(root, rules=False)
    assert not orphan.exists()
    assert {"doctor.orphans", "doctor.leftovers"}.isdisjoint(found(root))
    aside = {path.read_bytes() for path in (root / "cach_ly").rglob("*") if path.is_file()}
    assert aside == {b"cua ai", b"do", b"dang"}


def test_replaced_evidence_is_no_orphan(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "khac.pdf"
    other.write_bytes(b"%PDF- khac")
    with open_workspace(root) as ws, ws.books.write("thay"):
        evidence.add(ws.books, other, "anh.pdf", replace=True)
    assert "doctor.orphans" not in found(root)


def test_clock_and_backups_in_the_future_are_named(root: Path) -> None:
    past = datetime.now() - timedelta(days=400)
    troubles = found(root, past)
    assert {"doctor.operations_ahead", "doctor.backups_ahead"} <= set(troubles)
    assert "doctor.no_backup" in troubles


def test_an_old_backup_is_due(root: Path) -> None:
    late = datetime.now() + timedelta(days=20)
    assert "doctor.backup_due" in found(root, late)


def test_a_damaged_backup_and_store_are_named(root: Path) -> None:
    (newest, *_) = sorted((root / "sao_luu").glob("*thu-cong*.sqlite"))
    newest.write_bytes(newest.read_bytes()[:9000])
    stored = next((root / "sao_luu" / backup_store.STORE).glob("*/*"))
    stored.write_bytes(b"\0" + stored.read_bytes()[1:])
    troubles = found(root)
    assert {"doctor.backup_broken", "doctor.backup.changed"} & set(troubles)
    assert troubles["doctor.store_damaged"].mendable
    doctor.repair(root, rules=False)
    assert "doctor.store_damaged" not in found(root)
    # The safety backup was made before the damaged bytes left: the next one is whole again.
    with open_workspace(root) as ws:
        copy = backups.back_up(ws)
        assert backups.look(root, copy).sound


def test_a_broken_rule_file_of_the_province_is_named(root: Path) -> None:
    (root / "forms" / "bieu_mau").mkdir(parents=True, exist_ok=True)
    (root / "forms" / "bieu_mau" / "hong.toml").write_text("title = ", encoding="utf-8")
    told = [one for one in doctor.examine(root) if one.code == "doctor.catalogue"]
    assert "hong.toml" in str(told[0].arguments["what"])


def test_open_books_are_not_examined_by_another_program(root: Path) -> None:
    with open_workspace(root), pytest.raises(BooksError) as caught, doctor.alone(root):
        pytest.fail("held twice")
    assert caught.value.code == "books.locked"


def test_a_mistyped_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        doctor.alone(tmp_path / "khong-co")
    assert caught.value.code == "error.no_books"

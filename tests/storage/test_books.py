"""Open books: one program, whole transactions, whatever happens to the process."""

import os
import signal
import subprocess
import sys
import textwrap
import time

import pytest
from sqlalchemy import text

from khenthuong.errors import BooksError
from khenthuong.paths import DataFolder
from khenthuong.storage import history, office, open_books, pragmas, register
from tests import factories


def start(code: str, root, *arguments: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), str(root), *arguments],
        stdout=subprocess.PIPE,
        text=True,
        cwd=os.getcwd(),
    )


def kill(process: subprocess.Popen) -> None:
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


def line(process: subprocess.Popen) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def save_then_fail(books, *values):
    """Write, then raise before the write ends."""
    with books.write("Dở dang"):
        for value in values:
            register.save(books, value)
        raise ZeroDivisionError


def test_opening_lays_down_the_folders_and_the_books(tmp_path):
    with open_books(tmp_path / "moi"):
        folder = DataFolder(tmp_path / "moi")
        assert folder.database.exists()
        assert folder.evidence.is_dir()
        assert folder.backups.is_dir()
    assert pragmas.full_check(folder.database) == []


def test_a_second_opening_is_refused_while_the_first_lasts(tmp_path):
    with open_books(tmp_path):
        with pytest.raises(BooksError) as caught, open_books(tmp_path):
            pass
        assert caught.value.code == "books.locked"
    with open_books(tmp_path):
        pass


def test_another_program_holds_the_books_until_it_dies(tmp_path):
    other = start(
        """
        import sys, time
        from pathlib import Path
        from khenthuong.storage import open_books
        with open_books(Path(sys.argv[1])):
            print("open", flush=True)
            time.sleep(60)
    """,
        tmp_path,
    )
    assert line(other) == "open\n"
    with pytest.raises(BooksError) as caught, open_books(tmp_path):
        pass
    assert caught.value.code == "books.locked"
    kill(other)
    with open_books(tmp_path):
        pass


def test_settings_of_every_connection(books):
    with books.read() as connection:
        values = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "cache_spill")
        }
    assert values == {
        "journal_mode": "delete",
        "synchronous": 2,
        "foreign_keys": 1,
        "cache_spill": 0,
    }


def test_a_write_is_one_operation_signed_and_named(books):
    with books.write("Ghi hai tập thể") as number:
        register.save(books, factories.unit())
        register.save(books, factories.unit("TT-002"))
    (operation,) = history.operations(books)
    assert (operation.id, operation.who, operation.label) == (
        number,
        "Lê Thị Ghi",
        "Ghi hai tập thể",
    )
    assert operation.changes == 4


def test_a_write_that_raises_leaves_nothing(books):
    with pytest.raises(ZeroDivisionError):
        save_then_fail(books, factories.unit())
    assert register.units(books) == {}
    assert history.operations(books) == ()
    with books.write("Lại"):
        register.save(books, factories.unit())
    assert list(register.units(books)) == ["TT-001"]


def test_an_inner_write_joins_the_outer_one(books):
    with pytest.raises(ZeroDivisionError), books.write("Ngoài"):
        save_then_fail(books, factories.unit())
    assert register.units(books) == {}
    assert history.operations(books) == ()


def test_a_write_that_changes_nothing_leaves_no_operation(books):
    with books.write("Thêm"):
        register.save(books, factories.unit())
    with books.write("Ghi lại như cũ"):
        assert register.save(books, factories.unit()) is False
    assert [one.label for one in history.operations(books)] == ["Thêm"]


def test_reads_inside_a_write_see_it_and_others_do_not(books):
    with books.write("Thêm"):
        register.save(books, factories.unit())
        assert list(register.units(books)) == ["TT-001"]
        with books._engine.connect() as other:
            assert other.execute(text("SELECT count(*) FROM unit")).scalar() == 0


def test_writing_without_a_write_is_a_bug(books):
    with pytest.raises(RuntimeError):
        register.save(books, factories.unit())


def test_a_reference_left_without_its_row_refuses_the_whole_write(books):
    def write() -> None:
        with books.write("Sai"):
            office.save_office(books, factories.office())
            books.writer.execute(
                text("INSERT INTO rating VALUES ('KHONG-CO', '2025', 'HTTNV', NULL, '', NULL)")
            )

    with pytest.raises(BooksError) as caught:
        write()
    assert caught.value.code == "books.reference_missing"
    assert office.get_office(books) is None


def test_damaged_books_are_told(tmp_path):
    with open_books(tmp_path) as books, books.write("Thêm"):
        for n in range(200):
            register.save(books, factories.unit(f"TT-{n}"))
    path = DataFolder(tmp_path).database
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * 8192 + whole[16384:])
    with pytest.raises(BooksError) as caught, open_books(tmp_path):
        pass
    assert caught.value.code == "books.damaged"


BULK = """
    import sys, time
    from pathlib import Path
    from khenthuong.storage import apply_import, open_books, rows
    from tests import factories

    people = [factories.person(f"CN-{n:05}") for n in range(6000)]
    batch = factories.batch(
        persons=people, ratings=[factories.rating(one.code) for one in people])
    with open_books(Path(sys.argv[1])) as books:
        if sys.argv[2] == "middle":
            insert = rows.insert_rows
            def stop_after_persons(connection, shape, lines):
                insert(connection, shape, lines)
                if shape.table.name == "person":
                    print("middle", flush=True)
                    time.sleep(60)
            rows.insert_rows = stop_after_persons
        print("start", flush=True)
        apply_import(books, batch, take_changes=True, label="Bulk")
        print("done", flush=True)
"""


def counted(root) -> tuple[int | None, ...]:
    assert pragmas.full_check(DataFolder(root).database) == []
    with open_books(root) as books, books.read() as connection:
        return tuple(
            connection.execute(text(f"SELECT count(*) FROM {table}")).scalar()
            for table in ("person", "rating", "operation")
        )


def test_kill_in_the_middle_of_an_import_leaves_nothing_of_it(tmp_path):
    process = start(BULK, tmp_path, "middle")
    assert line(process) == "start\n"
    assert line(process) == "middle\n"
    kill(process)
    assert counted(tmp_path) == (0, 0, 0)


@pytest.mark.parametrize("seconds", [0.05, 0.15, 0.3, 0.6])
def test_kill_at_any_moment_leaves_all_or_nothing(tmp_path, seconds):
    process = start(BULK, tmp_path, "any")
    assert line(process) == "start\n"
    time.sleep(seconds)
    kill(process)
    assert counted(tmp_path) in ((0, 0, 0), (6000, 6000, 1))


def test_kill_while_the_books_are_laid_down(tmp_path):
    process = start(
        """
        import sys, time
        from pathlib import Path
        from khenthuong.storage import migrations, open_books
        steps = migrations.STEPS[1]
        class Slow(tuple):
            def __iter__(self):
                for n, step in enumerate(steps):
                    if n == 20:
                        print("middle", flush=True)
                        time.sleep(60)
                    yield step
        migrations.STEPS = {1: Slow(steps)}
        with open_books(Path(sys.argv[1])):
            pass
    """,
        tmp_path,
    )
    assert line(process) == "middle\n"
    kill(process)
    assert counted(tmp_path) == (0, 0, 0)


def test_a_full_disk_is_told_and_nothing_is_written(books):
    def fill() -> None:
        with books.write("Nhiều"):
            pages = books.writer.exec_driver_sql("PRAGMA page_count").scalar()
            books.writer.exec_driver_sql(f"PRAGMA max_page_count={pages + 2}")
            for n in range(2000):
                register.save(books, factories.unit(f"TT-{n}"))

    with pytest.raises(BooksError) as caught:
        fill()
    assert caught.value.code == "books.cannot_write"
    assert register.units(books) == {}

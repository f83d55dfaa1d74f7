"""A log is cleaned of people: only what is ours passes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khenthuong.domain.fault_log import cleaned

LOG = """\
2026-11-20 08:15:02,117 INFO khenthuong.ui.messages ask Bỏ Nguyễn Thị Lành: True
2026-11-20 08:15:09,001 CRITICAL khenthuong.ui.crash_dialog crash
Traceback (most recent call last):
  File "C:\\Users\\lanh.nt\\KhenThuong\\khenthuong\\ui\\desk.py", line 88, in run
    work("Nguyễn Thị Lành")
  File "C:\\Users\\lanh.nt\\Desktop\\Nguyen Thi Lanh.py", line 3, in go
sqlalchemy.exc.IntegrityError: (sqlite3) UNIQUE failed ('Nguyễn Thị Lành')
Nguyen Thi Lanh: UserError

During handling of the above exception, another exception occurred:

UserError: Lanh, 001085000123
khenthuong.errors.BooksError: D:\\Lanh
"""


def test_it_says_when_where_and_of_what_kind() -> None:
    assert list(cleaned(LOG.splitlines())) == [
        "2026-11-20 08:15:02,117 INFO khenthuong.ui.messages ask",
        "2026-11-20 08:15:09,001 CRITICAL khenthuong.ui.crash_dialog crash",
        "Traceback (most recent call last):",
        "  khenthuong/ui/desk.py:88 run",
        "  …:3 go",
        "sqlalchemy.exc.IntegrityError",
        "During handling of the above exception, another exception occurred:",
        "UserError",
        "khenthuong.errors.BooksError",
    ]


@pytest.mark.parametrize("secret", ["Lành", "Lanh", "lanh", "001085000123", "Desktop"])
def test_nobody_is_in_it(secret: str) -> None:
    assert secret not in "\n".join(cleaned(LOG.splitlines()))


@given(st.text(alphabet="Nguyễ ThịLành:.\\/'\"0123456789", max_size=60))
def test_whatever_a_message_says_is_dropped(words: str) -> None:
    line = f"2026-11-20 08:15:02,117 INFO khenthuong.ui.messages {words}"
    assert list(cleaned([line])) == ["2026-11-20 08:15:02,117 INFO khenthuong.ui.messages …"]

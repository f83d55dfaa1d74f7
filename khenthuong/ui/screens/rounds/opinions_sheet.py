"""What an opinion on a posted list is asked on screen, and the columns of their list."""

from __future__ import annotations

from dataclasses import dataclass

from khenthuong.domain.forms import FieldDef
from khenthuong.domain.kinds import OpinionOutcome
from khenthuong.domain.rounds import Opinion
from khenthuong.texts import label as word
from khenthuong.ui.form import sheet as s

_OUTCOMES = {word(one): one.value for one in OpinionOutcome}
_WORDS = {code: words for words, code in _OUTCOMES.items()}


def _shown(code: str) -> str:
    return _WORDS.get(code, code)


def _read(words: str) -> str:
    return _OUTCOMES.get(words, words)


OPINION = s.Sheet(
    Opinion,
    (
        s.day("received", "Ngày nhận", required=True),
        s.offered("place", "Nhận ở", "Nơi niêm yết; để trống là gửi thẳng cơ quan."),
        s.offered("about", "Về ai", "Để trống là về cả danh sách."),
        s.text("source", "Ai gửi, bằng cách nào"),
        s.text("content", "Nội dung ý kiến", required=True, long=True),
        s.text("answer", "Trả lời", long=True),
        s.day("answered", "Ngày trả lời"),
        s.Column(
            "outcome",
            FieldDef("outcome", "choice", "Kết quả", choices=tuple(_OUTCOMES)),
            _shown,
            _read,
        ),
    ),
)


OPINION_COLUMNS = (
    ("number", -48, "Số"),
    ("received", 2, "Ngày nhận"),
    ("whom", 4, "Về"),
    ("content", 6, "Nội dung"),
    ("answered", 2, "Trả lời"),
    ("state", 3, "Tình trạng"),
)


@dataclass(frozen=True)
class ListedOpinion(Opinion):
    """An opinion with the words its line shows beside it."""

    whom: str = ""
    state: str = ""

"""Đối chiếu dẫn chiếu trong forms/ với toàn văn luật.

Chạy: python scripts/doi_chieu_luat.py <tệp văn bản> [--van-ban luat_06_2022] [--tat-ca]. Mỗi tiêu
chuẩn ghi «van_ban» và dẫn văn bản đó phải có thật điều, khoản, điểm, và phần lớn chữ của nhãn phải
gặp lại trong điều ấy. In bảng những chỗ sai (--tat-ca: mọi dòng); có chỗ sai thì mã thoát là 1.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from khenthuong.catalog.rulebook import load_rulebook  # noqa: E402
from khenthuong.domain.criteria import Cite, Criterion, Rulebook  # noqa: E402
from khenthuong.domain.kinds import Checked, Principle  # noqa: E402

ENOUGH = 0.6
"""Phần chữ của nhãn phải gặp lại trong điều được dẫn."""

# Chữ nối, chữ của người lập bảng: có hay không cũng không nói lên điều gì.
_EMPTY_WORDS = frozenset(
    re.findall(
        r"\w+",
        "và hoặc của cho các có được là khi với đối trong từ trở lên đến ở do thì mà không một"
        " những này theo về tại đã sau đó đạt",
    )
)
_PRINCIPLES = {
    Principle.ACCURATE: "chính xác",
    Principle.PUBLIC: "công khai",
    Principle.FAIR: "công bằng",
    Principle.TIMELY: "kịp thời",
}
_PRINCIPLE_PLACE = ("5", "2", "a")
"""Điểm nêu bốn nguyên tắc: tiêu chuẩn dẫn điểm này là việc chương trình làm để giữ nguyên tắc ấy,
nên đối chiếu tên nguyên tắc, không đối chiếu chữ của nhãn."""
_ARTICLE = re.compile(r"Điều (\d+[a-zđ]?)\.")
_CLAUSE = re.compile(r"(\d+)\.\s*\D")
_POINT = re.compile(r"([a-zđ])\)")
_WORD = re.compile(r"\w+")


@dataclass
class Article:
    """Một điều: toàn văn, và các điểm của từng khoản («» là phần không chia khoản)."""

    text: str = ""
    clauses: dict[str, set[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Row:
    """Một dẫn chiếu đã đối chiếu; `fault` trống là đúng."""

    place: str
    cite: Cite
    label: str
    fault: str


def read_law(text: str) -> dict[str, Article]:
    """Các điều của văn bản, theo số điều."""
    articles: dict[str, Article] = {}
    article, clause = Article(), ""
    for raw in unicodedata.normalize("NFC", text).splitlines():
        line = raw.strip()
        if match := _ARTICLE.match(line):
            article, clause = articles.setdefault(match[1], Article()), ""
        elif match := _CLAUSE.match(line):
            clause = match[1]
            article.clauses.setdefault(clause, set())
        elif match := _POINT.match(line):
            article.clauses.setdefault(clause, set()).add(match[1])
        article.text += line + "\n"
    return articles


def compare(rulebook: Rulebook, text: str, law: dict[str, Article]) -> list[Row]:
    """Mọi dẫn chiếu `van_ban` tới văn bản `text`."""
    rows: list[Row] = []
    for place, cite, label, key in _citations(rulebook):
        if cite.text == text:
            fault = _no_such_place(cite, law) or _strange_words(key, law.get(cite.article))
            rows.append(Row(place, cite, label, fault))
    return rows


def _citations(rulebook: Rulebook) -> Iterator[tuple[str, Cite, str, str]]:
    """Chỗ dẫn, điều khoản, nhãn, và chữ phải gặp lại trong điều ấy."""
    for criterion, key in _trees(rulebook.common):
        yield f"tieu_chuan_chung / {criterion.id}", criterion.cite, criterion.label, key
    for award in rulebook.awards.values():
        yield award.id, award.cite, award.name, award.name
        for criterion, key in _trees(award.criteria):
            yield f"{award.id} / {criterion.id}", criterion.cite, criterion.label, key


def _trees(
    criteria: Iterable[Criterion], above: Criterion | None = None, said: str = ""
) -> Iterator[tuple[Criterion, str]]:
    """Mọi tiêu chuẩn `van_ban` và chữ phải gặp lại.

    Tiêu chuẩn con dẫn cùng chỗ với tiêu chuẩn trên nó là nói rõ thêm, nên hai nhãn đọc chung.
    """
    for criterion in criteria:
        same = above is not None and above.cite == criterion.cite
        key = f"{said} {criterion.label}" if same else criterion.label
        if criterion.checked is Checked.TEXT:
            yield criterion, _principle(criterion) or key
        yield from _trees(criterion.children, criterion, key)


def _principle(criterion: Criterion) -> str:
    cite = criterion.cite
    named = (cite.article, cite.clause, cite.point) == _PRINCIPLE_PLACE
    return _PRINCIPLES[criterion.principle] if named else ""


def _no_such_place(cite: Cite, law: dict[str, Article]) -> str:
    if not cite.article:
        return ""
    article = law.get(cite.article)
    if article is None:
        return f"không có Điều {cite.article}"
    if cite.clause and cite.clause not in article.clauses:
        return f"Điều {cite.article} không có khoản {cite.clause}"
    if cite.point and cite.point not in article.clauses.get(cite.clause, ()):
        return f"khoản {cite.clause} Điều {cite.article} không có điểm {cite.point}"
    return ""


def _strange_words(label: str, article: Article | None) -> str:
    if article is None:
        return ""
    wanted = [word for word in dict.fromkeys(_words(label)) if word not in _EMPTY_WORDS]
    known = set(_words(article.text))
    strange = [word for word in wanted if word not in known]
    if len(wanted) - len(strange) >= ENOUGH * len(wanted):
        return ""
    return "nhãn có chữ không gặp trong điều này: " + ", ".join(strange)


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def main(arguments: Sequence[str] | None = None) -> int:
    """0 khi mọi dẫn chiếu đúng, 1 khi có chỗ sai."""
    parser = argparse.ArgumentParser(description="Đối chiếu dẫn chiếu trong forms/ với luật.")
    parser.add_argument("law", type=Path, help="tệp toàn văn luật, UTF-8")
    parser.add_argument("--van-ban", dest="text", default="luat_06_2022")
    parser.add_argument("--forms", type=Path, default=ROOT / "forms")
    parser.add_argument("--tat-ca", dest="everything", action="store_true")
    given = parser.parse_args(arguments)
    rulebook, _ = load_rulebook(given.forms, None)
    law = read_law(given.law.read_text(encoding="utf-8"))
    rows = compare(rulebook, given.text, law)
    wrong = [row for row in rows if row.fault]
    for row in rows if given.everything else wrong:
        print(f"{_where(row.cite):<24} {row.place:<58} {row.fault or 'đúng'}")
        if row.fault:
            print(f"{'':<24} «{row.label}»")
    print(f"{len(rows)} dẫn chiếu, {len(wrong)} chỗ sai.")
    return 1 if wrong else 0


def _where(cite: Cite) -> str:
    parts = [("điểm", cite.point), ("khoản", cite.clause), ("Điều", cite.article)]
    return " ".join(f"{word} {value}" for word, value in parts if value) or "(cả văn bản)"


if __name__ == "__main__":
    raise SystemExit(main())

"""The manual's pages: nothing named in them is missing, and what is looked for is found."""

import re
from pathlib import Path

import pytest

import khenthuong
from khenthuong.ui import manual_pages
from khenthuong.ui.manual_pages import INDEX, Page, anchor_of, page_of, pages, search

QUOTED = re.compile(r"«([^»]+)»")
PICTURE_LIMIT = 3_000_000
NOT_OURS = {
    "nguyen hoa",
    "Nguyễn Hòa",
    "tệp đang mở",
    "Đường dẫn quá dài",
    "Chế độ xem được bảo vệ",
    "Cho phép sửa",
    "Thuộc tính",
    "Bỏ chặn",
    "Bố cục: chưa đối chiếu",
}
"""What somebody types, what Windows says, and a line put together of two."""
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")


def test_every_page_stands_in_the_contents() -> None:
    files = {path.stem for path in manual_pages.folder().glob("*.md")}
    assert {page.name for page in pages()} == files
    assert pages()[0].name == INDEX
    assert len({page.title for page in pages()}) == len(files)


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_every_link_leads_to_a_heading(page: Page) -> None:
    for link in LINK.findall(page.source):
        name, _, anchor = link.partition("#")
        target = page_of(name.removesuffix(".md")) if name else page
        assert target is not None, link
        if anchor:
            assert anchor_of(anchor) in {part.anchor for part in target.parts}, link


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_headings_of_a_page_are_told_apart(page: Page) -> None:
    anchors = [part.anchor for part in page.parts]
    assert len(set(anchors)) == len(anchors)


def test_anchors_do_not_mind_marks() -> None:
    assert anchor_of("Ai đủ điều kiện?") == anchor_of("ai-du-dieu-kien") == "ai-du-dieu-kien"


@pytest.mark.parametrize("words", ["niêm yết", "niem yet", "NIEM  YET"])
def test_search_does_not_mind_marks(words: str) -> None:
    hits = search(words)
    assert hits[0].place == "dot_xet#niem-yet"
    assert "niem_yet" in {hit.page.name for hit in hits}


def test_search_wants_all_words() -> None:
    assert search("xã mẫu zzz") == ()
    assert search("  ") == ()
    assert "bat_dau#xa-mau-de-tap" in {hit.place for hit in search("mau xa")}


def test_what_is_found_reads_without_marks_of_the_source() -> None:
    part = next(one for one in page_of("bat_dau").parts if one.anchor == "tu-so-trong-den-to-trinh")
    assert "](" not in part.text
    assert "**" not in part.text


@pytest.fixture(scope="module")
def words_on_screen() -> str:
    """All that the window and the texts say, as it is written in their sources."""
    program = Path(khenthuong.__file__).parent
    sources = [p for part in ("ui", "texts") for p in sorted((program / part).rglob("*.py"))]
    whole = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    return re.sub(r'"\s*\n\s*f?"', "", whole).replace("&", "").casefold()


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_quoted_words_stand_on_screen(page: Page, words_on_screen: str) -> None:
    quoted = {words.rstrip("… ") for words in QUOTED.findall(page.source)} - NOT_OURS
    assert {words for words in quoted if words.casefold() not in words_on_screen} == set()


def test_every_picture_is_there_and_shown() -> None:
    shown = [name for page in pages() for name in page.pictures]
    kept = {f"hinh/{path.name}" for path in (manual_pages.folder() / "hinh").iterdir()}
    assert set(shown) == kept
    assert len(shown) == len(kept)


def test_pictures_are_small_enough_to_ship() -> None:
    sizes = [path.stat().st_size for path in (manual_pages.folder() / "hinh").glob("*.png")]
    assert sum(sizes) < PICTURE_LIMIT

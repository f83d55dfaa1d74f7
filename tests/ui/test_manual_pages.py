"""The manual's pages: nothing named in them is missing, and what is looked for is found."""

import re

import pytest

from khenthuong.ui import manual_pages
from khenthuong.ui.manual_pages import INDEX, Page, anchor_of, page_of, pages, search

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

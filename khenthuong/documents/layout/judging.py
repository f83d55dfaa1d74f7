"""One judgement per component; what a kind of paper must have."""

from __future__ import annotations

from collections.abc import Callable

from khenthuong.documents.layout import page, practice
from khenthuong.documents.layout.annex import Annexes
from khenthuong.documents.layout.body import Body
from khenthuong.documents.layout.foot import Foot
from khenthuong.documents.layout.head import Head
from khenthuong.documents.layout.paper import Paper
from khenthuong.documents.layout.recognising import Parts
from khenthuong.domain.layout import (
    Component,
    Deviation,
    Judgement,
    Outcome,
    PagePart,
    PaperKind,
    part_of,
)

Judge = Callable[[], list[Deviation]]

_HEAD = {Component.MOTTO_STATE, Component.MOTTO}
_SIGNED = {Component.AUTHORITY, Component.SIGNER}
_SENT = {Component.RECIPIENTS_WORD, Component.RECIPIENTS}
_OFFICIAL = {
    *_HEAD,
    *_SIGNED,
    *_SENT,
    Component.ISSUER,
    Component.NUMBER,
    Component.BODY,
    Component.END_MARK,
}
REQUIRED: dict[PaperKind, set[Component]] = {
    PaperKind.DECISION: {
        *_OFFICIAL,
        Component.DATE,
        Component.TITLE,
        Component.SUBJECT,
        Component.GROUNDS,
        Component.ARTICLES,
    },
    PaperKind.REQUEST: {
        *_OFFICIAL,
        Component.DATE,
        Component.TITLE,
        Component.SUBJECT,
        Component.ADDRESSEE,
    },
    PaperKind.REPORT: {*_OFFICIAL, Component.DATE, Component.TITLE, Component.SUBJECT},
    PaperKind.LETTER: {*_OFFICIAL, Component.DATE, Component.LETTER_SUBJECT, Component.ADDRESSEE},
    # Mẫu 1.9: minutes have no place and date in the head.
    PaperKind.MINUTES: {*_OFFICIAL, Component.TITLE, Component.SUBJECT},
    PaperKind.NAMED: {*_OFFICIAL, Component.DATE, Component.TITLE},
    PaperKind.MERIT_REPORT: {*_HEAD, *_SIGNED, Component.DATE, Component.TITLE, Component.BODY},
    PaperKind.ANNEX: {Component.ANNEX_TITLE, Component.ANNEX_NOTE, Component.END_MARK},
    PaperKind.OTHER: set(),
}
# What a paper of no administrative type writes in its own way.
_TEXT = {
    component for component in Component if part_of(component) in (PagePart.BODY, PagePart.FOOT)
} - {Component.TABLES} | {Component.TITLE, Component.SUBJECT}
_ALWAYS = {Component.SHEET, Component.MARGINS, Component.FONT, Component.LANGUAGE, Component.STYLES}


class Judging:
    """Asks every component's judge in turn."""

    def __init__(self, paper: Paper, parts: Parts) -> None:
        self._paper = paper
        self._parts = parts
        head, body = Head(paper, parts), Body(paper, parts)
        foot, annexes = Foot(paper, parts), Annexes(parts)
        self._judges: dict[Component, Judge] = {
            Component.SHEET: lambda: page.judge_sheet(paper),
            Component.MARGINS: lambda: page.judge_margins(paper),
            Component.FONT: lambda: page.judge_font(paper),
            Component.PAGE_NUMBER: lambda: page.judge_page_number(paper),
            Component.MOTTO_STATE: head.state,
            Component.MOTTO: head.motto,
            Component.SUPERIOR: head.superior,
            Component.ISSUER: head.issuer,
            Component.NUMBER: head.number,
            Component.DATE: head.date,
            Component.LETTER_SUBJECT: head.letter_subject,
            Component.TITLE: head.title,
            Component.SUBJECT: head.subject,
            Component.ADDRESSEE: body.addressee,
            Component.GROUNDS: body.grounds,
            Component.BODY: body.body,
            Component.PARTS: body.parts,
            Component.SECTIONS: body.sections,
            Component.ARTICLES: body.articles,
            Component.CLAUSES: body.clauses,
            Component.POINTS: body.points,
            Component.END_MARK: body.end_mark,
            Component.AUTHORITY: foot.authority,
            Component.SIGNER: foot.signer,
            Component.RECIPIENTS_WORD: foot.recipients_word,
            Component.RECIPIENTS: foot.recipients,
            Component.ANNEX_NUMBER: annexes.number,
            Component.ANNEX_TITLE: annexes.title,
            Component.ANNEX_NOTE: annexes.note,
            Component.TABLES: lambda: practice.judge_tables(paper),
            Component.LANGUAGE: lambda: practice.judge_language(paper),
            Component.STYLES: lambda: practice.judge_styles(paper),
        }

    def all(self) -> tuple[Judgement, ...]:
        """Every component, in the order of the page."""
        return tuple(self._judge(component) for component in Component)

    def _judge(self, component: Component) -> Judgement:
        required = component in REQUIRED[self._parts.kind]
        lines = self._parts.of(component)
        if component is Component.PAGE_NUMBER:
            return self._page_number()
        if self._parts.kind is PaperKind.OTHER and component in _TEXT:
            return Judgement(component, Outcome.NOT_JUDGED)
        if not lines and component not in _ALWAYS and not self._has_tables(component):
            return Judgement(component, Outcome.ABSENT, required=required)
        return self._told(component, self._judges[component](), required=required)

    def _told(self, component: Component, found: list[Deviation], *, required: bool) -> Judgement:
        outcome = Outcome.OFF if found else Outcome.RIGHT
        lines = self._parts.of(component)
        quote = lines[0].quote if lines else ""
        told = Judgement(component, outcome, quote, required, tuple(found))
        if found and not told.against:
            return Judgement(component, Outcome.RIGHT, quote, required, tuple(found))
        return told

    def _has_tables(self, component: Component) -> bool:
        return component is Component.TABLES and practice.has_tables(self._paper)

    def _page_number(self) -> Judgement:
        needed = page.needs_page_number(self._paper)
        if page.has_page_number(self._paper):
            found = page.judge_page_number(self._paper)
            return self._told(Component.PAGE_NUMBER, found, required=bool(needed))
        outcome = Outcome.NOT_JUDGED if needed is None else Outcome.ABSENT
        return Judgement(Component.PAGE_NUMBER, outcome, required=bool(needed))

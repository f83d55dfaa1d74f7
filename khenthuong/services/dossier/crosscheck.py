"""Cross-check a dossier that is being sealed: every file read back, against books and one another.

`Crosscheck` follows the staging of one dossier and is given each file as it is laid in, so nothing
is opened twice. An error keeps the dossier from being sealed. A named person may seal it with a
reason only where the law leaves room (`Mismatch.may_accept`):

- how a position or unit is worded (no text says how), who signs on behalf of whom (NĐ 30/2020
  Điều 13 lets powers be given that the books need not know), the order of dates (no text we hold
  sets it), which text is cited as a base when it changed while the dossier was under way, and an
  award proposed without a vote of the council (Điều 85 of the Law: simplified procedure);
- never: who is proposed for what, how many, the votes, the money, numbers and dates of papers.
  Two papers that disagree there make the dossier false (Điều 93 khoản 2 điểm a, b).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from khenthuong import storage, texts
from khenthuong.documents.readback import UnreadablePaperError, body_of, read_body
from khenthuong.documents.readback_lists import contents_names
from khenthuong.domain import crosscheck
from khenthuong.domain.crosscheck import Acceptance, ListRow, Mismatch, Place, Severity
from khenthuong.domain.dossier import DossierFacts, Nominee, PaperPlan
from khenthuong.domain.kinds import Authority
from khenthuong.errors import UserError
from khenthuong.exchange.list_reader import read_list
from khenthuong.services.dossier import crosscheck_reasons
from khenthuong.services.dossier.crosscheck_books import compare_books
from khenthuong.services.dossier.crosscheck_expected import Sheet
from khenthuong.services.dossier.crosscheck_nominees import compare_nominee_paper
from khenthuong.services.dossier.crosscheck_papers import compare_paper
from khenthuong.services.dossier.enclosures import LIST_NAME
from khenthuong.services.paperwork import papers
from khenthuong.services.paperwork.papers import DossierPlan
from khenthuong.services.workspace import Workspace

_LONGEST_PLACE = 90
_LIST_COLUMNS = {2: crosscheck.NAME, 3: "position", 4: "unit", 5: crosscheck.AWARD}


@dataclass
class Crosscheck:
    """The comparison of one dossier under way; `found` fills as files are given to it."""

    ws: Workspace
    plan: DossierPlan
    found: list[Mismatch] = field(default_factory=list)
    _listed: tuple[PaperPlan, tuple[str, ...]] | None = None
    _known: dict[object, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        minutes = any(entry.form_id == papers.MINUTES for entry in self.plan.plans)
        self.found += compare_books(self.plan.facts, self.plan.council, minutes=minutes)

    @cached_property
    def _nominees(self) -> Mapping[tuple[str, str], Nominee]:
        return {nominee.nomination.key: nominee for nominee in self.plan.facts.nominees}

    def paper(self, entry: PaperPlan, data: bytes, *, edited: bool) -> None:
        """Read back one paper as it was laid in."""
        form = self.ws.forms[entry.form_id]
        minutes = entry.form_id == papers.MINUTES
        facts = self.plan.council if minutes else self.plan.facts
        try:
            body = body_of(data)
            nominee = self._nominees.get((entry.recipient, entry.award))
            if nominee is not None:
                self.found += compare_nominee_paper(
                    entry, form, facts, nominee, body, edited=edited
                )
                return
            text = read_body(body)
        except UnreadablePaperError:
            self.found.append(self._unreadable(entry, edited=edited))
            return
        known_texts = tuple(self.ws.rulebook.texts.values())
        sheet = Sheet(entry, form, facts, text, edited, known_texts, self._known)
        self.found += compare_paper(sheet)
        if sheet.prints("muc_luc"):
            self._listed = (entry, contents_names(text))

    def list_file(self, path: Path) -> None:
        """Read back danh-sach.xlsx."""
        heading, *rows = read_list(path) or ((),)
        stated = [
            ListRow(number, {key: row[place] for place, key in _LIST_COLUMNS.items()})
            for number, row in enumerate(rows, start=2)
            if len(row) == len(heading)
        ]
        expected = [_list_row(nominee) for nominee in self.plan.facts.nominees]
        told = {"name": LIST_NAME}
        for one in crosscheck.compare_rows(expected, stated, tuple(_LIST_COLUMNS.values())):
            row = one.stated or one.expected
            assert row is not None
            says = one.stated.text(one.column or crosscheck.NAME) if one.stated else ""
            books = one.expected.text(one.column or crosscheck.NAME) if one.expected else ""
            self.found.append(
                Mismatch(
                    "list_file",
                    Severity.ERROR,
                    self.plan.facts.authority,
                    LIST_NAME,
                    texts.say("crosscheck.list_file_title", told),
                    Place("row", row.name, one.stated.number if one.stated else 0),
                    says,
                    books,
                    row.name,
                )
            )

    def contents(self, names: Iterable[str]) -> None:
        """Compare what the mục lục lists with the files that really lie in the dossier."""
        if self._listed is None:
            return
        entry, listed = self._listed[0], set(self._listed[1])
        files = set(names)
        for name in sorted(files - listed):
            self.found.append(self._contents(entry, "contents_missing", "", name))
        for name in sorted(listed - files):
            self.found.append(self._contents(entry, "contents_extra", name, ""))

    def result(self, reasons: Mapping[str, Acceptance]) -> tuple[Mismatch, ...]:
        """Everything found, errors first, each once, with the reasons given for it."""
        once = {one.key: crosscheck_reasons.applied(one, reasons) for one in self.found}
        order = list(Severity)
        return tuple(sorted(once.values(), key=lambda one: (order.index(one.severity), one.paper)))

    def _contents(self, entry: PaperPlan, code: str, says: str, books: str) -> Mismatch:
        return Mismatch(
            code,
            Severity.WARNING,
            self.plan.facts.authority,
            f"{entry.file_name}.docx",
            entry.title,
            says=says,
            books=books,
        )

    def _unreadable(self, entry: PaperPlan, *, edited: bool) -> Mismatch:
        return Mismatch(
            "unreadable",
            Severity.ERROR,
            self.plan.facts.authority,
            f"{entry.file_name}.docx",
            entry.title,
            recipient=entry.recipient,
            edited=edited,
        )


def folder_of(ws: Workspace, facts: DossierFacts) -> Path:
    """Where the papers of a dossier lie, and the reasons given for its mismatches."""
    return papers.round_folder(ws, facts.round) / facts.authority.value


def accept(ws: Workspace, round_code: str, mismatch: Mismatch, reason: str, by: str) -> None:
    """Seal this mismatch with a named person's reason; raises UserError where none may be given."""
    crosscheck_reasons.accept(
        _folder(ws, round_code, mismatch.authority),
        mismatch,
        sentence(mismatch),
        reason,
        by,
        ws.today(),
    )


def take_back(ws: Workspace, round_code: str, mismatch: Mismatch) -> None:
    """Take the reason for a mismatch back."""
    crosscheck_reasons.take_back(_folder(ws, round_code, mismatch.authority), mismatch.key)


def accept_keys(
    ws: Workspace,
    round_code: str,
    found: Iterable[Mismatch],
    keys: Iterable[str],
    reason: str,
    by: str,
) -> None:
    """Accept mismatches by key, as the command line names them; raises UserError for a strange one.

    A key taken back or gone since is strange: what it stood for is no longer said.
    """
    by_key = {one.key: one for one in found}
    for key in keys:
        if key not in by_key:
            raise UserError("crosscheck.unknown_key", key=key)
        accept(ws, round_code, by_key[key], reason, by)


def paper_path(ws: Workspace, round_code: str, mismatch: Mismatch) -> Path | None:
    """The paper in the office's own folder, None where it was never made there."""
    path = _folder(ws, round_code, mismatch.authority) / mismatch.paper
    return path if mismatch.paper and path.is_file() else None


def sentence(mismatch: Mismatch) -> str:
    """Paper, place, what it says, what the books say."""
    return texts.say(f"crosscheck.{mismatch.code}", _arguments(mismatch))


def remedy(mismatch: Mismatch) -> str:
    """What to do about it."""
    code = f"crosscheck.do.{mismatch.code}"
    if not texts.knows(code):
        kind = "edited" if mismatch.edited else "made" if mismatch.paper else "books"
        code = f"crosscheck.do.{kind}"
    return texts.say(code, _arguments(mismatch))


def place_words(mismatch: Mismatch) -> str:
    """The place in words, «dòng 7 của bảng (Ông …)»."""
    place = mismatch.place
    told = {"text": _around(place.text, mismatch.says), "row": place.row}
    return texts.say(f"crosscheck.place.{place.kind}", told)


def _around(text: str, said: str) -> str:
    """A long sentence cut to what stands about the words in question."""
    if len(text) <= _LONGEST_PLACE:
        return text
    start = max(text.find(said) - _LONGEST_PLACE // 2, 0)
    cut = text[start : start + _LONGEST_PLACE].strip()
    after = "…" if start + _LONGEST_PLACE < len(text) else ""
    return f"{'…' if start else ''}{cut}{after}"


def as_json(found: Iterable[Mismatch]) -> list[dict[str, Any]]:
    """The mismatches as the command `package` answers them."""
    return [
        {
            "key": one.key,
            "code": one.code,
            "severity": one.severity.value,
            "blocks": one.blocks,
            "authority": one.authority.value,
            "paper": one.paper,
            "place": place_words(one),
            "says": one.says,
            "books": one.books,
            "message": sentence(one),
            "remedy": remedy(one),
            "may_accept": one.may_accept,
            "accepted": _accepted(one.accepted) if one.accepted else None,
        }
        for one in found
    ]


def manifest_entries(found: Iterable[Mismatch]) -> list[dict[str, Any]]:
    """What the package says of mismatches sealed with a reason."""
    return [
        {"paper": one.paper, "message": sentence(one), **_accepted(one.accepted)}
        for one in found
        if one.accepted
    ]


def lines(found: Iterable[Mismatch]) -> Iterator[str]:
    """The same for a person."""
    for one in found:
        told = {"severity": one.severity, "message": sentence(one), "remedy": remedy(one)}
        told |= {"key": one.key, "authority": one.authority}
        yield texts.say("crosscheck.line", told)
        if one.accepted:
            reason = {"reason": one.accepted.reason, "by": one.accepted.by}
            yield texts.say("crosscheck.accepted_line", reason)
        elif one.blocks and one.may_accept:
            yield texts.say("crosscheck.may_accept_line", told)


def _accepted(given: Acceptance) -> dict[str, str]:
    return {"reason": given.reason, "by": given.by, "on": given.on.isoformat()}


def _arguments(one: Mismatch) -> dict[str, object]:
    nothing = texts.say("crosscheck.nothing")
    return {
        "title": one.title,
        "paper": one.paper,
        "place": place_words(one),
        "says": one.says or nothing,
        "books": one.books or nothing,
        "who": one.who,
        "authority": one.authority,
    }


def _folder(ws: Workspace, round_code: str, authority: Authority) -> Path:
    one = storage.rounds.get_round(ws.books, round_code)
    return papers.round_folder(ws, one) / authority.value


def _list_row(nominee: Nominee) -> ListRow:
    values = (nominee.name, nominee.position, nominee.unit_name, nominee.award.name)
    return ListRow(0, dict(zip(_LIST_COLUMNS.values(), values, strict=True)))

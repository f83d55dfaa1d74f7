"""Judging the end of a paper: who signs, who receives (Phụ lục I, Phần I, II.7 and II.9)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khenthuong.documents.layout.body import judge_ends
from khenthuong.documents.layout.checks import Look, advise, deviate, judge_look, pick
from khenthuong.documents.layout.paper import Line, Paper
from khenthuong.documents.layout.recognising import Block, Parts
from khenthuong.domain.layout import Component, Deviation, PaperKind
from khenthuong.texts.layouts import FIRST_WORDS

_POWERS = ("TM.", "KT.", "TL.", "TUQ.", "Q.")
_WRONG_POWER = re.compile(r"(?:t/m|k/t|t/l|tm|kt|tl|tuq|tun|ttg|t\.m|k\.t|t\.l|q)\.?(?=\s)")
_NEEDS_POST = ("TM.", "KT.", "TL.", "TUQ.")
_TITLE_BEFORE_NAME = re.compile(
    r"(?:gs|pgs|ts|ths|bs|bscki|bsckii|ks|cn|ds|nsnd|nsut|ngut|ngnd|giao su|pho giao su|tien si|"
    r"thac si|bac si|ky su|cu nhan|nha giao uu tu|nha giao nhan dan|anh hung)\b[. ]"
)
_MAY_NAME_TITLES = re.compile(r"truong |benh vien|tram y te|hoc vien|quan su|cong an")
_KEEPER = re.compile(r"-\s*luu\b\s*:?.*")
_GOOD_KEEPER = re.compile(r"- luu: vt\b.*")
_AS_ABOVE = "- nhu tren"
_LEFT = 1.0


class Foot:
    """Judges the components at the end."""

    def __init__(self, paper: Paper, parts: Parts) -> None:
        self._paper = paper
        self._parts = parts

    def authority(self) -> list[Deviation]:
        """TM., KT., TL., TUQ., Q. and the post (II.7.b, đ)."""
        lines = self._parts.of(Component.AUTHORITY)
        found = judge_look(lines, Look(13, 14, bold=True, upper=True, align="center"))
        found += deviate("power_form", pick(lines, _is_wrong_power))
        alone = [b.titles[-1] for b in self._parts.blocks if _ends_with_power(b)]
        return found + deviate("power_alone", alone) + self._together()

    def _together(self) -> list[Deviation]:
        """A signature never stands alone on a page, nor apart from its name (good practice)."""
        before, table = self._parts.before_signature, self._parts.signature_table
        loose = [before] if before is not None and not self._holds_next(before) else []
        found = advise("keep_next", loose)
        if table is not None:
            rows = self._paper.tables[table].rows
            titles = self._parts.of(Component.AUTHORITY)
            found += advise("sign_splits", titles[:1] if any(r.splits for r in rows) else [])
        return found

    def _holds_next(self, line: Line) -> bool:
        """Whether the last words stay with what follows; in a data table the row has to."""
        if line.cell is None:
            return line.format.keep_next
        last = self._paper.tables[line.cell.table].rows[-1:]
        own = [x for x in self._paper.lines if x.cell and x.cell.table == line.cell.table]
        end = max((x.cell.row for x in own if x.cell), default=0)
        held = [x.format.keep_next for x in own if x.cell and x.cell.row == end]
        return bool(last) and all(held)

    def signer(self) -> list[Deviation]:
        """The name: bold, not in capitals, nothing before it (II.7.c, đ)."""
        lines = self._parts.of(Component.SIGNER)
        found = judge_look(lines, Look(13, 14, bold=True, upper=False, align="center"))
        titled = pick(lines, lambda x: bool(_TITLE_BEFORE_NAME.match(x.key)))
        agency = " ".join(x.key for x in self._parts.of(Component.ISSUER))
        tell = advise if _MAY_NAME_TITLES.search(agency) else deviate
        return found + tell("name_title", titled)

    def recipients_word(self) -> list[Deviation]:
        """«Nơi nhận:» 12, bold and italic, at the left (II.9.d)."""
        lines = self._parts.of(Component.RECIPIENTS_WORD)
        found = judge_look(lines, Look(12, 12, bold=True, italic=True, upper=False))
        asked = FIRST_WORDS["recipients"]
        found += deviate("recipients_colon", pick(lines, lambda x: x.words != asked))
        return found + deviate("not_left", pick(lines, _is_away))

    def recipients(self) -> list[Deviation]:
        """The list: 11, upright, dashes, «;», and the last «- Lưu: VT, … .» (II.9.d)."""
        lines = self._parts.of(Component.RECIPIENTS)
        found = judge_look(lines, Look(11, 11, bold=False, upper=False))
        whole = pick(lines, lambda x: x.begins)
        found += deviate("list_dash", pick(whole, lambda x: not x.words.startswith("-")))
        found += judge_ends(lines, ".")
        found += deviate("not_left", pick(whole, _is_away))
        keeper = [x for x in whole if _KEEPER.fullmatch(x.key)]
        if not keeper:
            found += deviate("keeper_missing", lines[-1:])
        found += deviate("keeper_form", pick(keeper[-1:], lambda x: not _is_keeper(x)))
        found += deviate("keeper_last", [x for x in keeper if x is not whole[-1]])
        return found + self._as_above(lines)

    def _as_above(self, lines: Sequence[Line]) -> list[Deviation]:
        kinds = (PaperKind.REQUEST, PaperKind.LETTER, PaperKind.REPORT)
        asked = self._parts.kind in kinds and Component.ADDRESSEE in self._parts.lines
        missing = asked and not any(x.key.startswith(_AS_ABOVE) for x in lines)
        return deviate("as_above", lines[:1] if missing else [])


def _is_keeper(line: Line) -> bool:
    return bool(_GOOD_KEEPER.fullmatch(line.key)) and "VT" in line.words


def _is_wrong_power(line: Line) -> bool:
    return bool(_WRONG_POWER.match(line.key)) and not line.words.startswith(
        tuple(f"{power} " for power in _POWERS)
    )


def _ends_with_power(block: Block) -> bool:
    """«TM.», «KT.» … tell for whom; the signer's own post has to follow."""
    return bool(block.titles) and block.titles[-1].words.startswith(_NEEDS_POST)


def _is_away(line: Line) -> bool:
    return line.format.align not in ("left", "start", "both") or line.format.first > _LEFT

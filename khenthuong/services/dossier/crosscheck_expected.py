"""What the books hold, in the shape in which papers state it: the other side of a cross-check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from khenthuong.documents.council_branch import disagreed_rows, vote_groups
from khenthuong.documents.nominee_branch import award_rows, group_rows, left_out_rows
from khenthuong.documents.office_branch import papers as paper_numbers
from khenthuong.documents.readback import PaperText, words
from khenthuong.documents.readback_lists import ListKind
from khenthuong.documents.readback_statements import StatedDate, counts, stated_date
from khenthuong.domain import crosscheck
from khenthuong.domain.criteria import LegalText
from khenthuong.domain.crosscheck import ListRow, Mismatch, Place, Severity, StatedCount
from khenthuong.domain.dossier import DossierFacts, PaperPlan
from khenthuong.domain.forms import FormDef
from khenthuong.domain.kinds import RecipientKind

_LISTS = frozenset({"nhom", "tap_the", "ca_nhan", "ho_gia_dinh", ListKind.PROPOSED.value})
_COLUMNS = {
    "chuc_vu_don_vi": crosscheck.POST,
    "don_vi": crosscheck.POST,
    "hinh_thuc": crosscheck.AWARD,
    "tien_thuong": crosscheck.MONEY,
    "dong_y": crosscheck.AGREE,
    "khong_dong_y": crosscheck.DISAGREE,
    "khong_hop_le": crosscheck.INVALID,
    "ty_le": crosscheck.SHARE,
}


@dataclass(frozen=True)
class Sheet:
    """One paper that is compared: what it says, and the facts it was made of.

    `facts` are the dossier's, for the council's minutes those of the whole round. `texts` are all
    legal texts of the rulebook, those out of force too.
    """

    entry: PaperPlan
    form: FormDef
    facts: DossierFacts
    text: PaperText
    edited: bool
    texts: tuple[LegalText, ...] = ()
    known: dict[object, object] = field(default_factory=dict, compare=False, repr=False)
    """What was expected of the same facts before, so that it is made once a dossier."""

    @property
    def file(self) -> str:
        """The paper's name in the dossier."""
        return f"{self.entry.file_name}.docx"

    @cached_property
    def sources(self) -> frozenset[str]:
        """The facts that the paper's form prints: only these are looked for."""
        return frozenset(field.source for field in self.form.fields if field.source)

    def prints(self, *branches: str) -> bool:
        """Whether the form takes anything from one of these branches."""
        return any(source.split(".")[0] in branches for source in self.sources)

    @cached_property
    def own_lines(self) -> tuple[str, ...]:
        """The paper's lines without what somebody typed into the form: no statements of ours."""
        given = self.facts.dossier_answers.get(self.form.id)
        values = given.values.values() if given else ()
        typed = {words(line) for value in values for line in str(value).split("\n")}
        return tuple(line for line in self.text.lines if line not in typed)

    def mismatch(
        self,
        code: str,
        place: Place,
        says: str,
        books: str,
        *,
        severity: Severity = Severity.ERROR,
        may_accept: bool = False,
        who: str = "",
    ) -> Mismatch:
        """A finding about this paper."""
        return Mismatch(
            code,
            severity,
            self.facts.authority,
            self.file,
            self.entry.title,
            place,
            says,
            books,
            who,
            self.entry.recipient,
            self.edited,
            may_accept,
        )

    @property
    def own_paper(self) -> str:
        """The name of the paper's own number among the facts: «to_trinh»; "" when it has none."""
        found = (s.split(".")[1] for s in self.sources if s.startswith("van_ban."))
        numbered = (name for name in found if f"van_ban.{name}.so" in self.sources)
        return next(numbered, "")

    def number(self, name: str) -> str:
        """What the books give as number of «to_trinh», «quyet_dinh» or «bien_ban»."""
        return words(str(self._numbers[name]["so"]))

    def date(self, name: str) -> StatedDate:
        """What the books give as its date."""
        found = stated_date(words(str(self._numbers[name]["ngay"])))
        assert found is not None, name  # blank_date and long_date both read as a date
        return found

    @cached_property
    def _numbers(self) -> Mapping[str, Mapping[str, object]]:
        return cast("Mapping[str, Mapping[str, object]]", paper_numbers(self.facts))

    def rows(self, kind: ListKind) -> tuple[ListRow, ...]:
        """The rows that a list of this kind must have, wherever they stand in it."""
        key = (id(self.facts), kind, ListKind.PROPOSED.value in self.sources)
        if key not in self.known:
            self.known[key] = tuple(map(_row, self._printed(kind)))
        return self.known[key]  # type: ignore[return-value]

    def has_list(self, kind: ListKind) -> bool:
        """Whether the form prints such a list."""
        if kind is ListKind.PROPOSED:
            return self.prints(*_LISTS)
        return self.prints(kind.value)

    def _printed(self, kind: ListKind) -> Iterable[Mapping[str, object]]:
        if kind is ListKind.VOTED_DOWN:
            return disagreed_rows(self.facts)
        if kind is ListKind.NOT_VOTED:
            return left_out_rows(self.facts)
        if ListKind.PROPOSED.value in self.sources:
            return vote_groups(self.facts)
        return [row for group in RecipientKind for row in group_rows(self.facts, group)]

    @cached_property
    def amounts(self) -> Mapping[RecipientKind, int]:
        """How many of each kind are proposed; kinds without any are not there."""
        found = {
            RecipientKind.UNIT: len(self.facts.units),
            RecipientKind.PERSON: len(self.facts.persons),
            RecipientKind.HOUSEHOLD: len(self.facts.households),
        }
        return {kind: amount for kind, amount in found.items() if amount}

    def award_counts(self) -> Mapping[str, tuple[StatedCount, ...]]:
        """How many of each kind each award goes to, by the award as the paper calls it."""
        wording = "hanh_dong" if self.prints("viec") else "ten"
        return {
            words(str(row[wording])): tuple(counts(words(str(row["so_luong"]))))
            for row in award_rows(self.facts)
        }


def _row(printed: Mapping[str, object]) -> ListRow:
    name = words(str(printed["ten"]))
    cells = {
        column: words(str(printed[key]))
        for key, column in _COLUMNS.items()
        if printed.get(key) is not None
    }
    unit = cells.get(crosscheck.POST, "")
    both = f"{name}, {unit}" if unit else name
    return ListRow(0, {**cells, crosscheck.NAME: name, crosscheck.NAME_UNIT: both})

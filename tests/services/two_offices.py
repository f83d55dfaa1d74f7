"""Two offices that know each other only by files: what the tests of the circle stand on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from khenthuong.domain.kinds import Authority
from khenthuong.domain.receiving import Decision
from khenthuong.services.dossier import answers_taken, sealing
from khenthuong.services.transfer import incoming, receiving, replying
from khenthuong.services.transfer.replying import Draft
from khenthuong.services.workspace import Workspace

ROUND = "D1"
OFFICE = "Sở Nội vụ tỉnh Thử Nghiệm"
DECISION = Decision(
    "315/QĐ-UBND", date(2026, 3, 2), "Chủ tịch UBND tỉnh", "Trần Văn Ký", "Chủ tịch"
)


@dataclass
class Circle:
    """Two offices that know each other only by files."""

    commune: Workspace
    province: Workspace
    folder: Path
    package: Path

    def arrive(self, path: Path | None = None) -> receiving.Receipt:
        """A package as the province sees it before taking it in."""
        found = incoming.look_at(path or self.package, self.province.pages_folder)
        return receiving.preview(self.province, found)

    def submit(self, path: Path | None = None) -> str:
        return receiving.take_in(self.province, self.arrive(path)).code

    def come_back(self, path: Path) -> answers_taken.Answer:
        """A reply as the commune sees it before taking it in."""
        found = incoming.look_at(path, self.commune.pages_folder)
        return answers_taken.preview(self.commune, found)

    def answer(self, code: str, draft: Draft) -> Path:
        return replying.write(self.province, code, draft, self.folder / "tra-loi").path

    def seal_again(self) -> Path:
        result = sealing.seal(self.commune, ROUND, self.folder / "goi-sau")
        return next(p.path for p in result.packages if p.authority is Authority.PROVINCE)

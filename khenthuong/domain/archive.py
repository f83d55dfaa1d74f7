"""What a sealed round leaves behind: sealed dossiers, issued papers, names as they were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from khenthuong.domain.kinds import Authority


@dataclass(frozen=True)
class FrozenName:
    """Name, position and unit of a nominee as they read on the day of sealing."""

    recipient: str
    award: str
    name: str
    position: str
    unit_name: str


@dataclass(frozen=True)
class SealedDossier:
    """One sealing of a round for one authority; `version` counts from 1.

    `fingerprint` is the sha256 over the content, `package_sha256` and `file_name` those of the zip;
    what was found lies beside it as `RoundJudgement` and `Judgement`.
    """

    round: str
    authority: Authority
    version: int
    fingerprint: str
    sealed_on: date
    package_sha256: str
    file_name: str


@dataclass(frozen=True)
class Paper:
    """A paper that was made: `path` relative to the data folder, `sha256` as it was written.

    `recipient` and `award` are empty for a paper of the whole dossier. `number` and `day` are given
    by văn thư later; `signed_path` is the signed PDF, relative to the data folder. `issued_on` is
    the day somebody said that it was issued; a later version of an issued paper replaces it.
    """

    round: str
    authority: Authority
    form: str
    recipient: str
    award: str
    version: int
    path: str
    sha256: str
    number: str = ""
    day: date | None = None
    signed_path: str = ""
    signed_sha256: str = ""
    issued_on: date | None = None

    @property
    def issued(self) -> bool:
        """Whether it left the office: said so, or numbered, dated and signed. It never changes."""
        return self.issued_on is not None or bool(self.number and self.day and self.signed_path)


@dataclass(frozen=True)
class Judgement:
    """One nomination as it was judged; `findings` is JSON text, worded as on that day.

    It belongs to the `RoundJudgement` of the same round, authority and version.
    """

    round: str
    authority: str
    sealed_version: int
    recipient: str
    award: str
    verdict: str
    findings: str


@dataclass(frozen=True)
class RoundJudgement:
    """When and by which rules a round was judged, and what was found of it as a whole.

    `authority` and `sealed_version` name the sealing at which it was kept, and then it never
    changes; "" and 0 is the last check that a clerk ran. `fingerprint` is the rulebook's.
    """

    round: str
    authority: str
    sealed_version: int
    made_on: date
    period: str
    fingerprint: str
    findings: str

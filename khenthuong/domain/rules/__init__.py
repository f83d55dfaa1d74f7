"""The rules: facts and a rulebook in, findings out; no clock, no files, no texts."""

from khenthuong.domain.rules.engine import check_round

__all__ = ["check_round"]

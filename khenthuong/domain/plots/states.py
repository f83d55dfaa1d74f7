"""How the state of a target looks: sign, pattern and ink; no two states share sign and pattern."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from khenthuong.domain.plots.marks import Ink, Pattern, Sign
from khenthuong.domain.targets import TargetState

LOOKS: Mapping[TargetState, tuple[Sign, Pattern, Ink]] = MappingProxyType(
    {
        TargetState.NOT_MET: (Sign.UP, Pattern.CROSS, Ink.TWO),
        TargetState.BEHIND: (Sign.UP, Pattern.RISING, Ink.TWO),
        TargetState.UNDECIDED: (Sign.DIAMOND, Pattern.UPRIGHT, Ink.FOUR),
        TargetState.NO_FIGURES: (Sign.DIAMOND, Pattern.EMPTY, Ink.SOFT),
        TargetState.ON_TRACK: (Sign.SQUARE, Pattern.LEVEL, Ink.THREE),
        TargetState.MET: (Sign.ROUND, Pattern.FALLING, Ink.ONE),
        TargetState.EXCEEDED: (Sign.ROUND, Pattern.SOLID, Ink.ONE),
    }
)
"""The gravest first: the order in which targets are shown."""
ORDER: Mapping[TargetState, int] = MappingProxyType({s: n for n, s in enumerate(LOOKS)})

"""The colours of the three versions of the theme: one table a version, the same names in each.

A name says what a colour is for, not what it looks like: `card` is the ground of fields and of
words on `accent`, `accent_dark` the stronger accent, `*_pale` a ground, `*_edge` its border.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Version(StrEnum):
    """A version of the theme."""

    LIGHT = "sang"
    DARK = "toi"
    CONTRAST = "tuong_phan"


INKS = ("ink", "soft", "accent", "accent_dark", "good", "bad", "warn", "hold")
"""What words are written in."""

_LIGHT = {
    "ink": "#1F2933",
    "soft": "#535E6C",
    "faint": "#616C79",
    "paper": "#F6F7F9",
    "card": "#FFFFFF",
    "nav": "#EDF0F4",
    "head": "#EEF1F5",
    "line": "#DCE1E7",
    "grid": "#E8EBEF",
    "edge": "#828D9B",
    "stripe": "#FAFBFC",
    "hover": "#E9EEF4",
    "pressed": "#DCE1E7",
    "scroll": "#B9C1CB",
    "accent": "#1D5C96",
    "accent_dark": "#15446F",
    "accent_pale": "#E1ECF7",
    "accent_edge": "#9DC0E2",
    "bar": "#9DC0E2",
    "good": "#1B6B3A",
    "good_pale": "#E6F4EA",
    "good_edge": "#A6D3B5",
    "bad": "#A8231C",
    "bad_pale": "#FCE9E7",
    "bad_edge": "#E9B0AB",
    "warn": "#7A4D00",
    "warn_pale": "#FDF2DC",
    "warn_edge": "#E3C384",
    "hold": "#63408C",
    "hold_pale": "#F1EAF8",
    "plot_1": "#0B5A93",
    "plot_2": "#A84300",
    "plot_3": "#006B4F",
    "plot_4": "#8F3F6C",
}
_DARK = {
    "ink": "#E4E8ED",
    "soft": "#B6BFCA",
    "faint": "#9BA6B2",
    "paper": "#191D22",
    "card": "#20252C",
    "nav": "#15191E",
    "head": "#282E36",
    "line": "#3A424C",
    "grid": "#2D343C",
    "edge": "#75818F",
    "stripe": "#242A31",
    "hover": "#2C333C",
    "pressed": "#3A424C",
    "scroll": "#56616E",
    "accent": "#8AC0F2",
    "accent_dark": "#B4D7F8",
    "accent_pale": "#1F3850",
    "accent_edge": "#3F6C97",
    "bar": "#345A80",
    "good": "#86D6A0",
    "good_pale": "#1B3626",
    "good_edge": "#37704D",
    "bad": "#FFA8A0",
    "bad_pale": "#472522",
    "bad_edge": "#8C4640",
    "warn": "#EDC46C",
    "warn_pale": "#3B3017",
    "warn_edge": "#7C662E",
    "hold": "#CDB2EF",
    "hold_pale": "#352A46",
    "plot_1": "#6FB7EE",
    "plot_2": "#EFA55C",
    "plot_3": "#4CC9A0",
    "plot_4": "#E59CC4",
}
_CONTRAST = {
    "ink": "#FFFFFF",
    "soft": "#F0F0F0",
    "faint": "#C8C8C8",
    "paper": "#000000",
    "card": "#000000",
    "nav": "#000000",
    "head": "#1C1C1C",
    "line": "#A8A8A8",
    "grid": "#6A6A6A",
    "edge": "#FFFFFF",
    "stripe": "#0C0C0C",
    "hover": "#2A2A2A",
    "pressed": "#3C3C3C",
    "scroll": "#C8C8C8",
    "accent": "#FFE14D",
    "accent_dark": "#FFF0A0",
    "accent_pale": "#33300A",
    "accent_edge": "#FFE14D",
    "bar": "#4D4700",
    "good": "#7CF59B",
    "good_pale": "#002B10",
    "good_edge": "#7CF59B",
    "bad": "#FFB3AC",
    "bad_pale": "#3A0500",
    "bad_edge": "#FFB3AC",
    "warn": "#FFCE73",
    "warn_pale": "#2E2000",
    "warn_edge": "#FFCE73",
    "hold": "#E2CBFF",
    "hold_pale": "#22103A",
    "plot_1": "#7CC7FF",
    "plot_2": "#FFB547",
    "plot_3": "#4DF0BC",
    "plot_4": "#FF9CD0",
}
TABLES: Mapping[Version, Mapping[str, str]] = {
    Version.LIGHT: _LIGHT,
    Version.DARK: _DARK,
    Version.CONTRAST: _CONTRAST,
}

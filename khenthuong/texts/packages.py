"""Sentences for people: packages."""

from __future__ import annotations

TEXTS: dict[str, str] = {}

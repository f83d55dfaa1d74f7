"""Sentences for people: books."""

from __future__ import annotations

TEXTS: dict[str, str] = {}

"""Sentences of the check of the books."""

from __future__ import annotations

TEXTS: dict[str, str] = {}

"""Sentences for people: faults."""

from __future__ import annotations

TEXTS: dict[str, str] = {}

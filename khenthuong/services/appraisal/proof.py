"""Bốn yêu cầu của một đợt as proof: what the round's page shows, and its paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from khenthuong.domain.appraisal import Appraisal
from khenthuong.domain.kinds import Authority, Principle
from khenthuong.domain.selection import authorities
from khenthuong.services.appraisal import checking
from khenthuong.services.dossier import dossiers
from khenthuong.services.paperwork import paper_register, papers
from khenthuong.services.workspace import Workspace

FORM = "bang_tham_dinh_dot"


@dataclass(frozen=True)
class RoundProof:
    """The appraisal of a round as the books stand, the open remarks on the whole round in words."""

    round: str
    appraisal: Appraisal
    notes: Mapping[Principle, tuple[str, ...]]
    quotas: tuple[str, ...]


def of_round(ws: Workspace, round_code: str) -> RoundProof:
    """Judge a round and sum it up; raises NotFoundError for an unknown round.

    Steps not yet reached keep nobody out, as while papers are made before sealing.
    """
    judged = dossiers.judge(ws, round_code)
    first = next(iter(authorities(judged.check)), Authority.COMMUNE)
    found = papers.appraisal(ws, judged, first, ws.today(), sealing=False)
    notes = {
        one.principle: tuple(checking.sentence(ws, finding) for finding in one.of_round)
        for one in found.demands
    }
    quotas = tuple(checking.sentence(ws, finding) for finding in found.quotas)
    return RoundProof(round_code, found, notes, quotas)


def make_paper(ws: Workspace, round_code: str) -> Path:
    """Make the bảng thẩm định of every dossier and note it; returns the first one's file.

    Raises UserError for a round without nominations; a file edited outside stays untouched.
    """
    return paper_register.make_form(ws, round_code, FORM).papers[0].path

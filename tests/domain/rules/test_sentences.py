"""Every code of the rules has a sentence."""

import re
from pathlib import Path

import khenthuong.domain.rules
from khenthuong import texts
from khenthuong.texts import findings

RULES = Path(khenthuong.domain.rules.__file__).parent
SUFFIXES = {
    "finding.awards_run_": ("held", "held_by_round", "earlier", "overlapping", "unknown", "broken"),
    "finding.ratings_run_": (
        "held",
        "mixed",
        "mixed_disciplined",
        "earlier",
        "until_death",
        "unknown",
        "broken",
        "broken_disciplined",
    ),
    "finding.ratings_after_": (
        "held",
        "mixed",
        "mixed_disciplined",
        "earlier",
        "until_death",
        "unknown",
        "broken",
        "broken_disciplined",
        "short",
        "again",
    ),
    "finding.used": ("", "_in", "_by_other", "_by_other_in"),
    "finding.movement_level": ("", "_by_state"),
    "finding.movement_level_unclear": ("", "_by_state"),
    "finding.movement_": ("missing", "short"),
    "finding.recused": ("", "_household"),
    "finding.not_recused": ("", "_household"),
    "finding.service_": ("joined", "founded"),
    "finding.service_unknown_": ("joined", "founded"),
    "finding.not_yet_": ("meeting", "notice", "dossier"),
    "finding.round_rise_": ("truc_tiep", "tap_the_nho"),
}


def codes():
    found = set()
    for path in RULES.glob("*.py"):
        for code in re.findall(r'"(finding\.[a-z0-9_]+)(?=["{])', path.read_text(encoding="utf-8")):
            found |= {code + suffix for suffix in SUFFIXES.get(code, ("",))}
    return found


def test_every_code_has_a_sentence():
    assert {code for code in codes() if not texts.knows(code)} == set()


def test_no_sentence_is_left_over():
    spoken_by_services = {
        "finding.cited",
        "finding.unverified",
        "finding.under_2022",
        "finding.line",
        "finding.line_finding",
        "finding.line_round",
        "finding.line_period",
        "finding.not_yet_considered",
    }
    written = {code for code in findings.TEXTS if code.startswith("finding.")}
    assert written - codes() - spoken_by_services == set()

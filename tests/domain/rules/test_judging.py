"""Findings are made quickly, and equal to ones made the ordinary way."""

from dataclasses import fields, replace

from khenthuong.domain.criteria import KINDS
from khenthuong.domain.findings import Finding
from khenthuong.domain.rules.judging import RULES
from tests.domain.rules.commune import LDTT, official


def test_every_kind_has_a_rule():
    assert set(RULES) == set(KINDS)


def test_a_finding_equals_one_made_field_by_field():
    for made in official().propose("CN01", LDTT).of("CN01", LDTT).findings:
        values = {field.name: getattr(made, field.name) for field in fields(Finding)}
        assert Finding(**values) == made
        assert replace(made) == made
        assert set(vars(made)) == set(values)

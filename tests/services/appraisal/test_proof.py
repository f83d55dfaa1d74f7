"""The appraisal of a round: counts that agree with the dossiers, figures that seal to one page."""

import zipfile
from dataclasses import replace
from datetime import date

import pytest

from khenthuong.documents.text import plain_text
from khenthuong.domain.kinds import Duty, Principle, Status
from khenthuong.domain.register import Person
from khenthuong.errors import NotFoundError, UserError
from khenthuong.services import register
from khenthuong.services.appraisal import proof, rounds
from khenthuong.services.dossier import sealing
from khenthuong.storage import history

PAPER = "04-phieu-tham-dinh/00-bang-tham-dinh-dot.docx"


def test_counts_agree_with_what_sealing_would_do(commune):
    found = proof.of_round(commune, "D1").appraisal
    outlook = {one.authority: one for one in sealing.outlook(commune, "D1")}
    assert {one.authority: (one.inside, one.outside) for one in found.counts} == {
        authority: (one.nominations, len(one.left_out)) for authority, one in outlook.items()
    }
    total = found.total
    assert total.nominated == len(rounds.nominations(commune, "D1"))
    assert total.met + total.to_compare + total.on_hold + total.open == total.nominated


def test_four_demands_in_order_with_what_is_open(commune):
    found = proof.of_round(commune, "D1")
    assert [one.principle for one in found.appraisal.demands] == list(Principle)
    accurate = found.appraisal.demands[0]
    assert 0 < accurate.met < accurate.of
    assert accurate.points
    assert all(point.label for point in accurate.points if not point.neutral)
    assert all(not point.label for point in accurate.points if point.neutral)
    assert found.notes[Principle.FAIR]


def test_an_override_is_counted_named_and_audited(commune):
    out = next(
        one for one in sealing.outlook(commune, "D1")[0].left_out if one.status == "Không đạt"
    )
    rounds.override(commune, "D1", out.recipient, out.award, "Quyết định đến muộn", "Lê Thị Kiểm")
    found = proof.of_round(commune, "D1").appraisal
    assert found.total.overridden == 1
    assert [(one.reason, one.by) for one in found.overridden] == [
        ("Quyết định đến muộn", "Lê Thị Kiểm")
    ]
    assert "Lê Thị Kiểm" in history.operations(commune.books)[0].label
    text = plain_text(proof.make_paper(commune, "D1").read_bytes())
    assert "Quyết định đến muộn (Lê Thị Kiểm, " in text


def test_the_paper_is_made_also_when_nobody_goes_in(commune):
    for one in rounds.nominations(commune, "D4")[1:]:
        rounds.remove_nomination(commune, one)
    left = rounds.nominations(commune, "D4")[0]
    rounds.save_nomination(commune, replace(left, achievements=()))
    path = proof.make_paper(commune, "D4")
    assert path.name == "00-bang-tham-dinh-dot.docx"
    assert "Cấp xã | 1 |" in plain_text(path.read_bytes())


def test_a_round_without_nominations_or_name_is_refused_politely(commune):
    one = rounds.get_round(commune, "D1")
    rounds.save_round(commune, replace(one, code="D9"))
    assert proof.of_round(commune, "D9").appraisal.counts == ()
    with pytest.raises(UserError) as empty:
        proof.make_paper(commune, "D9")
    assert empty.value.code == "error.no_nominations"
    with pytest.raises(NotFoundError):
        proof.of_round(commune, "D10")


def test_a_package_keeps_its_figures_when_the_register_grows(commune, tmp_path):
    first = sealing.seal(commune, "D4", tmp_path / "a")
    package = first.packages[0]
    register.save(commune, Person("CN-999", "Nguyễn Thị Mới", duty=Duty.DIRECT, unit="TT01"))
    again = sealing.seal(commune, "D4", tmp_path / "b").packages[0]
    assert (again.version, again.unchanged, again.sha256) == (package.version, True, package.sha256)
    with zipfile.ZipFile(again.path) as archive:
        assert "Trong sổ" in plain_text(archive.read(PAPER))


def test_after_the_amendment_everything_is_compared_and_said_once(commune):
    found = proof.of_round(commune, "D2").appraisal
    fair = next(one for one in found.demands if one.principle is Principle.FAIR)
    assert fair.status is Status.TO_COMPARE
    assert all(one.under_2022_text is not Status.MET for one in fair.of_round)
    assert rounds.get_round(commune, "D2").received >= date(2026, 10, 1)

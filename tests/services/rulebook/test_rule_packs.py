"""Rule packs between two offices, each with a data folder of its own."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from khenthuong import storage
from khenthuong.catalog.rulebook import load_rulebook
from khenthuong.domain.province import ProvinceValue
from khenthuong.errors import CatalogError, UserError
from khenthuong.paths import shipped
from khenthuong.services import office
from khenthuong.services.rulebook import confirmations, province_values, rule_packs
from khenthuong.services.rulebook.confirmations import COMMON, Grounds
from khenthuong.services.rulebook.rule_packs import Effect
from khenthuong.services.workspace import Workspace, open_workspace
from khenthuong.texts import say

GROUNDS = Grounds("Nguyễn Thị Hòa", "15/2026/QĐ-UBND", date(2026, 2, 5))
OTHERS = Grounds("Vũ Văn Bền", "7/2026/QĐ-UBND", date(2026, 3, 1))
AWARD, CRITERION = "giay_khen_xa", "tieu_chuan_cua_tinh"
POINTS = ProvinceValue(
    "diem_gia_dinh_van_hoa",
    Decimal("85.5"),
    date(2026, 1, 1),
    date(2027, 12, 31),
    "15/2026/QĐ-UBND",
    date(2026, 2, 5),
    'Ủy ban nhân dân tỉnh "X" \\ Y',
    "Nguyễn Thị Hòa",
)


@pytest.fixture
def sender(commune) -> Workspace:
    """An office that compared two criteria and filled in a value."""
    confirmations.confirm(commune, AWARD, CRITERION, GROUNDS)
    confirmations.confirm(commune, COMMON, "so_ngay_dot_xuat", GROUNDS)
    province_values.fill(commune, POINTS)
    return commune


@pytest.fixture
def receiver(sample_root: Path, tmp_path: Path) -> Iterator[Workspace]:
    """Another office, with books of its own."""
    root = tmp_path / "xa-ban"
    shutil.copytree(sample_root, root)
    with open_workspace(root) as ws:
        own = office.get_office(ws)
        assert own is not None
        office.save_office(ws, replace(own, name="Xã Bạn"))
        yield ws


@pytest.fixture
def pack(sender: Workspace, tmp_path: Path) -> Path:
    """The sender's pack."""
    path = tmp_path / rule_packs.file_name(sender)
    rule_packs.export(sender, path)
    return path


def name_of(ws: Workspace) -> str:
    own = office.get_office(ws)
    assert own is not None
    return own.name


def effects(plan) -> list[Effect]:
    return [line.effect for line in plan.lines]


def test_a_pack_goes_round(sender, receiver, pack, tmp_path):
    plan = rule_packs.plan(receiver, pack)
    assert (plan.source, effects(plan)) == (name_of(sender), [Effect.NEW] * 3)
    assert confirmations.by_key(receiver) == {}
    assert rule_packs.apply(receiver, plan) == 3

    theirs, ours = confirmations.by_key(receiver), confirmations.by_key(sender)
    assert {key: replace(one, source="") for key, one in theirs.items()} == ours
    assert {one.source for one in theirs.values()} == {name_of(sender)}
    (value,) = province_values.filled(receiver)
    assert replace(value, source="") == province_values.filled(sender)[0]
    assert receiver.rulebook.value(POINTS.id, date(2026, 5, 1)).value == Decimal("85.5")
    assert receiver.catalog_problems == ()

    back = tmp_path / "ve.toml"
    rule_packs.export(receiver, back)
    assert effects(rule_packs.plan(sender, back)) == [Effect.SAME] * 3


def test_taking_over_twice_changes_nothing(receiver, pack):
    rule_packs.apply(receiver, rule_packs.plan(receiver, pack))
    again = rule_packs.plan(receiver, pack)
    assert (effects(again), again.changes) == ([Effect.SAME] * 3, 0)
    operations = len(storage.history.operations(receiver.books))
    assert rule_packs.apply(receiver, again) == 0
    assert len(storage.history.operations(receiver.books)) == operations


def test_what_is_our_own_stays(receiver, pack):
    confirmations.confirm(receiver, AWARD, CRITERION, OTHERS)
    mine = province_values.fill(receiver, replace(POINTS, number=Decimal(70)))
    plan = rule_packs.plan(receiver, pack)
    found = {line.given: line for line in plan.lines}
    kept = [line for line in found.values() if line.effect is Effect.KEPT]
    assert len(kept) == 2
    assert all(line.now for line in kept)
    assert rule_packs.apply(receiver, plan) == 1
    assert confirmations.by_key(receiver)[(AWARD, CRITERION)].document == OTHERS.document
    assert province_values.filled(receiver) == (mine,)


def test_what_was_taken_over_earlier_is_replaced_and_said(sender, receiver, pack):
    rule_packs.apply(receiver, rule_packs.plan(receiver, pack))
    confirmations.confirm(sender, AWARD, CRITERION, OTHERS)
    rule_packs.export(sender, pack)
    plan = rule_packs.plan(receiver, pack)
    assert effects(plan).count(Effect.REPLACES) == 1
    (line,) = [one for one in plan.lines if one.effect is Effect.REPLACES]
    assert GROUNDS.document in line.now
    assert OTHERS.document in line.says
    rule_packs.apply(receiver, plan)
    assert confirmations.by_key(receiver)[(AWARD, CRITERION)].document == OTHERS.document


def test_the_confirmations_are_one_operation_and_undone_together(receiver, pack):
    rule_packs.apply(receiver, rule_packs.plan(receiver, pack))
    last = storage.history.operations(receiver.books)[0]
    assert "gói quy định" in last.label
    storage.undo_operation(receiver.books, last.id, "Hoàn tác")
    assert confirmations.by_key(receiver) == {}


def test_nothing_to_hand_out_is_said(receiver, tmp_path):
    with pytest.raises(UserError) as caught:
        rule_packs.export(receiver, tmp_path / "goi.toml")
    assert caught.value.code == "pack.nothing"
    assert not (tmp_path / "goi.toml").exists()


BROKEN = {
    "award": ('id = "giay_khen_xa"', 'id = "giay_khen_xaa"', "giay_khen_xa"),
    "criterion": ('id = "tieu_chuan_cua_tinh"', 'id = "tieu_chuan_cua_tin"', "tieu_chuan_cua_tinh"),
    "key": ("confirmed =", "confimed =", "confirmed"),
    "document": ('document = "15/2026/QĐ-UBND", ', "", "document"),
    "value id": ('id = "diem_gia_dinh_van_hoa"', 'id = "diem_gia_dinh"', "diem_gia_dinh_van_hoa"),
    "number": ('value = "85.5"', 'value = "tám"', "value"),
    "toml": ("made_on = ", "made_on := ", "TOML"),
    "schema": ("schema = 1", "schema = 9", "schema"),
    "not a pack": ("pack = true", "", "pack = true"),
}


@pytest.mark.parametrize("case", sorted(BROKEN))
def test_a_broken_pack_names_file_line_and_remedy(receiver, pack, case):
    old, new, remedy = BROKEN[case]
    text = pack.read_text(encoding="utf-8")
    assert old in text
    line = text[: text.index(old)].count("\n") + 1
    pack.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        rule_packs.plan(receiver, pack)
    sentence = say(caught.value.code, caught.value.arguments)
    assert pack.name in sentence
    assert remedy in sentence
    if case not in ("schema", "not a pack"):
        assert f"line {line}," in sentence or caught.value.arguments.get("line") == line


def test_the_values_of_a_pack_are_a_rule_file_too(pack, tmp_path):
    """What a province hands out may also be split into its forms folder by hand."""
    text = pack.read_text(encoding="utf-8")
    rules = tmp_path / "forms" / "quy_dinh"
    rules.mkdir(parents=True)
    start = text.index("[[text]]")
    (rules / "tinh.toml").write_text("schema = 1\n" + text[start:], encoding="utf-8")
    book, problems = load_rulebook(shipped("forms"), tmp_path / "forms")
    assert problems == []
    value = book.value(POINTS.id, date(2026, 5, 1))
    assert value is not None
    assert value.value == Decimal("85.5")

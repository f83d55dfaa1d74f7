"""The audit sees every table, bulk writes included, and nothing can be written beside it."""

import json

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import IntegrityError

from khenthuong.storage import apply_import, register, tables
from khenthuong.storage.shapes import SHAPES
from tests import factories

OWN = {"operation", "current_operation", "change", "judgement", "round_judgement"}


def changes(books, table=None):
    where = "" if table is None else f"WHERE table_name = '{table}'"
    with books.read() as connection:
        rows = connection.execute(
            text(
                "SELECT table_name, row_key, kind, recipient, old, new "
                f"FROM change {where} ORDER BY id"
            )
        )
        return [tuple(row) for row in rows]


def test_every_table_of_data_has_its_three_triggers(books):
    with books.read() as connection:
        found = set(
            connection.execute(
                text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            ).scalars()
        )
        there = {
            n for n in inspect(connection).get_table_names() if not n.startswith("recipient_search")
        } - OWN
    assert there == set(tables.DATA_TABLES)
    wanted = {f"audit_{t}_{k}" for t in there for k in ("insert", "update", "delete")}
    assert wanted <= found


def test_a_bulk_write_leaves_one_change_for_every_row(books):
    people = [factories.person(f"CN-{n:03}") for n in range(250)]
    apply_import(books, factories.batch(persons=people), take_changes=True, label="Nhập")
    assert len(changes(books, "person")) == len(changes(books, "recipient")) == 250


def test_old_and_new_are_kept_as_json(books):
    with books.write("Thêm"):
        register.save(books, factories.unit())
    with books.write("Sửa"):
        register.save(books, factories.unit(headcount=13))
    *_, (_, row_key, kind, recipient, old, new) = changes(books, "unit")
    assert (json.loads(row_key), kind, recipient) == (["TT-001"], "update", "TT-001")
    assert (json.loads(old)["headcount"], json.loads(new)["headcount"]) == (12, 13)
    # The name did not change, so the other table of the unit has no second line.
    assert len(changes(books, "recipient")) == 1


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.table.name)
def test_a_whole_import_leaves_a_trace_of_every_kind(books, shape):
    apply_import(books, factories.whole_batch(), take_changes=True, label="Nhập")
    not_imported = {"confirmation", "sealed_dossier", "paper", "submission", "received_package"}
    not_imported |= {"received_nomination", "sent_reply", "taken_reply"}
    not_imported |= {"movement_task", "participant", "unit_target", "progress", "registration"}
    not_imported |= {"good_example", "example_spread", "fund_entry", "unit_change", "alias"}
    not_imported |= {"cluster", "cluster_member", "cluster_criterion", "cluster_score"}
    not_imported |= {"attendance", "recusal", "opinion", "proof"}
    not_imported |= {"sending", "round_decision", "decided_nomination"}
    assert bool(changes(books, shape.table.name)) is (shape.table.name not in not_imported)


def test_a_write_outside_of_an_operation_fails(books):
    with pytest.raises(IntegrityError), books._engine.begin() as connection:
        connection.execute(text("INSERT INTO office VALUES ('a', 'b')"))
    with books.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM office")).scalar() == 0

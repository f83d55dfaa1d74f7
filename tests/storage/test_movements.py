"""Movements and targets."""

import pytest

from khenthuong.errors import BooksError
from khenthuong.storage import movements
from tests import factories


def test_movements_and_their_targets(books):
    with books.write("Ghi"):
        movements.save_movement(books, factories.movement())
        movements.save_movement(books, factories.movement("PT-002", parent="PT-001"))
        movements.save_targets(books, "PT-001", [factories.target(), factories.target(content="B")])
    assert list(movements.movements(books)) == ["PT-001", "PT-002"]
    assert len(movements.targets(books)) == 2
    with books.write("Sửa"):
        movements.save_targets(books, "PT-001", [factories.target(achieved="32")])
    assert movements.targets(books, "PT-001") == (factories.target(achieved="32"),)
    assert movements.targets(books, "PT-002") == ()


def test_an_unknown_parent_is_refused(books):
    with pytest.raises(BooksError) as caught, books.write("Sai"):
        movements.save_movement(books, factories.movement(parent="PT-404"))
    assert caught.value.arguments["key"] == "PT-404"

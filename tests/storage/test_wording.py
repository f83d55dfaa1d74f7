"""Fields and values for people."""

from khenthuong.domain.register import PartialDate
from khenthuong.storage import wording


def test_fields_and_values_in_words():
    assert wording.field_label("person", "home_town") == "Quê quán"
    assert wording.field_label("past_award_initiative", "initiative") == "Sáng kiến"
    assert wording.field_label("past_award_initiative", "year") == "Năm"
    assert wording.field_label("evidence", "sha256") == "sha256"
    assert wording.stored_text("person", "gender", "nu") == "Nữ"
    assert wording.stored_text("unit", "small", 1) == "có"
    assert wording.stored_text("rating", "decision_date", "2025-12-01") == "01/12/2025"
    assert wording.stored_text("nomination", "frozen_name", None) == ""
    assert wording.value_text(PartialDate(2025, 3)) == "03/2025"
    assert wording.value_text(("a", "b")) == "a; b"

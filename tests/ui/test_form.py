from datetime import date
from types import MappingProxyType

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel

from khenthuong.catalog.form_library import load_forms
from khenthuong.domain.answers import normalise
from khenthuong.domain.forms import FIELD_TYPES, FieldDef, SectionDef, ShowIf
from khenthuong.domain.register import PartialDate
from khenthuong.paths import shipped
from khenthuong.ui.form.making import make_editor
from khenthuong.ui.form.table import CellsModel, TableEdit
from khenthuong.ui.form.view import FormView
from khenthuong.ui.widgets.dates import DateEdit, read_date, show_date
from khenthuong.ui.widgets.grid_paste import read_block
from khenthuong.ui.widgets.quiet import QuietCombo

from .conftest import press, type_text

FORMS, _ = load_forms(shipped("forms"), None)
COLUMNS = (
    FieldDef("chi_tieu", "text", "Chỉ tiêu"),
    FieldDef("nam_nay", "integer", "Năm nay"),
    FieldDef("loai", "choice", "Loại", choices=("A", "B")),
)
ROW = MappingProxyType({"chi_tieu": "Thu ngân sách", "nam_nay": "120", "loai": "A"})
SAMPLES = {
    "text": "Nguyễn Hòa & <b>con</b>",
    "multiline": "Đoạn một\nĐoạn hai",
    "date": "2025-03-09",
    "year": "2025-2026",
    "integer": 2326,
    "choice": "B",
    "yesno": False,
    "person": "Lê Văn Ước",
    "table": (ROW,),
}


def field(kind: str, **more: object) -> FieldDef:
    choices = ("A", "B") if kind == "choice" else ()
    columns = COLUMNS if kind == "table" else ()
    return FieldDef("o", kind, f"Ô {kind}", choices=choices, columns=columns, **more)


@pytest.mark.parametrize("kind", FIELD_TYPES)
def test_every_type_gives_back_what_it_was_given(qtbot, desk, kind: str) -> None:
    editor = make_editor(field(kind), desk)
    qtbot.addWidget(editor)
    editor.set_value(SAMPLES[kind])
    value = editor.value()
    assert (tuple(map(dict, value)) if kind == "table" else value) == (
        tuple(map(dict, SAMPLES[kind])) if kind == "table" else SAMPLES[kind]
    )
    editor.set_value("" if kind != "table" else ())
    assert editor.value() in ("", ())


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
def test_every_form_of_the_library_goes_on_screen_and_back(qtbot, desk, form) -> None:
    sections = [
        SectionDef(s.title, tuple(f for f in s.fields if f in form.asks)) for s in form.sections
    ]
    view = FormView(sections, desk)
    qtbot.addWidget(view)
    given = {f.key: SAMPLES[f.type] for f in form.asks if f.type not in ("table", "choice")}
    given |= {f.key: f.choices[0] for f in form.asks if f.type == "choice"}
    given |= {f.key: ({c.key: "x" for c in f.columns},) for f in form.asks if f.type == "table"}
    view.set_values(given)
    back = normalise(form, view.values())
    assert dict(back.values) == dict(normalise(form, given).values)


def test_labels_are_buddies_and_problems_stand_beside(qtbot, desk) -> None:
    view = FormView([SectionDef("Phần", (field("text", required=True),))], desk)
    qtbot.addWidget(view)
    view.show()
    row = view.rows["o"]
    title = next(w for w in row.findChildren(QLabel) if w.text() == "Ô text *")
    assert title.buddy() is row.editor
    view.show_problems({"o": "Chưa điền."})
    assert row.problem == "Chưa điền."
    assert row.editor.target.property("problem") is True
    view.show_problems({})
    assert row.problem == ""


def test_a_fact_is_shown_and_stored_only_when_changed(qtbot, desk) -> None:
    view = FormView([SectionDef("", (field("text"),))], desk)
    qtbot.addWidget(view)
    view.show()
    view.set_values({}, {"o": "Xã Vĩnh An"})
    row = view.rows["o"]
    assert row.editor.value() == "Xã Vĩnh An"
    assert view.values() == {}
    type_text(row.editor.target, " mới")
    assert view.values() != {}
    assert row._back.isVisible()
    row._back.click()
    assert view.values() == {}


def test_a_field_is_asked_only_when_it_applies(qtbot, desk) -> None:
    asks = FieldDef("co", "yesno", "Có con?")
    more = FieldDef("may", "text", "Mấy con?", show_if=ShowIf("co", "co"))
    view = FormView([SectionDef("", (asks, more))], desk)
    qtbot.addWidget(view)
    view.set_values({})
    assert view.rows["may"].isHidden()
    view.set_values({"co": True})
    assert not view.rows["may"].isHidden()


def test_words_are_counted(qtbot, desk) -> None:
    view = FormView([SectionDef("", (field("multiline", max_words=5),))], desk)
    qtbot.addWidget(view)
    view.set_values({"o": "một hai ba"})
    assert view.rows["o"]._count.text() == "3/5 chữ"


def test_tab_leaves_a_multiline_box(qtbot, desk) -> None:
    two = SectionDef("", (field("multiline"), FieldDef("sau", "text", "Sau")))
    view = FormView([two], desk)
    qtbot.addWidget(view)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.focus("o")
    press(qtbot, view.rows["o"].editor.target, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is view.rows["sau"].editor.target


def test_paste_from_excel(qtbot) -> None:
    edit = TableEdit(field("table"))
    qtbot.addWidget(edit)
    QGuiApplication.clipboard().setText('Thu ngân sách\t120\tA\r\n"Hai\ndòng"\t7\tB\r\n')
    press(qtbot, edit.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [dict(row) for row in edit.rows()] == [
        {"chi_tieu": "Thu ngân sách", "nam_nay": "120", "loai": "A"},
        {"chi_tieu": "Hai\ndòng", "nam_nay": "7", "loai": "B"},
    ]
    edit.view.selectRow(0)
    press(qtbot, edit.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert len(edit.rows()) == 1


def test_a_block_as_excel_puts_it() -> None:
    assert read_block("a\tb\nc\td\n") == [["a", "b"], ["c", "d"]]
    assert read_block('"a ""b"""\tc') == [['a "b"', "c"]]
    assert read_block("") == []


def test_cells_model_is_sound(qtbot) -> None:
    model = CellsModel(COLUMNS)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.setData(model.index(0, 0), "một")
    assert model.rowCount() == 2
    model.paste(1, 1, [["2", "A", "thừa"], ["3"]])
    assert model.rows() == [["một", "", ""], ["", "2", "A"], ["", "3", ""]]
    model.remove([0, 1])
    assert model.rows() == [["", "3", ""]]


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("9/3/2025", "2025-03-09"),
        ("09-03-2025", "2025-03-09"),
        ("09032025", "2025-03-09"),
        ("3/2025", "2025-03"),
        ("2025", "2025"),
        ("", ""),
        (" 9.3.2025 ", "2025-03-09"),
    ],
)
def test_dates_as_clerks_type_them(qtbot, typed: str, iso: str) -> None:
    edit = DateEdit()
    qtbot.addWidget(edit)
    type_text(edit.line, typed)
    assert edit.iso() == iso


@pytest.mark.parametrize("typed", ["31/2/2025", "abc", "13/2025", "1/1/25"])
def test_no_date_stays_as_typed(qtbot, typed: str) -> None:
    edit = DateEdit()
    qtbot.addWidget(edit)
    type_text(edit.line, typed)
    assert edit.iso() == typed
    with pytest.raises(ValueError, match=r".*"):
        read_date(typed)


def test_dates_are_shown_the_vietnamese_way() -> None:
    assert show_date(date(2025, 3, 9)) == "09/03/2025"
    assert show_date(PartialDate(2025, 3)) == "03/2025"
    assert show_date(None) == ""


def test_nfd_typing_becomes_nfc(qtbot, desk) -> None:
    editor = make_editor(field("text"), desk)
    qtbot.addWidget(editor)
    type_text(editor.target, "Hòa")
    assert editor.value() == "Hòa"


def test_the_wheel_passes_over_a_combo(qtbot) -> None:
    combo = QuietCombo()
    qtbot.addWidget(combo)
    combo.fill([("A", 1), ("B", 2)])
    combo.show()
    combo.clearFocus()
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, event)
    assert combo.currentData() == 1


def test_choosing_a_person_by_typing(qtbot, desk) -> None:
    editor = make_editor(FieldDef("o", "member", "Ai"), desk)
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.target.setFocus()
    type_text(editor.target, "thang")
    picker = editor.inner
    qtbot.waitUntil(lambda: picker.choices.count() == 1)
    press(qtbot, editor.target, Qt.Key.Key_Return)
    assert editor.value() == "CN-003"
    assert editor.target.text() == "Trần Đức Thắng"


def test_a_fact_of_the_books_hides_what_it_rules_out(qtbot, desk) -> None:
    of_unit = FieldDef("co_cau", "text", "Cơ cấu", show_if=ShowIf("la_tap_the", "co"))
    of_person = FieldDef("bi_danh", "text", "Bí danh", show_if=ShowIf("la_tap_the", "khong"))
    view = FormView([SectionDef("", (of_unit, of_person))], desk)
    qtbot.addWidget(view)
    for is_unit in (True, False):
        view.set_values({}, {"la_tap_the": is_unit})
        assert view.rows["co_cau"].isVisibleTo(view) is is_unit
        assert view.rows["bi_danh"].isVisibleTo(view) is not is_unit

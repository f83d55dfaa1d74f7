"""Evidence on screen: pasted, previewed, told when known; proofs on a nomination's findings."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter

from khenthuong import storage
from khenthuong.domain.records import Achievement
from khenthuong.services import register
from khenthuong.services.register_evidence import FileSort, Held
from khenthuong.ui.main_window import REGISTER, ROUNDS, MainWindow
from khenthuong.ui.screens.register.register import RegisterScreen
from khenthuong.ui.screens.rounds.rounds import RoundsScreen
from khenthuong.ui.widgets.evidence_clipboard import pasted
from khenthuong.ui.widgets.evidence_files import EvidenceFiles
from tests.ui.conftest import press

BLUE = QColor(40, 80, 160)


def picture() -> QImage:
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(BLUE)
    return image


def pdf(path: Path) -> Path:
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    painter = QPainter(writer)
    painter.fillRect(0, 0, writer.width(), writer.height(), BLUE)
    painter.end()
    return path


@pytest.fixture
def box(qtbot, desk):
    made = EvidenceFiles(desk)
    qtbot.addWidget(made)
    made.resize(600, 220)
    made.show()
    return made


def held(path: Path | None, sort: FileSort, name: str = "") -> Held:
    return Held(name or (path.name if path else "mất.pdf"), sort, 2_500_000, path, ())


def shown_colour(box: EvidenceFiles) -> QColor:
    image = box.picture.picture.pixmap().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2)


def test_pictures_and_the_first_page_of_a_pdf_are_shown(box, tmp_path):
    path = tmp_path / "ảnh.png"
    assert picture().save(str(path))
    box.show_files([held(path, FileSort.PICTURE)], "", able=True)
    assert shown_colour(box).blue() == BLUE.blue()
    box.show_files([held(pdf(tmp_path / "quyết định.pdf"), FileSort.PDF)], "", able=True)
    assert abs(shown_colour(box).blue() - BLUE.blue()) < 12
    assert "2,4 MB" in box.about.text()


def test_others_are_named_and_what_is_gone_is_said(box, tmp_path):
    word = tmp_path / "báo cáo.docx"
    word.write_bytes(b"PK")
    broken = tmp_path / "hỏng.pdf"
    broken.write_bytes(b"khong phai pdf")
    box.show_files([held(word, FileSort.OTHER)], "", able=True)
    assert box.picture.words.text() == "DOCX"
    box.show_files([held(broken, FileSort.PDF)], "", able=True)
    assert "Không đọc được" in box.picture.words.text()
    box.show_files([held(None, FileSort.PDF)], "", able=True)
    assert "không còn trong kho" in box.picture.words.text()
    assert "không còn trong kho" in box.about.text()
    assert not box.open.isEnabled()


def test_what_the_clipboard_holds(tmp_path):
    folder = QTemporaryDir()
    files, image, words = QMimeData(), QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.pdf")), QUrl("https://vi.du/b.pdf")])
    image.setImageData(picture())
    words.setText("chỉ là chữ")
    assert pasted(files, folder) == [tmp_path / "a.pdf"]
    (made,) = pasted(image, folder)
    assert QImage(str(made)).size() == picture().size()
    assert made.name.startswith("Ảnh dán ")
    assert pasted(words, folder) == []


@pytest.fixture
def achievements(window: MainWindow) -> RegisterScreen:
    register.save_record(window.desk.ws, Achievement("KQ-001", "CN-004", content="Cứu người"))
    screen = window.made_screen(REGISTER)
    assert isinstance(screen, RegisterScreen)
    window.open_screen(REGISTER)
    screen.go_to("CN-004", "achievements")
    return screen


def test_a_picture_is_pasted_and_known_bytes_are_told(qtbot, achievements, window):
    box = achievements.panel.evidence
    QGuiApplication.clipboard().setImage(picture())
    press(qtbot, box.paste, Qt.Key.Key_Space)
    (name,) = register.profile(window.desk.ws, "CN-004").achievements[0].evidence
    assert name.startswith("Ảnh dán ")
    press(qtbot, box.names, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert f"Đã có trong kho: «{name}»" in window.strip.text
    press(qtbot, box.names, Qt.Key.Key_Delete)
    assert register.profile(window.desk.ws, "CN-004").achievements[0].evidence == ()


def test_nothing_to_paste_is_said(achievements, window):
    QGuiApplication.clipboard().setText("chữ")
    achievements.panel.evidence.paste.click()
    assert "chép một tệp hoặc một hình" in window.strip.text


def test_a_criterion_is_proved_on_the_nomination(qtbot, sample_window, tmp_path):
    screen = sample_window.made_screen(ROUNDS)
    assert isinstance(screen, RoundsScreen)
    sample_window.open_screen(ROUNDS)
    page = screen.nominations
    page.view.select(1)
    row = next(one for one in page.findings.rows if not one.prove.isHidden())
    assert row.prove.text() == "Gắn minh chứng"
    press(qtbot, row.prove, Qt.Key.Key_Space)
    assert page.proofs.isVisible()
    page.proofs.files.dropped.emit([pdf(tmp_path / "xác nhận.pdf")])
    row = next(one for one in page.findings.rows if one.finding.id == row.finding.id)
    assert row.prove.text() == "Minh chứng (1)"
    page.proofs.caption.setText("Ủy ban xã xác nhận")
    page.proofs.caption.editingFinished.emit()
    books = sample_window.desk.ws.books
    code = page.table.line(page.view.row()).nomination.round
    (one,) = storage.evidence.proofs(books, code)
    assert (one.criterion, one.name, one.caption) == (
        row.finding.id,
        "xác nhận.pdf",
        "Ủy ban xã xác nhận",
    )
    page.proofs.files.take_off.click()
    assert storage.evidence.proofs(books, code) == ()
    press(qtbot, page.proofs, Qt.Key.Key_Escape)
    assert page.proofs.isHidden()

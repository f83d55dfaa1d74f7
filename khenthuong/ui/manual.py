"""The manual in a window of its own, beside the work: contents, search in all pages, back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QDesktopServices,
    QFont,
    QImage,
    QKeySequence,
    QPainter,
    QResizeEvent,
    QShortcut,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from khenthuong.ui import manual_pages, theme
from khenthuong.ui.manual_pages import INDEX, Page
from khenthuong.ui.screens.screen import Screen
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.search_box import SearchBox

_WIDTH, _HEIGHT, _CONTENTS = 1040, 680, 280
_EDGE = 24
_SETTLE_MS = 150
_HEADING_SIZES = {1: 1.6, 2: 1.25, 3: 1.08, 4: 1.0}
_LINE_HEIGHT = 130.0
_PLACE = Qt.ItemDataRole.UserRole


class ManualView(QTextBrowser):
    """One page, laid out to be read; `followed` (place) when a link to another place is pressed."""

    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page: Page | None = None
        self._settle = QTimer(self)
        self._laid_width = 0
        # Assemble
        self.setAccessibleName("Trang hướng dẫn")
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        # Signals
        self._settle.timeout.connect(self.lay_again)
        self.anchorClicked.connect(self._on_link)

    def show_page(self, page: Page, anchor: str = "") -> None:
        """Show a page from its top, or from a heading."""
        if page is not self.page or not self._laid_width:
            self.page = page
            self._lay()
        self._go(anchor)

    @Slot()
    def lay_again(self) -> None:
        """Lay the same page out anew, for another width, size of text or theme."""
        if self.page is None:
            return
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._lay()
        bar.setValue(round(share * bar.maximum()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow the width, once it stays."""
        super().resizeEvent(event)
        if self.page is not None and self._room() != self._laid_width:
            self._settle.start()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange) and self.page:
            self._settle.start()

    def _picture(self, name: str) -> QImage:
        """A picture of the manual, not wider than the page."""
        picture = QImage(str(manual_pages.folder() / name))
        room = max(self._room(), 1)
        if picture.width() > room:
            picture = picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        if picture.isNull():
            return picture
        framed = picture.convertToFormat(QImage.Format.Format_RGB32)
        painter = QPainter(framed)
        painter.setPen(theme.colour("edge"))
        painter.drawRect(framed.rect().adjusted(0, 0, -1, -1))
        painter.end()
        return framed

    def _room(self) -> int:
        return self.viewport().width() - 2 * _EDGE

    def _lay(self) -> None:
        if self.page is None:
            return
        self._laid_width = self._room()
        document = QTextDocument(self)
        document.setDefaultFont(self.font())
        document.setDocumentMargin(_EDGE)
        document.setMarkdown(self.page.source)  # forgets resources, so they come after it
        for name in self.page.pictures:
            kind = QTextDocument.ResourceType.ImageResource.value
            document.addResource(kind, QUrl(name), self._picture(name))
        _lay_out(document, self.font())
        self.setDocument(document)

    def _go(self, anchor: str) -> None:
        wanted = manual_pages.anchor_of(anchor)
        block = self.document().begin()
        while wanted and block.isValid():
            heading = block.blockFormat().headingLevel()
            if heading and manual_pages.anchor_of(block.text()) == wanted:
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(int(top) - 8)
                self.setTextCursor(QTextCursor(block))
                self.verticalScrollBar().setValue(int(top) - 8)
                return
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    @Slot(QUrl)
    def _on_link(self, link: QUrl) -> None:
        if link.scheme() in ("http", "https"):
            QDesktopServices.openUrl(link)
            return
        name = Path(link.path()).stem or (self.page.name if self.page else INDEX)
        self.followed.emit(f"{name}#{link.fragment()}")


class ManualWindow(QWidget):
    """Contents and search on the left, the page on the right; Esc closes, Alt+Left goes back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._been: list[tuple[str, int]] = []
        self._place = ""
        self.search = SearchBox("Tìm trong mọi trang (có dấu hay không dấu)")
        self.contents = QListWidget()
        self.found = label("", "soft", wrap=True)
        self.view = ManualView()
        self.back = button("Quay lại", "khoi_phuc", tip="Alt+←")
        self.home = button("Mục lục")
        self.close_button = button("Đóng", tip="Esc")
        # Assemble
        self.setWindowTitle("Hướng dẫn – Khen Thưởng")
        self.resize(theme.px(_WIDTH), theme.px(_HEIGHT))
        self._assemble()
        # Signals
        self.search.searched.connect(self._on_search)
        self.search.left_down.connect(self.contents.setFocus)
        self.contents.itemActivated.connect(self._on_item)
        self.contents.itemClicked.connect(self._on_item)
        self.view.followed.connect(self.go_to)
        self.back.clicked.connect(self.go_back)
        self.home.clicked.connect(self._on_home)
        self.close_button.clicked.connect(self.close)
        for keys, slot in (("Esc", self._on_escape), ("Ctrl+F", self._on_find)):
            QShortcut(QKeySequence(keys), self, slot)
        QShortcut(QKeySequence("Alt+Left"), self, self.go_back)

    @property
    def place(self) -> str:
        """Where it stands: page#anchor."""
        return self._place

    def open_at(self, place: str) -> None:
        """Come to the front with a place of the manual."""
        self.search.clear()
        self.show()
        self.raise_()
        self.activateWindow()
        self.go_to(place)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def go_to(self, place: str) -> None:
        """Show a place; where one was is remembered for «Quay lại». Unknown ones show contents."""
        if self._place:
            self._been.append((self._place, self.view.verticalScrollBar().value()))
        self._show(place)

    @Slot()
    def go_back(self) -> None:
        """To where one was before."""
        if self._been:
            place, scrolled = self._been.pop()
            self._show(place)
            self.view.verticalScrollBar().setValue(scrolled)

    def _show(self, place: str) -> None:
        name, _, anchor = place.partition("#")
        page = manual_pages.page_of(name) or manual_pages.pages()[0]
        self._place = f"{page.name}#{anchor}" if anchor else page.name
        self.view.show_page(page, anchor)
        self.back.setEnabled(bool(self._been))
        if not self.search.text():
            self._list_pages()

    def _list_pages(self) -> None:
        self.contents.clear()
        for page in manual_pages.pages():
            self._add(page.title if page.name != INDEX else "Mục lục", page.name)
        names = [page.name for page in manual_pages.pages()]
        self.contents.setCurrentRow(names.index(self._place.partition("#")[0]))
        self.found.hide()

    def _add(self, words: str, place: str) -> None:
        item = QListWidgetItem(words)
        item.setData(_PLACE, place)
        self.contents.addItem(item)

    @Slot(str)
    def _on_search(self, words: str) -> None:
        if not words.strip():
            self._list_pages()
            return
        hits = manual_pages.search(words)
        self.contents.clear()
        for hit in hits:
            same = hit.part.heading == hit.page.title
            title = hit.page.title if same else f"{hit.part.heading}\n    {hit.page.title}"
            self._add(title, hit.place)
        self.contents.setCurrentRow(0)
        self.found.setText(f"{len(hits)} mục có «{words.strip()}»" if hits else "Không mục nào có.")
        self.found.show()

    @Slot(QListWidgetItem)
    def _on_item(self, item: QListWidgetItem) -> None:
        place = str(item.data(_PLACE))
        if place != self._place:
            self.go_to(place)

    @Slot()
    def _on_home(self) -> None:
        self.search.clear()
        self.go_to(INDEX)

    @Slot()
    def _on_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def _on_escape(self) -> None:
        if self.search.text():
            self.search.clear()
        else:
            self.close()

    def _assemble(self) -> None:
        self.setObjectName("page")
        self.contents.setAccessibleName("Mục lục hướng dẫn")
        self.contents.setWordWrap(True)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.found)
        column.addWidget(self.contents, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(side)
        split.addWidget(self.view)
        split.setStretchFactor(1, 1)
        split.setSizes([theme.px(_CONTENTS), theme.px(_WIDTH - _CONTENTS)])
        top = QHBoxLayout()
        top.addWidget(label("Hướng dẫn sử dụng", "heading"), 1)
        top.addWidget(self.back)
        top.addWidget(self.home)
        top.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.addLayout(top)
        layout.addWidget(split, 1)
        self.found.hide()


def place_of(screen: Screen) -> str:
    """The place of what is open on a screen: of the page of tabs in front, where it has one."""
    place = screen.help_place()
    page = manual_pages.page_of(place)
    anchors = {part.anchor for part in page.parts} if page else set[str]()
    for tabs in screen.findChildren(QTabWidget):
        if tabs.isVisible():
            title = tabs.tabText(tabs.currentIndex()).partition("(")[0]
            anchor = manual_pages.anchor_of(title.replace("&", ""))
            if page is not None and anchor in anchors:
                place = f"{page.name}#{anchor}"
    return place


def _lay_out(document: QTextDocument, font: QFont) -> None:
    """Room between lines, headings by size, tables with the theme's lines."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        shape = QTextBlockFormat(block.blockFormat())
        level = shape.headingLevel()
        pictured = "\ufffc" in block.text()
        if not pictured:
            kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
            shape.setLineHeight(_LINE_HEIGHT, kind)
        shape.setTopMargin({0: 4.0, 1: 0.0}.get(level, 18.0))
        shape.setBottomMargin(14.0 if pictured else 6.0 if level else 4.0)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(shape)
        if level:
            _enlarge(cursor, font, level)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _rule(frame)


def _enlarge(cursor: QTextCursor, font: QFont, level: int) -> None:
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    words = cursor.charFormat()
    words.setFontPointSize(font.pointSizeF() * _HEADING_SIZES[min(level, 4)])
    words.setFontWeight(QFont.Weight.DemiBold)
    cursor.setCharFormat(words)
    cursor.clearSelection()


def _rule(table: QTextTable) -> None:
    shape = table.format()
    shape.setBorder(1)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(theme.colour("line"))
    shape.setBorderCollapse(True)
    shape.setCellPadding(5)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(shape)

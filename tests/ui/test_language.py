from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLabel, QTreeView

ENGLISH = {
    *("look", "in", "file", "files", "folder", "folders", "directory", "name", "type", "size"),
    *("open", "save", "cancel", "choose", "back", "forward", "parent", "create", "new", "list"),
    *("detail", "view", "show", "hidden", "rename", "delete", "date", "modified", "all", "of"),
    *("computer", "drive", "recent", "kind"),
}


def words_of(dialog: QFileDialog) -> set[str]:
    said = [w.text() for w in dialog.findChildren(QLabel)]
    said += [text for w in dialog.findChildren(QAbstractButton) for text in (w.text(), w.toolTip())]
    said += [w.text() for w in dialog.findChildren(QAction)]
    said += [w.itemText(w.count() - 1) for w in dialog.findChildren(QComboBox)[1:]]
    tree = dialog.findChild(QTreeView)
    model, root = tree.model(), tree.rootIndex()
    across = range(model.columnCount())
    said += [model.headerData(column, Qt.Orientation.Horizontal) for column in across]
    said += [model.index(row, 2, root).data() for row in range(model.rowCount(root))]
    plain = " ".join(said).replace("&", "").replace(":", " ").lower()
    return set(plain.split())


@pytest.mark.parametrize("mode", list(QFileDialog.FileMode))
@pytest.mark.parametrize("accept", list(QFileDialog.AcceptMode))
def test_no_english_in_the_file_dialog(
    qtbot, tmp_path: Path, mode: QFileDialog.FileMode, accept: QFileDialog.AcceptMode
) -> None:
    (tmp_path / "mot").mkdir()
    (tmp_path / "hai.pdf").write_bytes(b"%PDF")
    dialog = QFileDialog(directory=str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    dialog.setAcceptMode(accept)
    dialog.show()
    tree = dialog.findChild(QTreeView)
    qtbot.waitUntil(lambda: tree.model().rowCount(tree.rootIndex()) > 0)
    assert words_of(dialog) & ENGLISH == set()
    assert {"trong", "thư", "mục"} <= words_of(dialog)

"""Vietnamese for Qt's own words: standard buttons, context menus, file dialogs."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from khenthuong.paths import shipped

QM_FILE = ("resources", "i18n", "qtbase_vi.qm")


def apply(application: QApplication) -> bool:
    """Speak Vietnamese from now on; False when the translation file cannot be read."""
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    translator = QTranslator(application)
    return translator.load(str(shipped(*QM_FILE))) and application.installTranslator(translator)

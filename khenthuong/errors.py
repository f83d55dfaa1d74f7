"""Two kinds of error: the world's (`UserError`), told to the clerk; anything else is a bug."""

from __future__ import annotations


class KhenThuongError(Exception):
    """Root of all errors this program raises on purpose."""


class UserError(KhenThuongError):
    """Something outside the program is wrong: a file, a disk, an answer.

    Carries a code and arguments, never a sentence; `khenthuong.texts.say_error` makes the
    Vietnamese sentence that names the place and the remedy. Raise it `from` the cause.
    """

    def __init__(self, code: str, **arguments: object) -> None:
        super().__init__(code, arguments)
        self.code = code
        self.arguments = arguments


class BooksError(UserError):
    """The data folder or the database cannot be used (locked, too new, damaged)."""


class CatalogError(UserError):
    """A form, award, rule or list file is wrong; names file, key and remedy."""


class TemplateError(UserError):
    """A Word template prints what its form does not offer, or cannot be read."""


class LayoutError(UserError):
    """A Word file that the layout checker cannot read, or refuses to."""


class WorkbookError(UserError):
    """An Excel file cannot be read at all (single faulty cells are `Fault` values, not errors)."""


class PackageError(UserError):
    """A package cannot be written or must not be trusted."""


class NotFoundError(UserError):
    """A code (Mã) that the books do not know."""


class CancelledError(KhenThuongError):
    """The clerk cancelled a running task; nothing was changed."""

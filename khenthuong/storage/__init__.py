"""The books: SQLite through SQLAlchemy; rows never leave, frozen domain values do."""

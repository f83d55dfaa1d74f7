"""Cơ quan: the office, its signers, its backups; the first start."""

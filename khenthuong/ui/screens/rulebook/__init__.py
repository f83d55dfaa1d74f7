"""Quy định: criteria, values, texts and forms."""

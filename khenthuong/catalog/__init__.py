"""Reads forms/, award rules, choice lists and the calendar into domain values."""

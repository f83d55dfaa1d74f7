"""Nhập: the workbook and lists of others."""

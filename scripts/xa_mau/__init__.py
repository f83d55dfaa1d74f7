"""Xã mẫu: one invented commune, built from the tables beside this file.

Every name and number is invented; the same tables always give the same rows.
"""

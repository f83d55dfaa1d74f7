"""Backups, the doctor, rebuilding, and where books may lie."""

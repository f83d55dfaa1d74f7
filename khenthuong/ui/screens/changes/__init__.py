"""Lịch sử thay đổi."""

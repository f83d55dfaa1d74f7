"""Báo cáo, thống kê: statutory tables, free tables, the fund."""

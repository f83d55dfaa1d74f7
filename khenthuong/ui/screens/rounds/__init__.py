"""Đợt xét: nominations, thẩm định, meetings, notices, dossiers, results."""

"""Biểu mẫu, Văn bản, giấy khen, pages and their layout."""

"""Taking in workbooks and lists, and filling other offices' lists."""

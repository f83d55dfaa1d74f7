"""Qt models over frozen rows: ids in memory, pages from the books."""

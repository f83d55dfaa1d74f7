"""The import workbook and the sealed package: what crosses the border of the office."""

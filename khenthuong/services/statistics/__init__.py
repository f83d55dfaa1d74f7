"""Reports and figures: the lines they count, statutory and free tables, the fund, the files."""

"""People and units over time: moves, duplicates merged, units merged, split and renamed."""

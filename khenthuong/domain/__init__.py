"""Values and rules of emulation and commendation: standard library only."""

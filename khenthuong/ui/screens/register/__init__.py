"""Sổ: units, persons, households and all that is known of them."""

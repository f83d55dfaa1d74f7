"""Dossiers that travel between offices: received, answered, taken in."""

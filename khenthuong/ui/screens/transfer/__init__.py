"""Dossiers received from and answered to other offices."""

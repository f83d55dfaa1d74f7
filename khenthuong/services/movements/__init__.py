"""Phong trào thi đua, from the plan to the results that titles are considered with."""

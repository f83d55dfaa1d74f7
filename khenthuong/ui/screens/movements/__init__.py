"""Phong trào on screen: plans, targets, who takes part, figures, results."""

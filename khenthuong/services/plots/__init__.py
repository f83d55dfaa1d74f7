"""Plots: the figures of the books as what `domain.plots` draws, and papers that hold them."""

"""The first screen: what waits today."""

"""Updates of the program from a file, and the way back to the version before."""

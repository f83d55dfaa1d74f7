"""The screens of the program, one package per screen where it needs more than a file."""

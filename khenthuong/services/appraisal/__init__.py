"""Rounds and their thẩm định: who is nominated, what the rules say, by when."""

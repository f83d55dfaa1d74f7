"""Screens made from data: one editor per field type, forms generated from FormDef."""

"""Ai đủ điều kiện?"""

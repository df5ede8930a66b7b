"""Measures; nothing imports it."""

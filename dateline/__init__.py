"""Dateline: a small, reader-funded newsroom in one Python process."""

__version__ = "0.1.0"

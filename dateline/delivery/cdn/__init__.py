"""Caches that stand in front, and how each is told what to drop: Wagtail's own words for it, but failures are told."""

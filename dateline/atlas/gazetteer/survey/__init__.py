"""Outlines of countries, provinces and counties in, one small table of points and extents out."""

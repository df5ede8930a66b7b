"""Putting the sample into the house, step by step, through the doors of the rooms."""

"""The world as lines: coasts, borders, rivers, lakes and towns of Natural Earth, in files read by the piece."""

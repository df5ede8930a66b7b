"""How the heads are made: texts in, weights out; not needed to screen."""

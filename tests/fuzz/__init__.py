"""Words that nobody means well, and what must be true of whatever comes out of them."""

"""Money that comes by bank transfer: what a giver writes, what the bank tells, whose gift that may be."""

"""A newsroom's first four thousand decisions, rehearsed: what its own model would have made of them."""

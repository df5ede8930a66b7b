"""Where the numbers in ``places/weights`` come from; needs marked texts, and is no part of reading."""

"""Natural Earth in, our files of lines out: simpler by a stated measure, and the same bytes each time."""

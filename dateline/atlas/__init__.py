"""Places, dates and their drawing; it has never heard of a report."""

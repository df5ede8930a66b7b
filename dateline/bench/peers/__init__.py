"""What Dateline is measured beside: one file per program."""

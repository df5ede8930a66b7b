"""What the bench measures: one file per question."""

"""What readers said, in order; it hides, and forgets only what its author takes back."""

"""What readers said, in order; it hides, it never deletes."""

"""What delivery answers itself."""

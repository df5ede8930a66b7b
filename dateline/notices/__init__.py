"""Who wants to be told of what, and that each is told once."""

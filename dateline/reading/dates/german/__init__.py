"""How German names times."""

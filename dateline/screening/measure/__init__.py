"""How good the screening is on labelled comments."""

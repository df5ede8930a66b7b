"""How good the reading is, on marked texts that lie outside the repository."""

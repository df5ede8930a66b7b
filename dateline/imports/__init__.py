"""Other people's archives in, ours out, through the rooms' own doors; nothing imports it."""

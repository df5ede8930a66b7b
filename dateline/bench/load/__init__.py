"""Programs that put the server under load, each in a process of its own: what they cost, the server does not."""

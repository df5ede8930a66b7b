"""Text in, verdict with reasons out; no database, no network, no memory of its own."""

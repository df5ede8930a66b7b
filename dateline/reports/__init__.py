"""What we say happened: report, claim, source; nothing about money or replies."""

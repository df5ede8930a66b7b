"""Plain functions, one noun per module; no models, no settings."""

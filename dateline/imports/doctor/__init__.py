"""Questions to an installation, each with one line of answer; what can be recomputed can be repaired."""

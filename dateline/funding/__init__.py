"""What readers gave and what for; an append-only ledger nobody else may write."""

"""PayPal's words over HTTP on this machine, and what our adapter makes of them. No money moves."""

"""Who someone is; never what they did."""

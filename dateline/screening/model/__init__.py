"""Comments as the model reads them, and the heads that weigh them."""

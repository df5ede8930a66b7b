"""The tables of the model card that depend on the weights, measured anew."""

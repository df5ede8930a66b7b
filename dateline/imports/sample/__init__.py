"""The Vess Valley Courier: an invented newsroom, loaded so that a newcomer sees a paper and not an empty house."""

"""What stands in spite of a law, and why. An exception that nothing needs any more fails the test that reads this."""

ALLOWED: dict[str, str] = {}

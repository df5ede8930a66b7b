"""What stands in spite of a law, and why. An exception that nothing needs any more fails the test that reads this."""

ALLOWED: dict[str, str] = {
    "dateline/funding/apps.py: import inside ready": "Django calls ready() once models can be imported, not before.",
}

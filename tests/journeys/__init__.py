"""What people do in a browser, against the real server."""

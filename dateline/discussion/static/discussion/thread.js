// Everything works without this file; it saves a reader page loads.

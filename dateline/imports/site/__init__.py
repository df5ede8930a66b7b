"""The public newsroom as static files: every page that a reader can walk to, with links that lead from file to file."""

"""The page store: pages made ahead, as files that any web server can send, and the index that knows what they hold."""

"""HTTP in, one action, HTTP out. All of it is somebody's own: no cache keeps it, no search engine finds it."""

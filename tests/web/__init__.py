"""HTTP as strangers speak it: byte by byte, to a newsroom that is served, and to a door alone."""

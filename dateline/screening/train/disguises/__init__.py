"""How spammers and trolls hide words from a filter, one family a file; readers still read them."""

"""Configurations with which nginx or Caddy reads the page store itself, and asks us for whatever does not lie there.

A web server answers only what is plain: read, at a host of ours, written as our own links are, with a query that means
nothing. Of everything else the door knows more, so the door is asked.
"""

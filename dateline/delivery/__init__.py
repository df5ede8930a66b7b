"""Paths and bytes: what is stale, what is ready; never what a page means."""

"""Wiring: settings, urls, asgi; no logic, imported by no one."""

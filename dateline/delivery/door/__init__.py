"""The door: one process that takes every request, sends what lies ready, and leads the rest to who can answer it.

Nothing in here knows Django, the database or what a page means; it reads files and a mapped page of numbers.
"""

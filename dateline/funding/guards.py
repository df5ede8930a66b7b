"""What the database keeps of the books by itself: the names of its triggers, and which of them are missing."""

from __future__ import annotations

from django.db import connection

GUARDS = frozenset(
    {
        *(f"funding_{table}_no_{verb}" for table in ("posting", "leg", "closing") for verb in ("update", "delete")),
        *(f"funding_{table}_no_{verb}" for table in ("gift", "receipt") for verb in ("update", "delete")),
        *(f"funding_{table}_kept" for table in ("posting", "leg", "receipt")),
    }
)
THERE = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')",
}


def missing_guards() -> list[str]:
    """Return the names of the triggers that are not there, or switched off; none in a sound database."""
    with connection.cursor() as cursor:
        cursor.execute(THERE[connection.vendor])
        return sorted(GUARDS - {name for (name,) in cursor.fetchall()})

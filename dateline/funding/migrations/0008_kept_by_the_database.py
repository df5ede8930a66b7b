"""The database itself keeps the books: balance, no more back than came, closed months, receipts without gaps.

Legs are written before their posting (their key to it is checked at the end of the transaction), so that the posting
can be refused where they do not balance, and nothing can be added to it afterwards.
"""

from django.db import migrations

NO_BALANCE = "a posting needs legs that sum to nothing in each currency, of its own mode, written before it"
TOO_LATE = "the legs of a posting are written before it"
TOO_MUCH = "of a gift no more may go back than came, in its own currency and mode"
CLOSED = "the books of a closed month take no more postings"
GAP = "receipts are numbered without a gap"
KEPT = "what a gift or a receipt says of money is not changed"

GIFT_MONEY = (
    "provider",
    "mode",
    "payment_id",
    "amount",
    "currency",
    "settled",
    "settled_currency",
    "received_at",
    "drive_id",
)
RECEIPT_MONEY = ("mode", "number", "gift_id")

UNBALANCED = """
    (SELECT COUNT(*) FROM funding_leg l WHERE l.posting_id = NEW.id) < 2
    OR EXISTS (SELECT 1 FROM funding_leg l WHERE l.posting_id = NEW.id AND l.mode <> NEW.mode)
    OR EXISTS (
        SELECT 1 FROM funding_leg l WHERE l.posting_id = NEW.id GROUP BY l.currency HAVING SUM(l.amount) <> 0
    )
"""
BEYOND = """
    NEW.of_gift IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM funding_gift g WHERE g.id = NEW.gift_id AND g.mode = NEW.mode AND g.provider = NEW.provider
        AND (NEW.kind <> 'gift' OR NEW.of_gift = g.amount)
        AND NEW.of_gift + COALESCE(
            (SELECT SUM(p.of_gift) FROM funding_posting p WHERE p.gift_id = g.id), 0
        ) BETWEEN 0 AND g.amount
    )
"""
IS_CLOSED = """
    EXISTS (SELECT 1 FROM funding_closing c WHERE c.month = NEW.book_month AND c.mode = NEW.mode)
"""
LATE = "EXISTS (SELECT 1 FROM funding_posting p WHERE p.id = NEW.posting_id)"
GAPS = "NEW.number <> COALESCE((SELECT MAX(r.number) FROM funding_receipt r WHERE r.mode = NEW.mode), 0) + 1"

# On PostgreSQL two transactions see nothing of each other: who books waits for who closes the month, and who takes of a
# gift for who else does.
WAIT = """
    PERFORM 1 FROM funding_drive d
        WHERE d.year = substr(NEW.book_month, 1, 4)::int AND d.month = substr(NEW.book_month, 6, 2)::int FOR SHARE;
    IF NEW.of_gift IS NOT NULL THEN
        PERFORM 1 FROM funding_gift g WHERE g.id = NEW.gift_id FOR NO KEY UPDATE;
    END IF;
"""


def _changed(columns, vendor):
    word = "IS DISTINCT FROM" if vendor == "postgresql" else "IS NOT"
    return " OR ".join(f"NEW.{column} {word} OLD.{column}" for column in columns)


def _guards(vendor):
    """Yield (name, table, when, [(condition, message), ...], before) of each trigger."""
    yield (
        "funding_posting_kept",
        "funding_posting",
        "INSERT",
        [(UNBALANCED, NO_BALANCE), (BEYOND, TOO_MUCH), (IS_CLOSED, CLOSED)],
        WAIT,
    )
    yield "funding_leg_kept", "funding_leg", "INSERT", [(LATE, TOO_LATE)], ""
    yield "funding_receipt_kept", "funding_receipt", "INSERT", [(GAPS, GAP)], ""
    yield "funding_receipt_no_update", "funding_receipt", "UPDATE", [(_changed(RECEIPT_MONEY, vendor), KEPT)], ""
    yield "funding_receipt_no_delete", "funding_receipt", "DELETE", [("TRUE", KEPT)], ""
    yield "funding_gift_no_update", "funding_gift", "UPDATE", [(_changed(GIFT_MONEY, vendor), KEPT)], ""
    yield "funding_gift_no_delete", "funding_gift", "DELETE", [("TRUE", KEPT)], ""


def _sqlite(name, table, verb, refusals):
    checks = " ".join(f"SELECT RAISE(ABORT, '{message}') WHERE {condition};" for condition, message in refusals)
    return [f"CREATE TRIGGER {name} BEFORE {verb} ON {table} BEGIN {checks} END"]


def _postgresql(name, table, verb, refusals, before):
    checks = " ".join(
        f"IF {condition} THEN RAISE EXCEPTION '{message}' USING ERRCODE = 'restrict_violation'; END IF;"
        for condition, message in refusals
    )
    row = "OLD" if verb == "DELETE" else "NEW"
    return [
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {before} {checks} RETURN {row}; END $$",
        f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()",
    ]


def guard(apps, schema_editor):
    """Make the triggers, in the words of the database at hand."""
    vendor = schema_editor.connection.vendor
    for name, table, verb, refusals, before in _guards(vendor):
        if vendor == "postgresql":
            statements = _postgresql(name, table, verb, refusals, before)
        else:
            statements = _sqlite(name, table, verb, refusals)
        for statement in statements:
            schema_editor.execute(statement, params=None)


def leave(apps, schema_editor):
    """Take the triggers away."""
    vendor = schema_editor.connection.vendor
    for name, table, _verb, _refusals, _before in _guards(vendor):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}" + (f" ON {table}" if vendor == "postgresql" else ""))
        if vendor == "postgresql":
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {name}()")


class Migration(migrations.Migration):
    dependencies = [("funding", "0007_books")]
    operations = [migrations.RunPython(guard, leave)]

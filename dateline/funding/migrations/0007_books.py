"""Postings say what they moved of a gift, and closings which month they seal."""

from importlib import import_module

from django.db import migrations, models
from django.db.models import F

KINDS = [
    ("gift", "gift"),
    ("refund", "refund"),
    ("returned", "refund that came back"),
    ("dispute", "dispute"),
    ("reversal", "dispute won"),
    ("fee", "fee"),
    ("payout", "payout to the bank"),
    ("expense", "expense"),
]
ACCOUNTS = [
    ("provider", "held by the provider"),
    ("bank", "bank"),
    ("cash", "cash"),
    ("gifts", "gifts"),
    ("refunds", "refunds"),
    ("disputes", "disputes"),
    ("fees", "fees"),
    ("expenses", "expenses"),
    ("rates", "differences of rates"),
]
MOVED = """
    UPDATE funding_posting SET of_gift = (
        SELECT -SUM(l.amount) FROM funding_leg l
        WHERE l.posting_id = funding_posting.id AND l.account IN ('gifts', 'refunds', 'disputes')
    ) WHERE gift_id IS NOT NULL AND kind IN ('gift', 'refund', 'dispute')
"""
MODES = [("test", "rehearsal"), ("live", "live")]
STANDINGS = [("active", "active"), ("paused", "paused"), ("late", "a payment failed"), ("ended", "ended")]
append_only = import_module("dateline.funding.migrations.0002_append_only")


def fill(apps, schema_editor):
    """Write down what the rows that are there say in other words."""
    schema_editor.execute(MOVED)
    apps.get_model("funding", "Gift").objects.update(settled=F("amount"), settled_currency=F("currency"))
    promises = apps.get_model("funding", "Recurring").objects
    for promise in promises.select_related("intent"):
        promise.amount, promise.currency = promise.intent.amount, promise.intent.currency
        promise.save(update_fields=["amount", "currency"])
    promises.exclude(stopped_at=None).update(standing="ended")
    for closing in apps.get_model("funding", "Closing").objects.select_related("drive"):
        closing.month = f"{closing.drive.year:04d}-{closing.drive.month:02d}"
        closing.save(update_fields=["month"])


class Migration(migrations.Migration):
    dependencies = [("funding", "0006_given_up")]
    operations = [
        migrations.RunPython(append_only.unseal, append_only.seal),
        migrations.AlterField("posting", "kind", models.CharField("kind", max_length=8, choices=KINDS)),
        migrations.AlterField("leg", "account", models.CharField("account", max_length=8, choices=ACCOUNTS)),
        migrations.AddField(
            "posting",
            "of_gift",
            models.BigIntegerField("moved of the gift, in minor units of its currency", null=True, blank=True),
        ),
        migrations.AddField(
            "closing", "month", models.CharField("month in the books", max_length=7, default=""), preserve_default=False
        ),
        migrations.AddField(
            "gift",
            "settled",
            models.PositiveBigIntegerField(
                "settled, in minor units",
                default=0,
                help_text="What it was worth at the provider's rate of that moment.",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "gift",
            "settled_currency",
            models.CharField("currency that it was settled in", max_length=3, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            "recurring",
            "amount",
            models.PositiveBigIntegerField("amount, in minor units", default=0),
            preserve_default=False,
        ),
        migrations.AddField(
            "recurring", "currency", models.CharField("currency", max_length=3, default=""), preserve_default=False
        ),
        migrations.AddField(
            "recurring",
            "standing",
            models.CharField("standing", max_length=6, choices=STANDINGS, default="active"),
        ),
        migrations.AddField("recurring", "next_at", models.DateTimeField("next payment", null=True, blank=True)),
        migrations.AddField(
            "inboundevent",
            "about",
            models.CharField("about", max_length=8, blank=True, default=""),
            preserve_default=False,
        ),
        migrations.CreateModel(
            "Reconciliation",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("provider", models.CharField("provider", max_length=20)),
                ("mode", models.CharField("mode", max_length=4, choices=MODES)),
                ("at", models.DateTimeField("compared")),
                ("until", models.DateTimeField("compared up to", null=True, blank=True)),
                ("found", models.PositiveIntegerField("movements that nobody had told us of", default=0)),
                ("ours", models.JSONField("our books, by currency", default=dict)),
                ("theirs", models.JSONField("the provider's balance, by currency", default=dict)),
                ("error", models.CharField("error", max_length=300, blank=True)),
            ],
            options={
                "verbose_name": "comparison with a provider",
                "constraints": [
                    models.UniqueConstraint(fields=["provider", "mode"], name="funding_one_comparison_a_provider")
                ],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(append_only.seal, append_only.unseal),
    ]

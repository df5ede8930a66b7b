"""A booking that was a mistake is undone by a posting of its own kind; the database's guards see no difference."""

from django.db import migrations, models

KINDS = [
    ("gift", "gift"),
    ("refund", "refund"),
    ("returned", "refund that came back"),
    ("dispute", "dispute"),
    ("reversal", "dispute won"),
    ("fee", "fee"),
    ("payout", "payout to the bank"),
    ("expense", "expense"),
    ("undone", "booking undone"),
]


class Migration(migrations.Migration):
    dependencies = [("funding", "0011_renewals")]
    operations = [migrations.AlterField("posting", "kind", models.CharField("kind", max_length=8, choices=KINDS))]

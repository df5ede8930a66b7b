"""Months of standing orders that were booked as gifts of once become months of a promise."""

from django.db import migrations
from django.db.models import Sum


def gather(apps, schema_editor):
    """Make one promise for each standing order of which something is left; its latest month says how much it is."""
    promises = apps.get_model("funding", "Recurring").objects
    gifts = apps.get_model("funding", "Gift").objects
    for intent in apps.get_model("funding", "GiftIntent").objects.filter(provider="bank", frequency="monthly"):
        left = gifts.filter(intent=intent, recurring=None).annotate(left=Sum("postings__of_gift")).filter(left__gt=0)
        months = list(left.order_by("received_at"))
        if not months:
            continue
        promise, _ = promises.get_or_create(
            provider="bank",
            mode=intent.mode,
            subscription_id=intent.reference,
            defaults={
                "intent": intent,
                "amount": months[-1].amount,
                "currency": months[-1].currency,
                "started_at": months[0].received_at,
            },
        )
        gifts.filter(pk__in=[month.pk for month in months]).update(recurring=promise)


class Migration(migrations.Migration):
    dependencies = [("funding", "0013_fees")]
    operations = [migrations.RunPython(gather, migrations.RunPython.noop)]

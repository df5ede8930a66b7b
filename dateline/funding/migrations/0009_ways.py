"""More ways to give, what became of a bank's lines, expenses, halts, and words that wait for a person."""

from importlib import import_module

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

RIGHTS = {
    "expense": ("view", "add", "change"),
    "bankfile": ("view", "add"),
    "bankline": ("view", "change"),
    "fundingterms": ("change",),
    "recurring": ("view", "change"),
    "halt": ("view", "change"),
}
books = import_module("dateline.funding.migrations.0008_kept_by_the_database")


def let_them(apps, schema_editor):
    """Give the treasurer what is new; permissions are made after all migrations have run, those needed now are not."""
    kinds = apps.get_model("contenttypes", "ContentType").objects
    rights = apps.get_model("auth", "Permission").objects
    treasurer, _ = apps.get_model("auth", "Group").objects.get_or_create(name="Treasurer")
    for model, verbs in RIGHTS.items():
        kind, _ = kinds.get_or_create(app_label="funding", model=model)
        for verb in verbs:
            right, _ = rights.get_or_create(
                content_type=kind, codename=f"{verb}_{model}", defaults={"name": f"Can {verb} {model}"}
            )
            treasurer.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [
        ("funding", "0008_kept_by_the_database"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(books.leave, books.guard),
        migrations.CreateModel(
            name="BankFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "mode",
                    models.CharField(
                        choices=[("test", "rehearsal"), ("live", "live")], max_length=4, verbose_name="mode"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="file")),
                ("account", models.CharField(max_length=64, verbose_name="account")),
                ("currency", models.CharField(max_length=3, verbose_name="currency")),
                (
                    "opening",
                    models.BigIntegerField(blank=True, null=True, verbose_name="opening balance, in minor units"),
                ),
                (
                    "closing",
                    models.BigIntegerField(blank=True, null=True, verbose_name="closing balance, in minor units"),
                ),
                ("remarks", models.JSONField(default=list, verbose_name="remarks")),
                ("brought_at", models.DateTimeField(verbose_name="brought")),
            ],
            options={
                "verbose_name": "bank statement",
                "ordering": ["-brought_at"],
            },
        ),
        migrations.CreateModel(
            name="BankLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "mode",
                    models.CharField(
                        choices=[("test", "rehearsal"), ("live", "live")], max_length=4, verbose_name="mode"
                    ),
                ),
                ("account", models.CharField(max_length=64, verbose_name="account")),
                ("key", models.CharField(max_length=40, verbose_name="key")),
                ("booked_on", models.DateField(verbose_name="booked")),
                ("value_on", models.DateField(verbose_name="value")),
                ("amount", models.BigIntegerField(verbose_name="amount, in minor units")),
                ("currency", models.CharField(max_length=3, verbose_name="currency")),
                ("name", models.CharField(blank=True, max_length=140, verbose_name="name")),
                ("iban", models.CharField(blank=True, max_length=34, verbose_name="IBAN")),
                ("remittance", models.TextField(blank=True, verbose_name="text")),
                ("end_to_end", models.CharField(blank=True, max_length=140, verbose_name="giver’s reference")),
                ("bank_reference", models.CharField(blank=True, max_length=140, verbose_name="bank’s reference")),
                ("returned", models.BooleanField(default=False, verbose_name="marked as returned")),
                (
                    "fate",
                    models.CharField(
                        choices=[
                            ("waiting", "to be looked at"),
                            ("gift", "booked as a gift"),
                            ("payout", "a provider’s payout"),
                            ("aside", "no gift"),
                        ],
                        default="waiting",
                        max_length=7,
                        verbose_name="became",
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided")),
            ],
            options={
                "verbose_name": "line of a statement",
            },
        ),
        migrations.CreateModel(
            name="Expense",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("spent_on", models.DateField(verbose_name="spent on")),
                (
                    "purpose",
                    models.CharField(
                        help_text="Such as satellite pictures. Readers see sums by purpose.",
                        max_length=60,
                        verbose_name="purpose",
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        blank=True, help_text="One sentence for readers.", max_length=200, verbose_name="what for"
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="For the books, such as the bill’s number; not shown.",
                        max_length=200,
                        verbose_name="note",
                    ),
                ),
                ("amount", models.PositiveBigIntegerField(verbose_name="amount, in minor units")),
                ("currency", models.CharField(max_length=3, verbose_name="currency")),
            ],
            options={
                "verbose_name": "expense",
            },
        ),
        migrations.CreateModel(
            name="FundingTerms",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "takes_stripe",
                    models.BooleanField(
                        default=True,
                        help_text="As soon as Stripe’s keys are set on the machine.",
                        verbose_name="cards (Stripe)",
                    ),
                ),
                (
                    "takes_paypal",
                    models.BooleanField(
                        default=True,
                        help_text="As soon as PayPal’s keys are set on the machine.",
                        verbose_name="PayPal",
                    ),
                ),
                (
                    "takes_rehearsal",
                    models.BooleanField(
                        default=True,
                        help_text="The provider that moves no money; never in production.",
                        verbose_name="rehearsal",
                    ),
                ),
                (
                    "takes_bank",
                    models.BooleanField(
                        default=False,
                        help_text="Givers transfer to the account below, with a reference of ours.",
                        verbose_name="bank transfer",
                    ),
                ),
                (
                    "bank_holder",
                    models.CharField(
                        blank=True,
                        help_text="As the bank writes it; at most 70 characters.",
                        max_length=70,
                        verbose_name="account holder",
                    ),
                ),
                (
                    "bank_iban",
                    models.CharField(
                        blank=True,
                        help_text="Of the account that gifts go to; checked as you save.",
                        max_length=42,
                        verbose_name="IBAN",
                    ),
                ),
                (
                    "bank_bic",
                    models.CharField(
                        blank=True,
                        help_text="Needed for accounts beyond the European Economic Area only.",
                        max_length=14,
                        verbose_name="BIC",
                    ),
                ),
                (
                    "offers_cover",
                    models.BooleanField(
                        default=True,
                        help_text="A box on the form; it is never ticked for them.",
                        verbose_name="let givers cover the fee",
                    ),
                ),
                (
                    "fee_basis_points",
                    models.PositiveSmallIntegerField(
                        default=290,
                        help_text="290 is 2.9 per cent. What your provider keeps of a gift; its price list says.",
                        validators=[django.core.validators.MaxValueValidator(2000)],
                        verbose_name="fee, in hundredths of a per cent",
                    ),
                ),
                (
                    "fee_fixed",
                    models.PositiveIntegerField(
                        default=30,
                        help_text="30 is 0.30; in the newsroom’s currency.",
                        verbose_name="fee for each gift, in minor units",
                    ),
                ),
                (
                    "receipt_words",
                    models.TextField(
                        blank=True,
                        help_text="Such as your tax number, or that gifts are not tax-deductible.",
                        max_length=600,
                        verbose_name="words on receipts",
                    ),
                ),
                (
                    "year_begins",
                    models.PositiveSmallIntegerField(
                        default=1,
                        help_text="From 1 to 12. Statements of a year begin with it.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(12),
                        ],
                        verbose_name="first month of the year of accounts",
                    ),
                ),
            ],
            options={
                "verbose_name": "ways to give",
            },
        ),
        migrations.CreateModel(
            name="Halt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("provider", models.CharField(max_length=20, verbose_name="provider")),
                (
                    "mode",
                    models.CharField(
                        choices=[("test", "rehearsal"), ("live", "live")], max_length=4, verbose_name="mode"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="since")),
                ("until", models.DateTimeField(verbose_name="until")),
                ("declines", models.PositiveIntegerField(verbose_name="refused cards in a minute")),
                ("lifted_at", models.DateTimeField(blank=True, null=True, verbose_name="ended early")),
            ],
            options={
                "verbose_name": "halt",
                "ordering": ["-at"],
            },
        ),
        migrations.AddField(
            model_name="gift",
            name="dedication",
            field=models.CharField(blank=True, max_length=140, verbose_name="dedication"),
        ),
        migrations.AddField(
            model_name="gift",
            name="withheld",
            field=models.BooleanField(
                default=False,
                help_text="Readers see the words once a person has let them through.",
                verbose_name="words withheld",
            ),
        ),
        migrations.AddField(
            model_name="giftintent",
            name="cover",
            field=models.PositiveBigIntegerField(
                default=0, help_text="Part of the amount.", verbose_name="meant for the fee, in minor units"
            ),
        ),
        migrations.AddField(
            model_name="giftintent",
            name="dedication",
            field=models.CharField(blank=True, max_length=140, verbose_name="dedication"),
        ),
        migrations.AddField(
            model_name="giftintent",
            name="moves",
            field=models.ForeignKey(
                blank=True,
                help_text="The monthly gift that ends once this one is paid.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="followers",
                to="funding.recurring",
                verbose_name="in place of",
            ),
        ),
        migrations.AddField(
            model_name="giftintent",
            name="reference",
            field=models.CharField(
                blank=True, help_text="What the giver writes on a transfer.", max_length=12, verbose_name="reference"
            ),
        ),
        migrations.AddField(
            model_name="giftintent",
            name="withheld",
            field=models.BooleanField(
                default=False,
                help_text="Readers see the words once a person has let them through.",
                verbose_name="words withheld",
            ),
        ),
        migrations.AddField(
            model_name="inboundevent",
            name="declined",
            field=models.BooleanField(default=False, verbose_name="a card was refused"),
        ),
        migrations.AddIndex(
            model_name="inboundevent",
            index=models.Index(
                condition=models.Q(("declined", True)),
                fields=["provider", "mode", "received_at"],
                name="funding_event_declined",
            ),
        ),
        migrations.AddConstraint(
            model_name="giftintent",
            constraint=models.UniqueConstraint(
                condition=models.Q(("reference", ""), _negated=True),
                fields=("reference",),
                name="funding_one_intent_a_reference",
            ),
        ),
        migrations.AddConstraint(
            model_name="giftintent",
            constraint=models.CheckConstraint(
                condition=models.Q(("cover__lt", models.F("amount"))), name="funding_cover_is_part_of_the_gift"
            ),
        ),
        migrations.AddField(
            model_name="bankfile",
            name="brought_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="brought by",
            ),
        ),
        migrations.AddField(
            model_name="bankline",
            name="decided_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="decided by",
            ),
        ),
        migrations.AddField(
            model_name="bankline",
            name="file",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="lines",
                to="funding.bankfile",
                verbose_name="statement",
            ),
        ),
        migrations.AddField(
            model_name="bankline",
            name="gift",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="bank_lines",
                to="funding.gift",
                verbose_name="gift",
            ),
        ),
        migrations.AddField(
            model_name="expense",
            name="posting",
            field=models.OneToOneField(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="expense",
                to="funding.posting",
                verbose_name="posting",
            ),
        ),
        migrations.AddField(
            model_name="expense",
            name="recorded_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="recorded by",
            ),
        ),
        migrations.AddField(
            model_name="expense",
            name="taken_back",
            field=models.OneToOneField(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="funding.posting",
                verbose_name="taken back by",
            ),
        ),
        migrations.AddField(
            model_name="halt",
            name="lifted_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="ended by",
            ),
        ),
        migrations.AddIndex(
            model_name="bankline",
            index=models.Index(fields=["mode", "fate", "-booked_on"], name="funding_line_waiting"),
        ),
        migrations.AddConstraint(
            model_name="bankline",
            constraint=models.UniqueConstraint(fields=("mode", "account", "key"), name="funding_one_line_a_movement"),
        ),
        migrations.AddIndex(
            model_name="expense",
            index=models.Index(fields=["-spent_on"], name="funding_expense_newest"),
        ),
        migrations.AddConstraint(
            model_name="expense",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)), name="funding_expense_is_more_than_nothing"
            ),
        ),
        migrations.AddIndex(
            model_name="halt",
            index=models.Index(fields=["provider", "mode", "until"], name="funding_halt_holding"),
        ),
        migrations.RunPython(books.guard, books.leave),
        migrations.RunPython(let_them, migrations.RunPython.noop),
    ]

"""Fees are written in a form of their own, which explains them."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("funding", "0012_undone")]
    operations = [
        migrations.AlterField(
            "fundingterms",
            "fee_basis_points",
            models.PositiveSmallIntegerField(
                "fee, in hundredths of a per cent",
                default=290,
                validators=[django.core.validators.MaxValueValidator(2000)],
            ),
        ),
        migrations.AlterField(
            "fundingterms",
            "fee_fixed",
            models.PositiveIntegerField("fee for each gift, in minor units", default=30),
        ),
    ]

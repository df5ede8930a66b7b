"""Spanish as the house writes it: 5 de diciembre de 2026, 14:30."""

DATETIME_FORMAT = r"j \d\e F \d\e Y, H:i"
SHORT_DATETIME_FORMAT = "d/m/Y, H:i"
THOUSAND_SEPARATOR = "."  # as money is written, and as Spain and most of South America do

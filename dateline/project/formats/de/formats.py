"""German as the house writes it: 5. Dezember 2026, 14:30 Uhr. What is not named here is as Django knows it."""

TIME_FORMAT = r"H:i \U\h\r"
DATETIME_FORMAT = r"j. F Y, H:i \U\h\r"
SHORT_DATETIME_FORMAT = r"d.m.Y, H:i \U\h\r"

"""Ukrainian as the house writes it: 5 грудня 2026 р., 14:30. E is the month in the genitive, as a day has it."""

DATE_FORMAT = "j E Y\u00a0р."
MONTH_DAY_FORMAT = "j E"
DATETIME_FORMAT = "j E Y\u00a0р., H:i"
SHORT_DATETIME_FORMAT = "d.m.Y, H:i"

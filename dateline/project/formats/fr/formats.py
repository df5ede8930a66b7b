"""French as the house writes it: 5 décembre 2026, 14 h 30, with spaces at which no line breaks."""

TIME_FORMAT = "G\u00a0\\h\u00a0i"
DATETIME_FORMAT = "j F Y, G\u00a0\\h\u00a0i"
SHORT_DATETIME_FORMAT = "d/m/Y, G\u00a0\\h\u00a0i"

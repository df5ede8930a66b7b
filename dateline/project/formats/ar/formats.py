"""Arabic as the house writes it: 5 ديسمبر 2026، 14:30.

Figures are those that Beirut, Amman and Tunis print (1, 2, 3) and so are the marks in them, as CLDR has them for that
script: 1,234.56. One clock of twenty-four hours, as in the other languages.
"""

DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y، H:i"
SHORT_DATE_FORMAT = "Y/m/d"
SHORT_DATETIME_FORMAT = "Y/m/d، H:i"
DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3

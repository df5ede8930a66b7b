"""The statement of a year: what somebody gave between two days, as figures and as a PDF."""

from .figures import Line, Statement, Sums, file_name, statement_of, statement_of_supporter, year_of, years_of
from .sheet import sheet_of

__all__ = [
    "Line",
    "Statement",
    "Sums",
    "file_name",
    "sheet_of",
    "statement_of",
    "statement_of_supporter",
    "year_of",
    "years_of",
]

"""Where funding meets the editor."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, re_path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.site_summary import SummaryItem
from wagtail.log_actions import LogFormatter
from wagtail.snippets.models import register_snippet

from .treasury import FundingGroup, MonthSummary
from .views import expenses, gifts, months, statements, ways, years
from .views.treasury import record_offline_gift, unname_gift
from .views.words import decide_words, undo_words, words

register_snippet(FundingGroup)
MONTH = r"(?P<key>\d{4}-(?:0[1-9]|1[0-2]))"


@hooks.register("register_admin_urls")
def treasury_paths() -> list[URLPattern]:
    """The treasurer's forms."""
    return [
        path("funding/record/", record_offline_gift, name="funding_record"),
        path("funding/ways/", ways.ways, name="funding_ways"),
        path("funding/ways/ask/", ways.ask, name="funding_ways_ask"),
        path("funding/halts/<int:pk>/", ways.lift, name="funding_halt_lift"),
        path("funding/statements/", statements.statements, name="funding_statements"),
        path("funding/statements/answer/", statements.answer, name="funding_statement_answer"),
        path("funding/statements/sure/", statements.book_sure, name="funding_statement_sure"),
        path("funding/statements/rehearsed.csv", statements.rehearsal, name="funding_statement_rehearsed"),
        path("funding/statements/<int:pk>/", statements.decide, name="funding_statement_line"),
        path("funding/gifts.csv", gifts.gifts_csv, name="funding_gifts_csv"),
        path("funding/gifts.json", gifts.gifts_json, name="funding_gifts_json"),
        path("funding/gifts/<int:pk>/", gifts.gift, name="funding_gift"),
        path("funding/gifts/<int:pk>/unname/", unname_gift, name="funding_unname"),
        path("funding/drives/<int:pk>/", months.drive_ledger, name="funding_drive_ledger"),
        path("funding/postings/<int:pk>/", months.posting, name="funding_posting"),
        path("funding/expenses/", expenses.expenses, name="funding_expenses"),
        path("funding/expenses/record/", expenses.record, name="funding_expense_record"),
        path("funding/expenses/<int:pk>/back/", expenses.take_expense_back, name="funding_expense_back"),
        path("funding/months/", months.months, name="funding_months"),
        re_path(rf"^funding/months/{MONTH}/$", months.month, name="funding_month"),
        re_path(rf"^funding/months/{MONTH}\.csv$", months.month_csv, name="funding_month_csv"),
        re_path(rf"^funding/months/{MONTH}\.json$", months.month_json, name="funding_month_json"),
        path("funding/supporters/<int:pk>/years/<int:year>.pdf", years.statement, name="funding_statement"),
        path("funding/words/", words, name="funding_words"),
        path("funding/words/<uuid:pk>/", decide_words, name="funding_decide_words"),
        path("funding/words/undo/<int:pk>/", undo_words, name="funding_undo_words"),
    ]


@hooks.register("register_log_actions")
def history_words(actions: Any) -> None:
    """How it reads that somebody took figures away, ended a promise, or asked givers to move theirs."""
    actions.register_action(
        "funding.ask", _("Ask givers to move"), _("Asked givers by mail to move their monthly gifts")
    )
    actions.register_action("funding.end", _("End a monthly gift"), _("Ended a monthly gift"))

    @actions.register_action("funding.export")
    class Exported(LogFormatter):
        label = _("Take figures away")

        def format_message(self, log_entry: Any) -> str:
            """Which file, with how many rows where that is told, and what was asked for."""
            words = [str(log_entry.data.get(name, "")) for name in ("file", "rows", "asked")]
            return gettext("Took away: %(what)s") % {"what": " · ".join(filter(None, words))}


@hooks.register("construct_homepage_summary_items")
def month_on_dashboard(request: HttpRequest, items: list[SummaryItem]) -> None:
    """How the month goes; readers see it too, so everybody here does."""
    items.append(MonthSummary(request))

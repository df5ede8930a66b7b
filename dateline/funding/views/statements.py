"""The bank's statements: brought as files, looked at line by line, decided by a person."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin.auth import require_admin_access

from dateline.funding.actions import (
    AlreadyDecided,
    AnotherAccount,
    NotThisLine,
    TooMuchBack,
    book_line,
    book_return,
    bring_statement,
    currency_at,
    letters_of_undoing,
    look_at_lines,
    set_aside,
    undo_line,
)
from dateline.funding.actions.statements import Brought
from dateline.funding.bank.rehearsal import rehearsed_statement
from dateline.funding.bank.statements import UnreadableStatement
from dateline.funding.mode import Mode, current_mode
from dateline.funding.models import BankFile, BankLine, FundingTerms, Gift, GiftIntent
from dateline.funding.models.statement import Fate
from dateline.funding.said import in_words
from dateline.funding.statement_forms import CARRIED, QuestionForm, StatementForm, carried
from dateline.people.models import Newsroom

PAGE = 50  # lines
SHOWN = 20  # decisions that can be taken back from the page, and files
HOME = "funding_statements"


@require_admin_access
@permission_required("funding.view_bankline", raise_exception=True)
def statements(request: HttpRequest) -> HttpResponse:
    """Show what waits, each line with what it may be; or read the file that is brought."""
    if request.method != "POST":
        return _page(request, StatementForm())
    if not request.user.has_perm("funding.add_bankfile"):
        raise Http404
    form = StatementForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, 422)
    file = form.cleaned_data["file"]
    return _bring(request, file.read(), file.name, {})


@require_admin_access
@permission_required("funding.add_bankfile", raise_exception=True)
@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    """Read a file again, with the answers to what it did not tell."""
    form = QuestionForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("The file got lost on the way. Bring it again."))
        return redirect(HOME)
    return _bring(request, form.data_bytes, form.cleaned_data["name"], form.answers)


@require_admin_access
@permission_required("funding.change_bankline", raise_exception=True)
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Do with one line what was chosen for it."""
    line = get_object_or_404(BankLine.objects.in_mode(current_mode()), pk=pk)
    try:
        messages.success(request, _do(request, line, request.POST.get("deed", "")))
    except AlreadyDecided:
        messages.error(request, _("Somebody has decided about this line meanwhile. Nothing was changed."))
    except TooMuchBack:
        messages.error(request, _("This is more than is left of the gift. Nothing was booked."))
    except NotThisLine:
        messages.error(request, _("This cannot be done with this line. Nothing was changed."))
    return redirect(HOME)


@require_admin_access
@permission_required("funding.change_bankline", raise_exception=True)
@require_POST
def book_sure(request: HttpRequest) -> HttpResponse:
    """Book every line of the page whose reference and amount agree: those that were shown, and no others."""
    now = timezone.now()
    shown = BankLine.objects.waiting(current_mode()).numbered(request.POST.getlist("line"))
    booked = 0
    for looked in look_at_lines(shown, now=now):
        if looked.is_sure:
            try:
                book_line(line=looked.line, intent=looked.intents[0], by=_user(request), now=now)
                booked += 1
            except AlreadyDecided:
                continue
    words = ngettext("One gift is in the books.", "%(count)s gifts are in the books.", booked)
    messages.success(request, words % {"count": booked})
    return redirect(HOME)


@require_admin_access
@permission_required("funding.add_bankfile", raise_exception=True)
@require_GET
def rehearsal(request: HttpRequest) -> HttpResponse:
    """A statement to practise with: what was announced has come, more or less as it was announced."""
    if current_mode() != Mode.TEST:
        raise Http404
    now = timezone.now()
    awaited = GiftIntent.objects.awaited_lately(current_mode(), now)
    told = [(intent.reference, intent.money, intent.name) for intent in awaited]
    day = timezone.localdate(now, Newsroom.load(request).zone)
    body = rehearsed_statement(told, day, currency_at(now=now))
    disposition = 'attachment; filename="rehearsed-statement.csv"'
    return HttpResponse(body, content_type="text/csv; charset=utf-8", headers={"Content-Disposition": disposition})


def _do(request: HttpRequest, line: BankLine, deed: str) -> str:
    """Do ``deed`` and return what was done. Raises what the actions raise, and NotThisLine for what is no deed."""
    by, now = _user(request), timezone.now()
    match deed.split(":", 1):
        case ["other"]:
            book_line(line=line, intent=None, by=by, now=now)
        case ["gift", key]:
            intent = GiftIntent.objects.transfer_named(key, current_mode())
            if intent is None:
                raise NotThisLine("There is no such transfer.")
            book_line(line=line, intent=intent, by=by, now=now)
        case ["return", key]:
            gift = get_object_or_404(Gift.objects.in_mode(current_mode()), pk=int(key) if key.isdecimal() else 0)
            book_return(line=line, gift=gift, by=by, now=now)
        case ["payout" | "aside" as fate]:
            set_aside(line=line, fate=Fate(fate), by=by, now=now)
            return _("The line is put aside; nothing was booked.")
        case ["undo"]:
            had_gift = line.gift_id is not None
            return _undone(had_gift, undo_line(line=line, by=by, now=now))
        case _:
            raise NotThisLine("There is no such deed.")
    return _("%(money)s is in the books.") % {"money": line.money}


def _undone(had_gift: bool, is_written: bool) -> str:
    """Say what undoing a line came to."""
    if not had_gift:
        return _("The line waits again; nothing had been booked.")
    if is_written:
        return _("The line waits again. The booking is undone, its receipt is void, and its giver is written to.")
    return _("The line waits again. The booking is undone and its receipt is void; nobody is written to.")


def _bring(request: HttpRequest, data: bytes, name: str, answers: dict[str, str]) -> HttpResponse:
    """Read the file and say what was in it, or ask what it does not tell."""
    try:
        brought = bring_statement(data=data, name=name, answers=answers, by=_user(request), now=timezone.now())
    except (UnreadableStatement, AnotherAccount) as error:
        form = StatementForm()
        return _page(request, form, 422, in_words(error.sentence))
    if not brought.questions:
        _tell(request, brought)
        return redirect(HOME)
    if len(data) > CARRIED:
        return _page(
            request,
            StatementForm(),
            422,
            _("The file raises questions and is too long to ask them. Export a shorter time."),
        )
    told = {"name": name[:120], "carried": carried(data), "answered": answers}
    asked = QuestionForm(initial=told, questions=brought.questions)
    title = _("What the file does not tell")
    return render(request, "funding/statement_questions.html", {"form": asked, "title": title, "name": name})


def _tell(request: HttpRequest, brought: Brought) -> None:
    """Say what is new, and as a warning what was left out, does not add up, or is in another currency."""
    words = ngettext("One line is new", "%(count)s lines are new", brought.new) % {"count": brought.new}
    known = ngettext("one was known", "%(count)s were known", brought.known) % {"count": brought.known}
    messages.success(request, _("%(new)s, %(known)s.") % {"new": words, "known": known})
    ours = currency_at(now=timezone.now())
    for theirs in dict.fromkeys(file.currency for file in brought.files if file.currency != ours):
        words = _("There are lines in %(theirs)s, and the newsroom counts in %(ours)s: look before you book them.")
        messages.warning(request, words % {"theirs": theirs, "ours": ours})
    if remarks := dict.fromkeys(in_words(remark) for file in brought.files for remark in file.remarked):
        messages.warning(request, format_html_join(mark_safe("<br>"), "{}", ((remark,) for remark in remarks)))


def _page(request: HttpRequest, form: StatementForm, status: int = 200, problem: str = "") -> HttpResponse:
    mode = current_mode()
    page = Paginator(BankLine.objects.waiting(mode), PAGE).get_page(request.GET.get("p"))
    looked = look_at_lines(page.object_list, now=timezone.now())
    decided = list(BankLine.objects.decided(mode)[:SHOWN])
    letters = letters_of_undoing(decided)
    found: dict[str, Any] = {
        "title": _("Bank statements"),
        "form": form,
        "problem": problem,
        "page": page,
        "looked": looked,
        "sure": sum(each.is_sure for each in looked),
        "decided": [(line, letters.get(line.pk)) for line in decided],
        "files": BankFile.objects.in_mode(mode)[:SHOWN],
        "terms": FundingTerms.load(request),
        "is_rehearsal": mode == Mode.TEST,
    }
    return render(request, "funding/statements.html", found, status=status)


def _user(request: HttpRequest) -> Any:
    return request.user

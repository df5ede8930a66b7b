"""Bringing a bank's file: what is new in it is kept line by line, and nothing is booked by that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from dateline.funding.bank.iban import is_account
from dateline.funding.bank.sentence import SaidError, Sentence
from dateline.funding.bank.statements import read_statements
from dateline.funding.bank.statements.questions import Answers, Question
from dateline.funding.bank.statements.statement import Line, Statement
from dateline.funding.mode import current_mode
from dateline.funding.models import BankFile, BankLine, FundingTerms
from dateline.people.models import User

ROWS = 500  # in one statement to the database


class AnotherAccount(SaidError):
    """A statement of an account that is not ours. Nothing was kept; the same again does not help."""


@dataclass(frozen=True)
class Brought:
    """What a file has told: lines that are new, lines that were known; or what has to be asked first."""

    new: int = 0
    known: int = 0
    files: tuple[BankFile, ...] = ()
    questions: tuple[Question, ...] = ()


def bring_statement(*, data: bytes, name: str, answers: Answers, by: User | None, now: datetime) -> Brought:
    """Read a file of the bank and keep its lines. A line that is known stays as it is, whatever became of it.

    Raises UnreadableStatement or AnotherAccount.
    """
    reading = read_statements(data, answers)
    if reading.questions:
        return Brought(questions=reading.questions)
    ours = FundingTerms.load().bank_iban
    for statement in reading.statements:
        if ours and statement.account and not is_account(statement.account, ours):
            raise AnotherAccount(
                "This is a statement of the account %(theirs)s; ours is %(ours)s. Nothing was kept.",
                theirs=statement.account,
                ours=ours,
            )
    with transaction.atomic():
        kept = [_keep(statement, ours, name, by, now) for statement in reading.statements]
    new, files = sum(count for count, _file in kept), tuple(file for _count, file in kept if file)
    return Brought(new, sum(len(statement.lines) for statement in reading.statements) - new, files)


def _keep(statement: Statement, ours: str, name: str, by: User | None, now: datetime) -> tuple[int, BankFile | None]:
    """Store what is new of a statement and return how many lines that are; no file is kept that tells nothing new."""
    mode, account = current_mode(), ours or statement.account
    known = BankLine.objects.known_keys(account, mode, [line.key for line in statement.lines])
    new = [line for line in statement.lines if line.key not in known]
    if not new and not statement.remarks:
        return 0, None
    file = BankFile.objects.create(
        mode=mode,
        name=name[:120],
        account=account[:64],
        currency=statement.currency,
        opening=statement.opening.amount if statement.opening else None,
        closing=statement.closing.amount if statement.closing else None,
        remarks=[_kept(remark) for remark in statement.remarks],
        brought_by=by,
        brought_at=now,
    )
    BankLine.objects.bulk_create([_row(line, file) for line in new], batch_size=ROWS, ignore_conflicts=True)
    return len(new), file


def _row(line: Line, file: BankFile) -> BankLine:
    """Return a line as it is kept; what people wrote at length is cut to what banks pass on."""
    return BankLine(
        file=file,
        mode=file.mode,
        account=file.account,
        key=line.key,
        booked_on=line.booked_on,
        value_on=line.value_on,
        amount=line.money.amount,
        currency=line.money.currency,
        name=line.name[:140],
        iban=line.iban,
        remittance=line.remittance[:1000],
        end_to_end=line.end_to_end[:140],
        bank_reference=line.bank_reference[:140],
        returned=line.returned,
    )


def _kept(remark: Sentence) -> dict[str, object]:
    """Return a remark as JSON: its words, and what goes into them."""
    return {"words": remark.words, "slots": {name: str(value) for name, value in remark.slots.items()}}

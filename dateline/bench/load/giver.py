"""Gives, gift after gift, with the provider that moves no money: the form, the checkout, the thanks.

Told ``port``, ``series``, ``rate``, optionally ``gifts`` (how many; else until told to stop). Whatever breaks on the
way is tried again until it is answered, as a person would: but for the form itself, which is then another gift. Tells
``paid``, the words of gifts that the provider was told to take and said so, and ``thanked``, those of them that the
newsroom said it has.
"""

from __future__ import annotations

from http.client import HTTPConnection, HTTPException
from time import monotonic
from urllib.parse import urlencode, urlsplit

from .program import is_over, spec, tell

AGAIN = 0.1
PATIENCE = 60.0  # seconds in which one step has to be answered
ARRIVED = "has arrived"  # on a thanks page that has the gift; without it, it says to look again in a minute
FORM = {"preset": "10", "amount": "", "frequency": "once", "visibility": "secret"}
URLENCODED = "application/x-www-form-urlencoded"


class GivenUp(Exception):
    """A step was not answered in time, or we were told to stop."""


class Giver:
    """One giver after another, each from an address of their own."""

    def __init__(self, port: int, series: int) -> None:
        self.port = port
        self.series = series
        self.turn = 0
        self.paid: list[str] = []
        self.thanked: list[str] = []

    def give(self) -> None:
        """Give once. Raises GivenUp."""
        self.turn += 1
        token = self.begin()
        checkout = urlsplit(self.until(f"/give/{token}/pay/", {302}))
        if self.until(checkout.path, {303}, urlencode({"outcome": "paid"}), port=checkout.port or 80):
            self.paid.append(token)
            while ARRIVED not in self.until(f"/give/{token}/thanks/", {200}):
                continue
            self.thanked.append(token)

    def begin(self) -> str:
        """Send the form until it is taken; return the word that is this gift's own."""
        return self.until("/give/", {303}, urlencode(FORM)).strip("/").split("/")[-1]

    def until(self, path: str, good: set[int], form: str = "", port: int = 0) -> str:
        """Ask until the answer is one of ``good``; return where it leads, else what it says. Raises GivenUp."""
        deadline = monotonic() + PATIENCE
        while monotonic() < deadline:
            try:
                status, words = self.ask(path, form, port or self.port)
            except (OSError, HTTPException):
                status, words = 0, ""
            if status in good:
                return words
            if is_over(AGAIN):
                raise GivenUp
        raise GivenUp(path)

    def ask(self, path: str, form: str, port: int) -> tuple[int, str]:
        """Ask once; return the status, and where it leads or what it says. Raises OSError or HTTPException."""
        line = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            sender = f"172.16.{self.series % 200}.{self.turn % 250}"
            headers = {"Sec-Fetch-Site": "same-origin", "X-Forwarded-For": sender}
            if form:
                line.request("POST", path, form, {**headers, "Content-Type": URLENCODED})
            else:
                line.request("GET", path, headers=headers)
            answer = line.getresponse()
            said = answer.read().decode("utf-8", "replace")
            return answer.status, answer.headers.get("Location", said)
        finally:
            line.close()


def main() -> None:
    told = spec()
    giver = Giver(told["port"], told["series"])
    failed = ""
    while giver.turn < told.get("gifts", 1e9) and not is_over(1 / told["rate"]):
        try:
            giver.give()
        except GivenUp as error:
            failed = str(error)
            break
    tell({"paid": giver.paid, "thanked": giver.thanked, "failed": failed})


if __name__ == "__main__":
    main()

"""What is general about links, addresses, sums and numbers: who links says something, the very address nothing."""

from __future__ import annotations

import re

# Without a scheme only what ends as hosts do, or goes on with a path: people forget the blank after a full stop.
ENDS = (
    "com|net|org|info|biz|edu|gov|mil|int|io|co|me|tv|cc|ly|gg|to|ai|app|dev|eu|us|uk|ca|au|nz|ie|de|at|ch|fr|es|it|nl|be|pl|cz"
    "|sk|hu|ro|bg|gr|pt|se|no|dk|fi|ru|ua|by|tr|il|in|cn|jp|kr|br|mx|ar|za|ng|ke|tk|ml|ga|cf|gq|xyz|site|online|shop|store|top"
    "|club|live|pro|vip|win|bet|casino|poker|loan|money|finance|click|link|news|blog|page|web|website|space|fun|agency|example"
    "|test|onion"
)
LINK = re.compile(
    r"(?:h(?:tt|xx)ps?://|www\.)[^\s<>\"]{1,300}"
    rf"|[a-z0-9-]{{1,63}}(?:\.[a-z0-9-]{{1,63}}){{0,3}}\.(?:(?:{ENDS})(?:/\S{{0,300}})?|[a-z]{{2,12}}/\S{{1,300}})"
)
MAIL = re.compile(r"(?:mailto:)?[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,64}\.[a-z]{2,12}")
MONEY = re.compile(r"[$€£¥₹₽₴][\d.,]{1,15}[kmb]?|[\d.,]{1,15}[kmb]?[$€£¥₹₽₴]")
MENTION = re.compile(r"@[a-z_][\w.]{3,30}")
PHONE = re.compile(r"[+(]{0,2}\d[\d().+-]{6,20}\d")
OPENED = re.compile(r"[\[(]\.[\])]")
DIGITS = re.compile(r"\d")
LABELS = 6
LONGEST_LABEL = 24


def standing_for(chunk: str) -> list[str]:
    """Return the words that stand for an address or a sum; none where ``chunk`` is neither."""
    if chunk.startswith("@") and MENTION.fullmatch(chunk):
        return ["@name"]
    if MONEY.fullmatch(chunk):
        return ["$money", DIGITS.sub("0", chunk)]
    if len(chunk) > 8 and PHONE.fullmatch(chunk):
        return ["+phone"]
    if "." in chunk or "://" in chunk:
        plain = OPENED.sub(".", chunk)
        if MAIL.fullmatch(plain):
            return ["@mail"]
        if LINK.fullmatch(plain):
            return _link(plain)
    return []


def _link(link: str) -> list[str]:
    """The words of the host, what it ends in, and that there is a path."""
    host, slash, path = link.split("://")[-1].removeprefix("www.").partition("/")
    *names, top = host.split(":")[0].split(".")[-LABELS:]
    words = [word[:LONGEST_LABEL] for name in names for word in name.split("-")[:LABELS] if word]
    ends = ["/path"] if slash and path else []
    return ["http", *(DIGITS.sub("0", word) for word in words), f".{top[:12]}", *ends]

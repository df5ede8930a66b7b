"""Markdown in, harmless HTML out; once, when the words are written.

Two walls: the parser knows only a few marks and no HTML, and whatever it makes passes an allow list of elements and
attributes. Letters are not touched: emoji, right-to-left text and combining marks come out as they went in.
"""

from __future__ import annotations

import re

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline

ELEMENTS = {"p", "br", "em", "strong", "s", "a", "ul", "ol", "li", "blockquote", "pre", "code"}
ATTRIBUTES: dict[str, set[str]] = {"a": {"href"}, "*": set()}  # nothing for all: the cleaner would let ``title`` be
SCHEMES = {"http", "https", "mailto"}
# What screening sees as a link; a path or ``//host`` would be one that it does not see.
WHOLE = re.compile(r"https?://[^/\\]|mailto:[^/\\]", re.IGNORECASE)
REL = "nofollow ugc noopener"
MARKS = [
    "emphasis",
    "strikethrough",
    "link",
    "autolink",
    "backticks",
    "newline",
    "escape",
    "list",
    "blockquote",
    "fence",
]
BARE = re.compile(r"//[^\s<>\"`]{3,500}")


def bare_link(state: StateInline, silent: bool) -> bool:
    """Make a link of an address that stands in the text; only ``http:`` and ``https:``, and not inside another link."""
    scheme = next((name for name in ("https", "http") if state.pending.endswith(name)), None)
    if scheme is None or state.src[state.pos] != ":" or state.linkLevel:
        return False
    match = BARE.match(state.src, state.pos + 1)
    before = state.pending[: -len(scheme)] if scheme else ""
    if match is None or (before and before[-1].isalnum()):
        return False
    rest = without_sentence(match.group())
    if not silent:
        state.pending = before
        _push_link(state, f"{scheme}:{rest}")
    state.pos += 1 + len(rest)
    return True


def without_sentence(address: str) -> str:
    """Drop what belongs to the sentence: a full stop after the address, the bracket around it."""
    address = address.rstrip(".,;:!?*_~'’”»")
    while address.endswith(")") and address.count("(") < address.count(")"):
        address = address[:-1]
    return address


def _push_link(state: StateInline, address: str) -> None:
    """Write the three tokens of a link."""
    opening = state.push("link_open", "a", 1)
    opening.attrs = {"href": state.md.normalizeLink(address)}
    state.push("text", "", 0).content = address
    state.push("link_close", "a", -1)


def end_of_quote(_state: StateBlock, _first: int, _last: int, silent: bool) -> bool:
    """End a quote at the first line without its mark, as our form promises; Markdown would draw that line into it."""
    return silent  # asked silently, a rule says whether what stands there ends a quote; this one begins nothing itself


def links_that_lead(state: StateCore) -> None:
    """Leave of a link without an address, such as ``[here]()``, its words: it would lead to the page it stands on."""
    for block in state.tokens:
        leads, kept = True, []
        for token in block.children or ():
            if token.type == "link_open":
                leads = bool(token.attrGet("href"))
            if leads or token.type not in {"link_open", "link_close"}:
                kept.append(token)
        if block.children:
            block.children = kept


def _is_whole(url: str) -> bool:
    """Whether ``url`` says by itself where it leads."""
    return WHOLE.match(url) is not None


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False, "breaks": True}).enable(MARKS)
    parser.inline.ruler.before("escape", "bare_link", bare_link)
    parser.block.ruler.before("blockquote", "end_of_quote", end_of_quote, {"alt": ["blockquote"]})
    parser.core.ruler.push("links_that_lead", links_that_lead)
    parser.validateLink = _is_whole  # type: ignore[method-assign]
    return parser


PARSER = _parser()


# What is more than a letter in a line, or in HTML; what Python, Markdown and HTML do not all hold for a blank, neither.
MARKED = re.compile(
    r"[*_~\[\]<>`\\\x00-\x09\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff]|://"
)
LISTED = re.compile(r"[-+]|\d+[.)]")
PARAGRAPHS = re.compile(r"\n(?: *\n)+")


def render(text: str) -> str:
    """Return the HTML of a comment. The result holds nothing outside ``ELEMENTS`` and ``ATTRIBUTES``."""
    plain = _plain_paragraphs(text)
    return _parsed(text) if plain is None else plain


def _parsed(text: str) -> str:
    """The long way, which knows every mark."""
    return nh3.clean(
        PARSER.render(text),
        tags=ELEMENTS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=REL,
    )


def _plain_paragraphs(text: str) -> str | None:
    """The short way for words without a mark, as most comments are: a tenth of the time. None where there is one."""
    text = text.replace("\r\n", "\n")
    if MARKED.search(text):
        return None
    html = ""
    for paragraph in PARAGRAPHS.split(text.strip(" \n")):
        lines = [line.strip(" ") for line in paragraph.split("\n")]
        if any(LISTED.match(line) for line in lines):
            return None
        html += "<p>" + "<br>\n".join(lines) + "</p>\n" if paragraph else ""
    return html.replace("&", "&amp;")


def quoted(text: str) -> str:
    """Return ``text`` as a quote in our marks, with room for an answer below; what it quotes itself is left out."""
    lines = [line for line in text.splitlines() if not line.startswith(">")]
    words = "\n".join(lines).strip()
    return "".join(f"> {line}".rstrip() + "\n" for line in words.splitlines()) + "\n"

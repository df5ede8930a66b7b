"""``{% part "thread" page.pk %}…{% endpart %}``: a piece of the page that is made once for all pages which show it."""

from __future__ import annotations

from django import template
from django.template import Context, Node, NodeList
from django.template.base import FilterExpression, Parser, Token

from dateline.lib.depends import CURRENT

register = template.Library()


class PartNode(Node):
    """Prints what is inside; where somebody collects, between marks."""

    def __init__(self, words: list[FilterExpression], inside: NodeList) -> None:
        self.words = words
        self.nodelist = inside

    def render(self, context: Context) -> str:
        collected = CURRENT.get()
        if collected is None:
            return self.nodelist.render(context)
        of_the_page = set(collected.tags)
        text = self.nodelist.render(context)
        collected.tags = of_the_page  # what the part hangs on is the part's own, and the renderer knows it
        return collected.around(":".join(str(word.resolve(context)) for word in self.words), text)


@register.tag
def part(parser: Parser, token: Token) -> PartNode:
    """What is inside must come out the same on every page, and by ``render_parts`` of the renderer alone.

    Parts hold no parts.
    """
    words = [parser.compile_filter(word) for word in token.split_contents()[1:]]
    if not words:
        raise template.TemplateSyntaxError("part needs a name")
    inside = parser.parse(("endpart",))
    parser.delete_first_token()
    return PartNode(words, inside)

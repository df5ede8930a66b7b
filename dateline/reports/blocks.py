"""What a report's body is made of. Every block prints through ``reports/blocks/_<name>.html``."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

# A report is text, not layout: no headings inside paragraphs, no pasted images, no embeds of other people's sites.
TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul", "superscript", "subscript"]
WIDTHS = [("text", _("as wide as the text")), ("wide", _("wider than the text")), ("full", _("as wide as the page"))]
MEDIA_KINDS = [("audio", _("sound")), ("video", _("film")), ("file", _("document to open"))]


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, and who said them where."""

    text = blocks.TextBlock(label=_("words"), help_text=_("Exactly as said or written, without quotation marks."))
    source = blocks.CharBlock(label=_("who"), max_length=140, help_text=_("Name and office, as it is printed."))
    url = blocks.URLBlock(label=_("where"), required=False, help_text=_("Where a reader can check these words."))

    class Meta:
        icon = "openquote"
        label = _("quote")
        template = "reports/blocks/_quote.html"


class PictureBlock(blocks.StructBlock):
    """A picture; its own caption and credit hold unless this place needs others."""

    picture = ImageChooserBlock(
        label=_("picture"), help_text=_("Describe it in its own form for those who cannot see.")
    )
    caption = blocks.CharBlock(
        label=_("caption"), required=False, max_length=400, help_text=_("Only if it differs from the picture's own.")
    )
    credit = blocks.CharBlock(
        label=_("credit"), required=False, max_length=120, help_text=_("Only if it differs from the picture's own.")
    )
    width = blocks.ChoiceBlock(label=_("width"), choices=WIDTHS, default="text", help_text=_("On a wide screen."))

    class Meta:
        icon = "image"
        label = _("picture")
        template = "reports/blocks/_picture.html"


class GalleryBlock(blocks.StructBlock):
    """Pictures that belong together."""

    title = blocks.CharBlock(label=_("title"), required=False, max_length=140, help_text=_("What they show together."))
    pictures = blocks.ListBlock(
        PictureBlock(), label=_("pictures"), min_num=2, max_num=24, help_text=_("Two or more, in their order.")
    )

    class Meta:
        icon = "image"
        label = _("gallery")
        template = "reports/blocks/_gallery.html"


class PullFactBlock(blocks.StructBlock):
    """One figure that carries the report."""

    figure = blocks.CharBlock(label=_("figure"), max_length=40, help_text=_("Such as 4.8 m or 1 in 3."))
    text = blocks.CharBlock(label=_("what it says"), max_length=200, help_text=_("One short sentence."))
    source = blocks.CharBlock(
        label=_("source"), required=False, max_length=140, help_text=_("Where the figure comes from.")
    )

    class Meta:
        icon = "pick"
        label = _("pull fact")
        template = "reports/blocks/_pull_fact.html"


class MapBlock(blocks.StructBlock):
    """A map drawn in the atlas."""

    map = SnippetChooserBlock("atlas.DrawnMap", label=_("map"), help_text=_("Draw it first, then choose it here."))
    caption = blocks.CharBlock(
        label=_("caption"), required=False, max_length=400, help_text=_("Only if it differs from the map's own.")
    )
    width = blocks.ChoiceBlock(label=_("width"), choices=WIDTHS, default="wide", help_text=_("On a wide screen."))

    class Meta:
        icon = "site"
        label = _("map")
        template = "reports/blocks/_map.html"


class MediaBlock(blocks.StructBlock):
    """Our own sound, film or document. Nothing is ever fetched from another site."""

    kind = blocks.ChoiceBlock(label=_("kind"), choices=MEDIA_KINDS, default="file", help_text=_("How it is shown."))
    file = DocumentChooserBlock(label=_("file"), help_text=_("Upload it here; it is served by us."))
    caption = blocks.CharBlock(
        label=_("caption"), required=False, max_length=400, help_text=_("What one hears or sees.")
    )
    credit = blocks.CharBlock(label=_("credit"), required=False, max_length=120, help_text=_("Who made it."))
    transcript = blocks.TextBlock(
        label=_("transcript"), required=False, help_text=_("The words in it, for those who cannot hear or see.")
    )

    class Meta:
        icon = "media"
        label = _("sound, film, document")
        template = "reports/blocks/_media.html"


class LiveEntryBlock(blocks.StructBlock):
    """One moment of a live report. Its address on the page is the block's own id, so it never moves."""

    time = blocks.DateTimeBlock(label=_("time"), help_text=_("When this became known, in the newsroom's time zone."))
    headline = blocks.CharBlock(label=_("headline"), max_length=140, help_text=_("What is new, in one line."))
    text = blocks.RichTextBlock(
        label=_("text"), features=TEXT_FEATURES, required=False, help_text=_("What we know and from whom.")
    )
    author = SnippetChooserBlock("reports.Author", label=_("author"), required=False, help_text=_("Who writes it."))

    class Meta:
        icon = "time"
        label = _("live entry")
        template = "reports/blocks/_live_entry.html"


class BodyBlock(blocks.StreamBlock):
    """A report from its first paragraph to its last."""

    text = blocks.RichTextBlock(
        label=_("text"),
        features=TEXT_FEATURES,
        help_text=_("Paragraphs, lists and links."),
        template="reports/blocks/_text.html",
    )
    heading = blocks.CharBlock(
        label=_("heading"),
        icon="title",
        max_length=140,
        help_text=_("A line between paragraphs."),
        template="reports/blocks/_heading.html",
    )
    quote = QuoteBlock()
    picture = PictureBlock()
    gallery = GalleryBlock()
    pull_fact = PullFactBlock()
    map = MapBlock()
    media = MediaBlock()
    live_entry = LiveEntryBlock()

    class Meta:
        template = "reports/blocks/_body.html"


class StandingBodyBlock(blocks.StreamBlock):
    """What a page about ourselves needs: words and pictures."""

    text = blocks.RichTextBlock(
        label=_("text"),
        features=[*TEXT_FEATURES, "h2", "h3"],
        help_text=_("Paragraphs, headings, lists and links."),
        template="reports/blocks/_text.html",
    )
    picture = PictureBlock()

    class Meta:
        template = "reports/blocks/_body.html"


class AuthorLinkBlock(blocks.StructBlock):
    """Another place where an author can be found."""

    label = blocks.CharBlock(label=_("name"), max_length=40, help_text=_("Such as Mastodon."))
    url = blocks.URLBlock(label=_("address"), help_text=_("The whole address, with https."))

    class Meta:
        icon = "link"
        label = _("link")

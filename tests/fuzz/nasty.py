"""Inputs for a renderer of comments, all from one seed: grown from a grammar, or made from known tricks by mutation."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

LONGEST = 600  # letters of a generated input; long ones are timed by themselves
TRICKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<iframe srcdoc='&lt;script&gt;alert(1)&lt;/script&gt;'></iframe>",
    "<a href='java&#115;cript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&colon;alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](vbscript:msgbox(1))",
    "[x](//evil.example/a)",
    "[x](https://a.example/\"onmouseover='alert(1))",
    '[x](https://a.example/ "title\\" onmouseover=alert(1) ")',
    "![x](https://a.example/pixel.gif)",
    '![x](x"onerror=alert(1)//)',
    '<https://a.example/"onclick=alert(1)>',
    "<javascript:alert(1)>",
    "https://a.example/<script>alert(1)</script>",
    "https://a.example/'\"><img src=x onerror=alert(1)>",
    "[a]: javascript:alert(1)\n[a]",
    "[![x](https://a.example/1)](https://b.example/2)",
    "[[[[x](https://a.example)](https://b.example)](https://c.example)",
    "```html\n<script>alert(1)</script>\n```",
    '```x" onclick=alert(1)\ncode\n```',
    "`<img src=x>`",
    "> > > > quoted\n> - list\n>   - list",
    "- a\n  - b\n    1. c\n       > d\n",
    "*a **b _c ~~d `e* f** g_ h~~ i`",
    "\\<b\\>not bold\\</b\\>",
    "&lt;b&gt; &amp;lt; &#60;script&#62; &#x3c;script&#x3e; &NotEqualTilde;",
    "<!-- --!><script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><?php echo 1 ?>",
    "<style>@import 'https://a.example/x.css';*{display:none}</style>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<plaintext><xmp><listing>",
    "</p></div></section></body></html>",
    "<p style='position:fixed'>over all</p>",
    "<a name=x id=y class=z target=_top ping=https://a.example>x</a>",
    "{{ 7*7 }} {% load x %} ${7*7} <%= 7*7 %>",
    "mailto:a@b.example?bcc=c@d.example <mailto:a@b.example>",
    "https://xn--80ak6aa92e.example/ https://аррӏе.example/",
    "\u202egnp.exe\u202c \u2066\u2067\u2068\u2069 \u200e\u200f",
    "👩‍👩‍👧‍👦 🏳️‍🌈 🇺🇦 e\u0301\u0327 Z͑͗a̴lgo क्षि می‌خواهم שלום الماء",
    "a\u2028b\u2029c\u0085d\x0be\x0cf",
    "\ufeff\u200b\u2060\u00ad\ufffe\U000e0041",
)
# fmt: off
MARKS = [
    "*", "**", "_", "__", "~~", "`", "``", "```", "[", "]", "(", ")", "![", "](", "<", ">", "\\", "&", ";", "#",
    '"', "'",
]
SCHEMES = [
    "https:", "http:", "HTTP:", "mailto:", "javascript:", "data:", "vbscript:", "file:", "blob:", "//", "", "ftp:",
    "tel:",
]
HANDLERS = [
    "onerror", "onload", "onclick", "style", "srcset", "href", "xlink:href", "formaction", "id", "class", "title",
]
NAMES = [
    "a", "b", "p", "img", "svg", "math", "script", "style", "iframe", "template", "table", "td", "select",
    "textarea", "title", "noscript", "object", "details", "video", "input", "form", "code", "pre", "li",
    "blockquote", "mglyph",
]
# fmt: on
STARTS = ("> ", "- ", "+ ", "* ", "1. ", "9) ", "# ", "    ", "\t", "```\n", "~~~\n", "---\n", "| a | b |\n|---|---|\n")
BLANKS = (" ", "\n", "\n\n", "  \n", "\r\n", "\r", "\t", "\x00", "\x0c", "\u00a0", "\u2003", "\u2028", "")
PLANES = (
    (0x20, 0x7E),
    (0xA0, 0x2FFF),
    (0x3000, 0xD7FF),
    (0xE000, 0xFFFF),
    (0x10000, 0x1FFFF),
    (0xE0000, 0xE01FF),
    (0x10FF00, 0x10FFFF),
)


def cases(seed: int, number: int) -> Iterator[str]:
    """Give ``number`` inputs, the same for the same ``seed``: half grown, half mutated."""
    random = Random(seed)
    for each in range(number):
        yield (grown(random, 4) if each % 2 else mutated(random))[:LONGEST]


def grown(random: Random, depth: int) -> str:
    """Return a text that follows the grammar of our marks, more or less."""
    if depth == 0 or random.random() < 0.15:
        return random.choice((random.choice(TRICKS), letters(random), random.choice(BLANKS)))
    inner = grown(random, depth - 1)
    kind = random.randrange(9)
    if kind == 0:
        mark = random.choice(MARKS)
        return f"{mark}{inner}{mark if random.random() < 0.8 else ''}"
    if kind == 1:
        return "\n".join(random.choice(STARTS) + line for line in inner.split("\n"))
    if kind == 2:
        return f"[{inner}]({address(random)}{random.choice(('', ' ', ' ' + repr(letters(random))))})"
    if kind == 3:
        return element(random, inner)
    if kind == 4:
        return f"<{address(random)}>{inner}"
    if kind == 5:
        return f"```{letters(random)}\n{inner}\n```"
    if kind == 6:
        return "".join(escaped(random, sign) for sign in inner)
    return random.choice(BLANKS).join(grown(random, depth - 1) for _ in range(random.randint(2, 4)))


def mutated(random: Random) -> str:
    """Return a known trick, or two of them, with some letters changed."""
    text = list(random.choice(TRICKS) + random.choice(("", random.choice(TRICKS))))
    for _ in range(random.randint(1, 6)):
        text = list("".join(text))
        at = random.randint(0, len(text))
        to = min(len(text), at + random.randint(0, 8))
        kind = random.randrange(6)
        if kind == 0:
            del text[at:to]
        elif kind == 1:
            text[at:at] = text[at:to] * random.randint(1, 4)
        elif kind == 2:
            text[at:at] = random.choice((*MARKS, *BLANKS, *STARTS))
        elif kind == 3:
            text[at:to] = [sign.swapcase() for sign in text[at:to]]
        elif kind == 4:
            text[at:to] = [escaped(random, sign) for sign in text[at:to]]
        else:
            text[at:at] = letters(random)
    return "".join(text)


def element(random: Random, inner: str) -> str:
    """Return an element, whole or broken."""
    name, handler = random.choice(NAMES), random.choice(HANDLERS)
    quote = random.choice(("'", '"', "", "`"))
    end = random.choice((f"</{name}>", "", "/>", f"</{random.choice(NAMES)}>", f"</{name} x=1>"))
    return f"<{name}{random.choice((' ', '/', chr(9), chr(10)))}{handler}={quote}{address(random)}{quote}>{inner}{end}"


def address(random: Random) -> str:
    """Return where a link might lead."""
    scheme = random.choice(SCHEMES)
    broken = "".join(escaped(random, sign) if random.random() < 0.1 else sign for sign in scheme)
    return f"{broken}{random.choice(('', '//', '/', ' ', chr(1)))}{letters(random)}.example/{random.choice(MARKS)}"


def escaped(random: Random, sign: str) -> str:
    """Return one letter written another way, now and then."""
    code = ord(sign)
    ways = (sign, f"&#{code};", f"&#x{code:x}", f"&#0{code}", f"\\{sign}", f"%{code & 255:02x}", sign)
    return random.choice(ways) if random.random() < 0.5 else sign


def letters(random: Random) -> str:
    """Return a few letters: plain ones, or from anywhere in Unicode but halves of pairs, which no form can send."""
    if random.random() < 0.5:
        return "".join(random.choice("abcXYZ019 .,:/?=") for _ in range(random.randint(1, 8)))
    return "".join(chr(random.randint(*random.choice(PLANES))) for _ in range(random.randint(1, 6)))

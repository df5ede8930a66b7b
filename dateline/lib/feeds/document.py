"""A tree as the bytes of an XML document that every reader can parse."""

from __future__ import annotations

import re
from xml.etree import ElementTree as Tree

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production [2] Char
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def document(root: Tree.Element) -> bytes:
    """Return ``root`` as a document without the characters that none may hold, whosever name they came in."""
    return (DECLARATION + NOT_XML.sub("", Tree.tostring(root, encoding="unicode"))).encode()

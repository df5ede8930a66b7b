"""The words that stand where a page had a picture."""

from __future__ import annotations

import re

PICTURE_LINK = re.compile(
    r"(click|tap)\b.{0,40}\b(full.?size|enlarge|larger|bigger|full (map|image|picture))\b.*", re.I
)
CREDIT = re.compile(r"(photo|photograph|picture|image|map|illustration|graphic|source)( by|:| credit).{2,200}", re.I)

"""The application as other servers look for it; ours builds it once it may start (see server.py)."""

import os

from .application import build

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dateline.project.settings")
application = build()

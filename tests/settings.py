"""The settings that tests run with: the real ones, less what would touch the disk, send mail or take long."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ.setdefault("DATELINE_HOME", tempfile.mkdtemp(prefix="dateline-tests-"))

from dateline.project.settings import *  # noqa: F403

# The manifest storage answers only after collectstatic; the plain one finds files where they lie.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_ROOT = Path(tempfile.mkdtemp(prefix="dateline-static-"))
WHITENOISE_USE_FINDERS = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # a slow hash protects nobody here
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
DELIVERY_FOLDER = ""  # a page is what the rows say, unless a test is about the store

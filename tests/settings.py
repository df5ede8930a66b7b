"""The settings that tests run with: the real ones, less what would touch the disk, send mail or take long.

``DATELINE_TEST_DATABASE_URL`` names a PostgreSQL server, and a database of it to connect to while ours are made;
``DATELINE_TEST_REDIS_URL`` a Redis. Without them tests run on SQLite, in memory.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ.setdefault("DATELINE_HOME", tempfile.mkdtemp(prefix="dateline-tests-"))
# A developer's own newsroom is not for tests.
os.environ["DATABASE_URL"] = os.environ.get("DATELINE_TEST_DATABASE_URL", "")
os.environ["REDIS_URL"] = os.environ.get("DATELINE_TEST_REDIS_URL", "")

from dateline.project.settings import *  # noqa: F403
from dateline.project.settings import CACHES, DATABASES

# One name for all workers of a run, none for two runs at once.
RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", "")[:12] or str(os.getpid())
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    DATABASES["default"]["TEST"] = {"NAME": f"dateline_test_{RUN}"}
CACHES["default"]["KEY_PREFIX"] = f"dateline-test-{RUN}-{os.environ.get('PYTEST_XDIST_WORKER', '')}"
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

"""Every setting, read from the environment. docs/settings.md explains each; `dateline check` says what is wrong."""

from __future__ import annotations

from pathlib import Path

from csp.constants import NONE, SELF

from dateline.lib.cdn_url import cdn_settings
from dateline.lib.database_url import database_settings
from dateline.lib.env import env_address, env_bool, env_choice, env_folder, env_int, env_list, env_str
from dateline.lib.mail_url import mail_settings
from dateline.lib.media_url import media_storage, public_origin
from dateline.lib.redis_url import cache_settings
from dateline.lib.secret import kept_secret
from dateline.lib.sign_on import oidc_settings, origin_of, sso_settings

ROOT = Path(__file__).resolve().parent.parent.parent

# --- Where things are -------------------------------------------------------------------------------------------
HOME = env_folder("DATELINE_HOME", ROOT / "var")
MODE = env_choice("DATELINE_MODE", ("rehearsal", "production"))
PRODUCTION = MODE == "production"
DEBUG = env_bool("DATELINE_DEBUG", False)
HOST = env_str("DATELINE_HOST", "127.0.0.1")
PORT = env_int("DATELINE_PORT", 8000)
BASE_URL = env_address("DATELINE_BASE_URL", f"http://{HOST}:{PORT}")
SECRET_KEY = env_str("DATELINE_SECRET_KEY")
SECRET_KEY_GIVEN = bool(SECRET_KEY)
SECRET_KEY = SECRET_KEY or kept_secret(HOME / "secret_key")
ALLOWED_HOSTS = env_list("DATELINE_ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = [BASE_URL]
TRUSTED_PROXIES = env_int("DATELINE_TRUSTED_PROXIES", 0)

# --- The rooms --------------------------------------------------------------------------------------------------
ROOMS = [
    "bench",
    "project",
    "front",
    "imports",
    "notices",
    "moderation",
    "reports",
    "funding",
    "discussion",
    "atlas",
    "delivery",
    "people",
]
INSTALLED_APPS = [
    *[f"dateline.{room}" for room in ROOMS],
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
]
MIDDLEWARE = [
    "dateline.delivery.middleware.Health",
    "dateline.delivery.middleware.TrustedProxies",
    "django.middleware.security.SecurityMiddleware",
    "dateline.delivery.middleware.StaticFiles",
    "dateline.delivery.middleware.Compression",
    "django.middleware.http.ConditionalGetMiddleware",
    "dateline.delivery.keeping.Keeping",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "dateline.people.hint.SignedInHint",
    "dateline.people.middleware.NewsroomMiddleware",
    "dateline.discussion.framing.Framing",
    "dateline.people.editor_clock.EditorClock",
    "allauth.account.middleware.AccountMiddleware",
    "dateline.delivery.middleware.NoNul",
    "dateline.delivery.middleware.NotTwice",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]
ROOT_URLCONF = "dateline.project.urls"
ASGI_APPLICATION = "dateline.project.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "dateline.people.context.newsroom",
                "dateline.discussion.framing.framing",
            ],
        },
    }
]

# --- Data -------------------------------------------------------------------------------------------------------
DATABASES = {"default": database_settings(env_str("DATABASE_URL") or f"sqlite:///{HOME / 'dateline.sqlite3'}")}
if env_str("DATELINE_TEST_DATABASE"):
    DATABASES["default"]["TEST"] = {"NAME": env_str("DATELINE_TEST_DATABASE")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
REDIS_URL = env_str("REDIS_URL")
# What holds back who guesses and floods, also while Redis is away.
COUNTED = ["allauth:", "jwt:", "discussion:strangers:", "discussion:proofs:", "moderation:appeals:", "funding:"]
SHARED, OWN = "dateline.delivery.shared_memory.SharedMemory", "dateline.delivery.counting.OwnMemory"
CACHES = {"default": cache_settings(REDIS_URL, SHARED, OWN, COUNTED)}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- Money ------------------------------------------------------------------------------------------------------
STRIPE_KEY = env_str("DATELINE_STRIPE_KEY")
STRIPE_HOOK_SECRET = env_str("DATELINE_STRIPE_HOOK_SECRET")
STRIPE_ADDRESS = env_str("DATELINE_STRIPE_ADDRESS")  # of the API, where it is not Stripe's own
PAYPAL_CLIENT = env_str("DATELINE_PAYPAL_CLIENT")
PAYPAL_SECRET = env_str("DATELINE_PAYPAL_SECRET")
PAYPAL_WEBHOOK = env_str("DATELINE_PAYPAL_WEBHOOK")
PAYPAL_ADDRESS = env_str("DATELINE_PAYPAL_ADDRESS")  # of the API, where it is not the one of the mode
REHEARSAL_PORT = env_int("DATELINE_REHEARSAL_PORT", 0)  # of the provider that moves no money; 0: the port after our own

# --- What `serve` runs beside the pages -------------------------------------------------------------------------
# Ticks: dotted names of functions, called with `now=` every ten seconds. Companions: dotted names of functions that
# return a context manager, open while we serve.
SERVE_TICKS: list[str] = [
    "dateline.funding.actions.tick",
    "dateline.reports.actions.let_out",
    "dateline.notices.ticking.tick",
    "dateline.discussion.actions.forget_contacts",
    "dateline.discussion.actions.forget_echoes",
    "dateline.discussion.actions.forget_visits",
    "dateline.discussion.actions.tell_closings",
    "dateline.moderation.actions.take_up_sweeps",
    "dateline.delivery.marks.forget_changes",
    "dateline.delivery.counting.forget_counts",
    "dateline.people.house.forget_tokens",
    "dateline.people.actions.forget_sessions",
    "dateline.people.mailing.forget_mails",
    "dateline.front.badges.settle_badges",
]
# The same for what may take minutes.
SERVE_CHORES: list[str] = [
    "dateline.funding.actions.reconcile_hourly",
    "dateline.funding.actions.check_daily",
    "dateline.funding.actions.forget_daily",
    "dateline.reports.actions.develop_pictures",
    "dateline.moderation.actions.count_days",
    "dateline.moderation.actions.learn_anew",
]
SERVE_COMPANIONS: list[str] = [
    *(
        []
        if PRODUCTION or STRIPE_KEY or PAYPAL_CLIENT
        else ["dateline.funding.providers.rehearsal.service.serve_rehearsal"]
    ),
    "dateline.people.mailing.posting",
    "dateline.notices.caller.calling",
    "dateline.delivery.purger.purging",
]

# --- Delivery: pages made ahead -----------------------------------------------------------------------------------
# Tables whose rows stand on public pages, as lists of ``dateline.delivery.triggers.Watch``; who renders a page and
# its parts.
DELIVERY_WATCHES = [
    "dateline.front.watched.WATCHED",
    "dateline.discussion.watched.WATCHED",
    "dateline.reports.watched.WATCHED",
    "dateline.funding.watched.WATCHED",
]
DELIVERY_RENDERER = "dateline.front.pages"
DELIVERY_NEWS = "dateline.front.news.news_of"  # what open pages are told when something changes
DELIVERY_LANE = "dateline.discussion.lane"  # what the writer stores, and the paths that its forms are sent to
DELIVERY_LANE_PATHS = r"/threads/\d{1,18}/post/|/comments/\d{1,18}/reply/"
DELIVERY_MEMORY_MIB = env_int("DATELINE_MEMORY_MIB", 32)  # of ready pages in the door's memory; the rest is on disk
DELIVERY_STREAMS = env_int("DATELINE_STREAMS", 6000)  # open pages that are told of news
DELIVERY_STREAMS_PER_ADDRESS = env_int("DATELINE_STREAMS_PER_ADDRESS", 60)
DELIVERY_CDN = cdn_settings(env_str("DATELINE_CDN"))  # the cache in front, which is told what has changed
DELIVERY_FOLDER = "" if DEBUG else str(HOME / "pages")  # empty: every page is made for whoever asks

WEBHOOKS_INSIDE = env_bool("DATELINE_WEBHOOKS_INSIDE", False)  # whether they may lead into a private network

DISCUSSION_BADGES = "dateline.front.badges.badge_of"  # what stands beside a commenter's name
DISCUSSION_RUSH = env_int("DATELINE_RUSH", 60)  # comments of guests in a minute, from which on browsers work for theirs
DISCUSSION_BESIDE = [  # what else is kept of a reader, handed over and erased with the rest
    "dateline.moderation.own_data",
    "dateline.notices.own_data",
]

# --- People -----------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "dateline.people.adapter.ReaderAdapter"
ACCOUNT_SIGNUP_FORM_CLASS = "dateline.people.forms.DisplayNameForm"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]  # no password: readers sign in by a code that is mailed to them
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_NOTIFICATIONS = True  # its owner is told when a way into an account is added or removed
MFA_SUPPORTED_TYPES = ["webauthn"]  # a passkey instead of a code, never a second step behind one
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ADAPTER = "dateline.people.adapter.PasskeyAdapter"
MFA_FORMS = {"add_webauthn": "dateline.people.passkey_form.PasskeyForm"}
OIDC_URL = env_str("DATELINE_OIDC_URL")  # who vouches for readers by OpenID Connect
SOCIALACCOUNT_PROVIDERS = oidc_settings(
    OIDC_URL, env_str("DATELINE_OIDC_CLIENT"), env_str("DATELINE_OIDC_SECRET"), env_str("DATELINE_OIDC_NAME")
)
# The same number at another provider is somebody else.
SOCIALACCOUNT_PROVIDERS.setdefault("openid_connect", {})["provider_class"] = "dateline.people.issuer.IssuerBound"
SOCIALACCOUNT_REAUTHENTICATION_REQUIRED = True  # an open screen is no leave to add a way in that lasts
SOCIALACCOUNT_FORMS = {"disconnect": "dateline.people.vouched.NoLongerForm"}
SOCIALACCOUNT_ADAPTER = "dateline.people.vouched.VouchedAdapter"
SINGLE_SIGN_ON = sso_settings(  # the newsroom's own users
    env_str("DATELINE_SSO_PAGE"),
    env_str("DATELINE_SSO_ALGORITHM", "HS256"),
    env_str("DATELINE_SSO_KEY"),
    env_str("DATELINE_SSO_ISSUER"),
    env_str("DATELINE_SSO_NAME"),
)
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"

# --- Language and time ------------------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [  # those whose every sentence is there; docs/languages.md says how one is added
    ("en", "English"),
    ("ar", "العربية"),
    ("de", "Deutsch"),
    ("es", "Español"),
    ("fr", "Français"),
    ("uk", "Українська"),
]
LOCALE_PATHS = [ROOT / "dateline" / "locale"]
FORMAT_MODULE_PATH = "dateline.project.formats"  # how the house writes a date, where it differs from Django
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"  # what is stored; readers see the newsroom's own zone (people.Newsroom.time_zone)

# --- Files ------------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
MEDIA_URL = "/media/"
UPLOADS_URL = env_str("DATELINE_MEDIA_URL")
MEDIA_ROOT = HOME / "media"
STORAGES = {
    "default": media_storage(UPLOADS_URL, "dateline.delivery.bucket.Bucket"),
    "staticfiles": {"BACKEND": "dateline.front.statics.LeanStatics"},
}
UPLOADS_ORIGIN = public_origin(STORAGES["default"])  # where readers fetch them, if not from us

# --- Mail -------------------------------------------------------------------------------------------------------
MAIL_URL = env_str("DATELINE_MAIL_URL")  # such as smtps://user:password@mail.example; empty: into files
MAIL_FOLDER = HOME / "mail"
globals().update(mail_settings(MAIL_URL, MAIL_FOLDER))
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env_str("DATELINE_MAIL_FROM", "newsroom@localhost")

# --- Security ---------------------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, *UPLOADS_ORIGIN],
        "font-src": [SELF],
        "media-src": [SELF, *UPLOADS_ORIGIN],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF, *origin_of(OIDC_URL)],  # a browser holds where a form is led on to against this too
        "frame-ancestors": [SELF],
        "base-uri": [NONE],
    },
    "EXCLUDE_URL_PREFIXES": ["/newsroom/"],
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_SSL_REDIRECT = env_bool("DATELINE_SSL_REDIRECT", PRODUCTION)
SECURE_HSTS_SECONDS = env_int("DATELINE_HSTS_SECONDS", 365 * 24 * 3600 if PRODUCTION else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = env_bool("DATELINE_HSTS_SUBDOMAINS", False)
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # subdomains of the newsroom's domain may be somebody else's: DATELINE_HSTS_SUBDOMAINS says yes
    "security.W021",  # and so may be the wish to be preloaded
    "security.W019",  # the editor shows previews of our own pages in a frame
]

# --- What is written down ---------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env_str("DATELINE_LOG_LEVEL", "WARNING").upper()},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "django.server": {"handlers": [], "propagate": True},
        "uvicorn.error": {"level": "ERROR"},  # it warns of every stranger's bad request
    },
}

# --- The editor -------------------------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "Dateline"
WAGTAILADMIN_USER_LOGIN_FORM = "dateline.people.editor_login.EditorLoginForm"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILIMAGES_IMAGE_MODEL = "reports.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "dateline.reports.forms.PictureForm"
UPLOAD_MIB = env_int("DATELINE_UPLOAD_MIB", 64)
WAGTAILIMAGES_MAX_UPLOAD_SIZE = UPLOAD_MIB * 1024 * 1024
WAGTAIL_AUTOSAVE_INTERVAL = 4000
WAGTAIL_AUTO_UPDATE_PREVIEW_INTERVAL = 4000
WAGTAILDOCS_SERVE_METHOD = "serve_view"  # wherever they lie: Wagtail's view asks who may have them
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILADMIN_GRAVATAR_PROVIDER_URL = WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]  # nobody chooses one: the editor goes by the newsroom's (EditorClock)
TAGGIT_CASE_INSENSITIVE = True

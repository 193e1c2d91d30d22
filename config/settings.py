"""Settings from the environment; the defaults run everything embedded on one machine.

`JIANGXIN_DATABASE_URL` and `JIANGXIN_REDIS_URL` switch to PostgreSQL and Redis. With
`JIANGXIN_ENV=production` every secret must be given; there are no defaults to forget.
"""

import os
from pathlib import Path

import structlog

from config.environment import database_from_url, flag, secret

BASE_DIR = Path(__file__).resolve().parent.parent
ENVIRONMENT = os.environ.get("JIANGXIN_ENV", "embedded")
PRODUCTION = ENVIRONMENT == "production"
DATA_DIR = Path(os.environ.get("JIANGXIN_DATA_DIR", BASE_DIR / "var"))
DATA_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = False
SECRET_KEY = secret("JIANGXIN_SECRET_KEY", DATA_DIR, production=PRODUCTION)
# Field encryption: newest key first; older keys still decrypt.
FIELD_KEYS = secret("JIANGXIN_FIELD_KEYS", DATA_DIR, production=PRODUCTION).split(",")
LOOKUP_KEY = secret("JIANGXIN_LOOKUP_KEY", DATA_DIR, production=PRODUCTION)
SIGNING_KEY = secret("JIANGXIN_SIGNING_KEY", DATA_DIR, production=PRODUCTION)
ALLOWED_HOSTS = os.environ.get("JIANGXIN_HOSTS", "127.0.0.1,localhost,testserver").split(",")
PUBLIC_URL = os.environ.get("JIANGXIN_PUBLIC_URL", "http://127.0.0.1:8000")
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
REQUIRE_SECOND_FACTOR = flag("JIANGXIN_REQUIRE_SECOND_FACTOR", default=True)
DEMO = flag("JIANGXIN_DEMO", default=False)
BEHIND_HTTPS = flag("JIANGXIN_HTTPS", default=PRODUCTION)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "channels",
    "ninja",
    "treebeard",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.headless",
    "django_tasks",
    "django_tasks_db",
    "common",
    "people",
    "certificates",
    "competition",
    "config.apps.ConfigConfig",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.middleware.ContentSecurityPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.middleware.AcceptLanguage",
    "config.middleware.NoNulCharacters",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "config.urls"
ASGI_APPLICATION = "config.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]

DATABASES = {
    "default": database_from_url(
        os.environ.get("JIANGXIN_DATABASE_URL", f"sqlite:///{DATA_DIR / 'jiangxin.sqlite3'}")
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
REDIS_URL = os.environ.get("JIANGXIN_REDIS_URL", "")
EMBEDDED = not REDIS_URL
CHANNEL_LAYERS = {
    "default": {"BACKEND": "channels.layers.InMemoryChannelLayer", "CONFIG": {"capacity": 10_000}}
    if EMBEDDED
    else {
        "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
        "CONFIG": {"hosts": [REDIS_URL]},
    }
}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if EMBEDDED
    else {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
EMBEDDED_WORKER = flag("JIANGXIN_EMBEDDED_WORKER", default=EMBEDDED)

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "people.adapters.ClosedSignup"
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key"}
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser",)
HEADLESS_FRONTEND_URLS = {"account_login": "/login"}
MFA_ADAPTER = "people.adapters.EncryptedSecrets"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "匠心 Jiangxin"

SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = BEHIND_HTTPS
SESSION_COOKIE_AGE = 8 * 60 * 60
CSRF_COOKIE_SECURE = BEHIND_HTTPS
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "config.views.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_HTTPS else None
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
TIME_ZONE = os.environ.get("JIANGXIN_TIME_ZONE", "Asia/Shanghai")
USE_TZ = True

MEDIA_ROOT = DATA_DIR / "media"
FRONTEND_DIST = Path(os.environ.get("JIANGXIN_FRONTEND_DIST", BASE_DIR / "frontend" / "dist"))
FONT_DIR = Path(
    os.environ.get(
        "JIANGXIN_FONT_DIR",
        BASE_DIR / "frontend" / "node_modules" / "@expo-google-fonts" / "noto-serif-sc",
    )
)

structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        # Plain tracebacks: the fancy ones print local variables, which here are people's data.
        structlog.processors.format_exc_info,
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if PRODUCTION
        else structlog.dev.ConsoleRenderer(colors=False),
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": os.environ.get("JIANGXIN_LOG_LEVEL", "INFO")},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django_tasks": {"level": "WARNING"},
        "django_tasks_db": {"level": "WARNING"},
        "pikepdf": {"level": "WARNING"},
        "httpx": {"level": "WARNING"},
        "weasyprint": {"level": "ERROR"},
        "fontTools": {"level": "WARNING"},
    },
}

"""Who comes in, and what a browser may do with our pages."""

from lienhiep.core.inline_script import theme_script_source
from lienhiep.project.settings.base import SITE_URL, env

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["lienhiep.accounts.backends.RoleBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["full_name", "email", "phone"]},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/vao/"
LOGOUT_REDIRECT_URL = "/"

HTTPS = SITE_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
# After so many minutes without a person's input a session ends; 0: never for that
IDLE_MINUTES = env.int("IDLE_MINUTES", default=120)
IDLE_MINUTES_STAFF = env.int("IDLE_MINUTES_STAFF", default=30)
SESSION_COOKIE_AGE = env.int("SESSION_SECONDS", default=60 * 60 * 12)
CSRF_COOKIE_HTTPONLY = False
CSRF_FAILURE_VIEW = "lienhiep.core.views.csrf_failure"
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_PROXY", default=False) else None
)
X_FRAME_OPTIONS = "SAMEORIGIN"

CONTENT_SECURITY_POLICY_SITE = (
    f"default-src 'none'; script-src 'self' {theme_script_source()}; style-src 'self'; "
    "img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'self'; "
    "base-uri 'none'; object-src 'none'; media-src 'self'; manifest-src 'self'"
)
# Wagtail's own screens still carry inline styles and small data scripts.
CONTENT_SECURITY_POLICY_BACK_OFFICE = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'; "
    "object-src 'none'; frame-src 'self'"
)

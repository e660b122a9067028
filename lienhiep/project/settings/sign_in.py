"""Signing in: by e-mail or phone number, a second step, optional OpenID Connect."""

from lienhiep.project.settings.base import SITE_URL, env

ACCOUNT_ADAPTER = "lienhiep.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email", "phone"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
# The office gives addresses itself, so there is nothing for a link to confirm.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_FORMS = {
    "login": "lienhiep.accounts.forms.sign_in.SignInForm",
    "reset_password": "lienhiep.accounts.forms.sign_in.ResetPasswordForm",
}
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    # Five mistakes on one account, ten from one address, then a pause.
    "login_failed": "10/m/ip,5/5m/key",
    "one_time_code": "10/m/ip",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env.bool("BEHIND_PROXY", default=False) else 0

# The first is what passwords are stored in. Those that came over from a NukeViet site are
# checked in their own form once, and stored anew.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2SHA1PasswordHasher",
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.BCryptSHA256PasswordHasher",
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "lienhiep.accounts.former_hashers.Ssha512",
    "lienhiep.accounts.former_hashers.Ssha256",
    "lienhiep.accounts.former_hashers.Ssha",
    "lienhiep.accounts.former_hashers.Sha",
    "lienhiep.accounts.former_hashers.Md5",
]

# A code on paper, handed over by the clerk
ONE_TIME_CODE_HOURS = env.int("ONE_TIME_CODE_HOURS", default=24)

# The second step
STAFF_TWO_STEP = env.bool("STAFF_TWO_STEP", default=False)
MFA_ADAPTER = "lienhiep.accounts.adapters.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SITE_URL.startswith("https://")

# The office's own sign-in service (OpenID Connect), only where it is configured
OIDC_ISSUER = env("OIDC_ISSUER", default="")
SOCIALACCOUNT_ADAPTER = "lienhiep.accounts.adapters.SocialAdapter"
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_STORE_TOKENS = False
# A link and not a form: the content security policy lets forms lead to this site only.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_PROVIDERS = {}
if OIDC_ISSUER:
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "co-quan",
                "name": env("OIDC_NAME", default="OpenID Connect"),
                "client_id": env("OIDC_CLIENT_ID"),
                "secret": env("OIDC_CLIENT_SECRET"),
                "settings": {"server_url": OIDC_ISSUER},
            }
        ],
    }

WAGTAIL_FRONTEND_LOGIN_URL = "account_login"

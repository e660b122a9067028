"""Wagtail: the back office and the pages of the site."""

from lienhiep.project.settings.base import SITE_URL

WAGTAIL_SITE_NAME = "Liên hiệp các Hội Khoa học và Kỹ thuật"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_I18N_ENABLED = False
WAGTAILADMIN_PERMITTED_LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAIL_TIME_FORMAT = "%H:%M"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAILIMAGES_IMAGE_MODEL = "core.SiteImage"
WAGTAILDOCS_DOCUMENT_MODEL = "core.SiteDocument"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "heif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "lienhiep.core.pictures.forms.SiteImageForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 25 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 80_000_000
WAGTAILDOCS_EXTENSIONS = [
    *("csv", "doc", "docx", "m4a", "mp3", "mp4", "ods", "odt", "pdf", "pptx", "webm", "xls"),
    *("xlsx", "zip"),
]
WAGTAILDOCS_DOCUMENT_FORM_BASE = "lienhiep.core.files.downloads.DownloadForm"
WAGTAILDOCS_INLINE_CONTENT_TYPES = [
    *("application/pdf", "audio/mpeg", "audio/mp4", "audio/mp4a-latm", "video/mp4", "video/webm"),
]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT = 10
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
TAGGIT_CASE_INSENSITIVE = True

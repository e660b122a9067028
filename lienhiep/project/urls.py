"""The addresses. Vietnamese words without marks for readers, English in the back office."""

from django.conf import settings
from django.conf.urls.static import static
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from lienhiep.accounts.urls import door_urlpatterns
from lienhiep.core import site_wide

urlpatterns = [
    # The doors of Wagtail that lead past ours stand before its own.
    *door_urlpatterns,
    # Wagtail's views over the whole site, narrowed; they stand before its own.
    path("quan-tri/reports/site-history/", site_wide.site_history),
    path("quan-tri/reports/site-history/results/", site_wide.site_history_results),
    path("quan-tri/snippets/", site_wide.snippet_kinds),
    path("quan-tri/bulk/<str:app_label>/<str:model_name>/<str:action>/", site_wide.bulk),
    path("quan-tri/", include(wagtailadmin_urls)),
    path("tai-khoan/", include("lienhiep.accounts.urls")),
    path("tai-lieu/", include(wagtaildocs_urls)),
    path("", include("lienhiep.core.urls")),
    path("", include("lienhiep.desk.urls")),
    path("", include("lienhiep.advisory.urls")),
    path("", include("lienhiep.associations.urls")),
    path("", include("lienhiep.contests.urls")),
    path("", include("lienhiep.events.urls")),
    path("", include("lienhiep.guide.urls")),
    path("", include("lienhiep.honours.urls")),
    path("", include("lienhiep.imports.urls")),
    path("", include("lienhiep.journal.urls")),
    path("", include("lienhiep.news.urls")),
    path("", include("lienhiep.office.urls")),
    path("", include("lienhiep.portal.urls")),
    path("", include("lienhiep.privacy.urls")),
    path("", include("lienhiep.reports.urls")),
    path("", include("lienhiep.setup.urls")),
    path("", include("lienhiep.visits.urls")),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    path("", include(wagtail_urls)),
]

handler403 = "lienhiep.core.views.permission_denied"

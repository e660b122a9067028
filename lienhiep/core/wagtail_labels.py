"""Labels that Wagtail makes out of names in its code, so that no catalogue reaches them."""

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.workflows import WorkflowPageForm
from wagtail.contrib.redirects.filters import RedirectsReportFilterSet
from wagtail.sites.views import IndexView

SITE_COLUMNS = {"port": _("port"), "site_name": _("site name"), "root_page": _("root page")}


def translate_bare_labels() -> None:
    """Give the list of sites and the pages of a workflow labels that can be translated."""
    for column in IndexView.columns:
        if column.name in SITE_COLUMNS:
            column.label = capfirst(SITE_COLUMNS[column.name])
    WorkflowPageForm.base_fields["page"].label = _("Page")
    # Wagtail puts these into words once, in the language of whoever came first.
    kind = RedirectsReportFilterSet.base_filters["is_permanent"]
    kind.label = _("Type")
    kind.extra["choices"] = ((True, _("Permanent")), (False, _("Temporary")))
    kind.extra["empty_label"] = _("All")

"""Writing to the office."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from lienhiep.core.models import union_identity
from lienhiep.core.open_forms import Limit, Limits, OpenFormView, thanks
from lienhiep.core.text import clean, clean_lines
from lienhiep.portal.actions import send_message
from lienhiep.portal.contact_forms import ContactForm
from lienhiep.portal.menus import words_of_the_office
from lienhiep.portal.models import ContactKind

LONGEST_ADDRESS, LONGEST_PASSAGE = 300, 500
LETTERS = Limits(
    "contact", of_reader=(Limit(5, 3600),), of_address=(Limit(20, 3600), Limit(100, 86400))
)


class ContactView(OpenFormView):
    """The form of a letter; where the office offers no matters, its address alone."""

    form_class = ContactForm
    limits = LETTERS
    template_name = "portal/contact.html"
    heading = gettext_lazy("Contact and suggestions")
    button = gettext_lazy("Send the letter")

    def record(self, form: Any) -> str:
        """Take the letter in."""
        user = self.request.user
        send_message(**form.facts(), by=user if user.is_authenticated else None)
        return reverse("portal:contact_thanks")

    def get_initial(self) -> dict[str, Any]:
        """Begin with what is known of somebody signed in, and of a mistake that they report."""
        user = self.request.user
        known = {"name": user.full_name, "email": user.email} if user.is_authenticated else {}
        return known | _report(self.request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add where the office is, in the words of its own page where there is one."""
        return super().get_context_data(**kwargs) | {
            "union": union_identity(),
            "office_page": words_of_the_office("lien-he"),
            "takes_letters": ContactKind.objects.filter(is_offered=True).exists(),
            "page_description": _("Write to the office; it answers within a few working days."),
            "noindex": False,
            "breadcrumbs": [{"label": str(self.heading), "url": ""}],
        }


def _report(request: HttpRequest) -> dict[str, str]:
    """Return the beginning of a letter on a mistake: on which page, in which passage.

    Only a page of this site is named; whatever else an address brings is left out.
    """
    page = clean(request.GET.get("trang", ""))[:LONGEST_ADDRESS]
    if not page.startswith("/") or page.startswith("//"):
        return {}
    passage = clean_lines(request.GET.get("doan", ""))[:LONGEST_PASSAGE]
    lines = [_("Page: %(address)s") % {"address": f"{settings.SITE_URL}{page}"}]
    if passage:
        lines.append(_("Passage: “%(words)s”") % {"words": passage})
    return {"subject": _("A mistake on the site"), "text": "\n".join([*lines, "", ""])}


@require_safe
def contact_thanks(request: HttpRequest) -> HttpResponse:
    """Say that a letter came in."""
    return thanks(
        request,
        heading=_("Your letter has come in"),
        text=_(
            "A confirmation goes to your e-mail address. The office answers within the days "
            "that it has promised."
        ),
        way_back=("/", _("To the first page")),
    )

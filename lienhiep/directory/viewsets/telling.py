"""What is said after a record is saved: what was moved, and whom it may be twice."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.viewsets.editing import RowCreateView, RowEditView
from lienhiep.directory.models import Organisation, Person

MOST_NAMED = 5


def same_names(record: Person | Organisation, user: Any) -> Any:
    """Return other records of the same name that this person may see."""
    name = record.full_name if isinstance(record, Person) else record.name
    found = type(record).objects.visible_to(user).named_like(name)
    return found.exclude(pk=record.pk).order_by("sort_key", "pk")


class Telling:
    """Says what the form did beside saving; warns of namesakes and refuses nothing."""

    request: Any
    object: Any

    def form_valid(self, form: Any) -> HttpResponse:
        """Save, then tell."""
        response = super().form_valid(form)  # type: ignore[misc]
        if not form.errors:
            self._tell_moved(form)
            self._warn_of_namesakes()
        return response

    def _tell_moved(self, form: Any) -> None:
        titles = getattr(form, "moved_titles", ())
        if titles:
            said = _("The titles %(titles)s were moved out of the name into their own field.")
            messages.info(self.request, said % {"titles": ", ".join(titles)})

    def _warn_of_namesakes(self) -> None:
        namesakes = list(same_names(self.object, self.request.user)[:MOST_NAMED])
        if namesakes:
            messages.warning(
                self.request,
                _("There is another record of this name. If it is the same one, merge the two."),
                buttons=[messages.button(admin_row_url(one), str(one)) for one in namesakes],
            )


class TellingCreateView(Telling, RowCreateView):
    """A new record, with what there is to say."""


class TellingEditView(Telling, RowEditView):
    """A changed record, with what there is to say."""

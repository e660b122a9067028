"""The forms that rooms build on."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.utils import ErrorList
from wagtail.admin.forms.models import WagtailAdminModelForm

from lienhiep.core.forms.explaining import explain
from lienhiep.core.forms.typed_text import clean_typed_text


class OfficeErrorList(ErrorList):
    """Errors of a field, as our design shows them."""

    template_name = "core/forms/errors.html"


class OfficeForm(forms.Form):
    """A form on the site, or of a verb."""

    required_css_class = "required"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("error_class", OfficeErrorList)
        explain(type(self))
        super().__init__(*args, **kwargs)
        clean_typed_text(self)


class OfficeModelForm(forms.ModelForm):
    """A form of a record on the site."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("error_class", OfficeErrorList)
        explain(type(self))
        super().__init__(*args, **kwargs)
        clean_typed_text(self)


class OfficeAdminModelForm(WagtailAdminModelForm):
    """A form of a record in the back office, with the rows of its InlinePanels.

    Name it as `base_form_class` of the record.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        explain(type(self))
        super().__init__(*args, **kwargs)
        clean_typed_text(self)

    def facts(self) -> dict[str, Any]:
        """Return what was typed about the record, for an action that makes it.

        Without what the screen adds for itself, the rows, and fields hidden from the reader.
        """
        named = self._meta.fields or ()
        return {name: self.cleaned_data[name] for name in named if name in self.cleaned_data}

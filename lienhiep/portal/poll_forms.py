"""The vote in a poll."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.core.open_forms import OpenForm
from lienhiep.portal.models import Poll, PollOption


class PollForm(OpenForm):
    """One answer, or several where the poll admits them."""

    shown_at_once = True

    def __init__(self, *args: Any, poll: Poll, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        options = list(poll.options.all())
        several = poll.most_choices > 1
        kind = forms.ModelMultipleChoiceField if several else forms.ModelChoiceField
        widget = forms.CheckboxSelectMultiple if several else forms.RadioSelect
        text = gettext("A vote stays as it is.")
        if several:
            most = {"most": poll.most_choices}
            text = gettext("At most %(most)s answers. A vote stays as it is.") % most
        field = kind(
            queryset=PollOption.objects.filter(poll=poll),
            label=_("Your answer"),
            widget=widget,
            help_text=text,
        )
        field.choices = [(one.pk, one.text) for one in options]
        self.fields = {"options": field, **self.fields}

    def chosen(self) -> list[PollOption]:
        """Return the answers that were chosen."""
        found = self.cleaned_data["options"]
        return [found] if isinstance(found, PollOption) else list(found)

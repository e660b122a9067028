"""New records that begin with a verb of the room."""

from __future__ import annotations

from typing import Any

from lienhiep.core.viewsets.editing import RowCreateView


class VerbCreateView(RowCreateView):
    """A form whose save is an action: the act, its name and its entry are the action's own.

    The form's `save` calls the action for a new record and saves an existing one as usual;
    `for_user` is who acts and `facts()` what was typed. A refusal stands at its field.
    """

    def save_instance(self) -> Any:
        """Let the form call its action."""
        return self.form.save()

    def get_form_kwargs(self) -> dict[str, Any]:
        """Tell the form who acts."""
        return {**super().get_form_kwargs(), "for_user": self.request.user}

"""What a person may see and do, for administrators who are asked why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.log_actions import registry as log_registry
from wagtail.permissions import policy_registry

from lienhiep.accounts.models import User
from lienhiep.accounts.rules import INVITE
from lienhiep.core.guarding import Guarded
from lienhiep.core.principals import ANYONE, SIGNED_IN, principals
from lienhiep.core.roles import label_of_key
from lienhiep.core.rules import RowPolicy
from lienhiep.core.rules.policy import ADD, CHANGE, DELETE
from lienhiep.core.viewsets import row_viewsets
from lienhiep.core.viewsets.verbs import VerbView


@dataclass(frozen=True)
class Kind:
    """A kind of record as one person meets it."""

    room: str
    label: str
    visible: int
    reads_all: bool
    verbs: list[str]


class MaySeeView(VerbView):
    """Keys, kinds of record with the number of visible rows, and verbs: nothing is named."""

    template_name = "accounts/admin/may_see.html"
    http_method_names = ["get", "head"]

    def get(self, *args: Any, **kwargs: Any) -> Any:
        return TemplateView.get(self, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["keys"] = [(key, words_of_key(key)) for key in sorted(principals(self.object))]
        context["kinds"] = kinds_for(self.object)
        context["groups"] = self.object.groups.order_by("name")
        return context


def words_of_key(key: str) -> str:
    """Return a key in words."""
    kind, _colon, rest = key.partition(":")
    if words := label_of_key(key):
        return words
    return {
        ANYONE: _("everybody"),
        SIGNED_IN: _("everybody who is signed in"),
        "user": _("this account"),
        "person": _("this person in the directory"),
        "org": _("acts for organisation no. %(number)s") % {"number": rest},
        "seat": _("holds seat no. %(number)s") % {"number": rest},
    }.get(kind, key)


def kinds_for(user: User) -> list[Kind]:
    """Return every kind of record with what this person may see and do of it."""
    words = verbs_in_words()
    found = [kind_for(user, model, words.get(model, {})) for model in guarded_models()]
    return sorted(found, key=lambda kind: (kind.room, kind.label))


def guarded_models() -> list[type[models.Model]]:
    """Return the kinds of record that have a policy."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, Guarded)
        and isinstance(policy_registry.get_by_type(model, fallback=False), RowPolicy)
    ]


def kind_for(user: User, model: Any, words: dict[str, str]) -> Kind:
    """Return what one person may see and do of one kind."""
    policy = model.policy()
    held = principals(user)
    return Kind(
        room=str(model._meta.app_config.verbose_name),
        label=capfirst(str(model._meta.verbose_name_plural)),
        visible=model.objects.visible_to(user).count(),
        reads_all=bool(held & policy.readers_of_all),
        verbs=[
            words.get(name) or verb_in_words(model, name)
            for name, keys in policy.verbs.items()
            if held & keys
        ],
    )


def verb_in_words(model: type[models.Model], name: str) -> str:
    """Return the words that the history has for a verb without a button."""
    log_registry.scan_for_actions()
    formatter = log_registry.formatters.get(f"{model._meta.app_label}.{name}")
    return str(formatter.label) if formatter else name


def verbs_in_words() -> dict[type[models.Model], dict[str, str]]:
    """Return the words on the buttons, by kind of record and verb."""
    plain = {ADD: _("add"), CHANGE: _("change"), DELETE: _("delete")}
    found = {model: dict(plain) for model in guarded_models()}
    for viewset in row_viewsets():
        words = found.setdefault(viewset.model, dict(plain))
        words.update({verb.name: str(verb.label) for verb in getattr(viewset, "verbs", [])})
    found[User][INVITE] = _("Invite somebody")
    return found

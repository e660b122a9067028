"""Accounts: the register, one account with its roles, and what is done with it."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Prefetch
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.widgets.button import HeaderButton

from lienhiep.accounts import actions
from lienhiep.accounts.filters import UserFilterSet
from lienhiep.accounts.forms.office import (
    ContactForm,
    EndRoleForm,
    GrantRoleForm,
    LinkPersonForm,
    ReasonForm,
)
from lienhiep.accounts.models import RoleGrant, User
from lienhiep.accounts.rules import EXPLAIN, INVITE, PRINT_CODE
from lienhiep.accounts.viewsets.explaining import MaySeeView
from lienhiep.accounts.viewsets.inviting import InviteView
from lienhiep.accounts.viewsets.printing import PrintCodeView
from lienhiep.core.period import today
from lienhiep.core.rules import policy_of
from lienhiep.core.viewsets import RowModelViewSet, RowVerb
from lienhiep.core.viewsets.columns import moment_column
from lienhiep.core.viewsets.guard import guarded_pattern
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.reading import RowInspectView


def roles_in_words(user: User) -> str:
    """Return the roles held today, loaded with the list."""
    return ", ".join(str(grant.get_role_display()) for grant in user.held_today)


class AccountIndexView(RowIndexView):
    """The register of accounts, with the roles of today."""

    def get_base_queryset(self) -> models.QuerySet:
        """Load the roles of the whole page at once."""
        held = RoleGrant.objects.held_on(today()).order_by("role")
        return (
            super()
            .get_base_queryset()
            .prefetch_related(Prefetch("role_grants", queryset=held, to_attr="held_today"))
        )

    @property
    def header_buttons(self) -> list[HeaderButton]:
        """Offer to invite somebody to those who may."""
        if not policy_of(User).may(self.request.user, INVITE):
            return []
        return [
            HeaderButton(
                _("Invite somebody"), url=reverse("accounts_users:invite"), icon_name="plus"
            )
        ]


class AccountInspectView(RowInspectView):
    """One account with its roles, past, present and to come."""

    template_name = "accounts/admin/account_inspect.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the roles with their days and who gave them."""
        context = super().get_context_data(**kwargs)
        context["grants"] = self.object.role_grants.select_related("granted_by")
        return context


VERBS = [
    RowVerb(
        "grant_role",
        _("Give a role"),
        actions.grant_role,
        "user",
        form_class=GrantRoleForm,
        icon="plus",
        explanation=_("Both days belong to the role. What it allows follows at once."),
        done=_("The role is given."),
        shown=lambda user: user.is_active,
    ),
    RowVerb(
        "end_role",
        _("End a role"),
        lambda *, user, **kwargs: actions.end_role(**kwargs),
        "user",
        form_class=EndRoleForm,
        icon="minus",
        done=_("The role ends with this day."),
        shown=lambda user: user.role_grants.not_over_by(today()).exists(),
    ),
    RowVerb(
        PRINT_CODE,
        _("Print a one-time code"),
        actions.print_one_time_code,
        "user",
        icon="key",
        explanation=_(
            "The code is shown once, on a page to print and hand over. With it the person "
            "chooses a new password. It is noted who made it."
        ),
        shown=lambda user: user.is_active,
    ),
    RowVerb(
        "change_contact",
        _("Change address or number"),
        actions.change_contact,
        "user",
        form_class=ContactForm,
        icon="mail",
        done=_("The address and number are changed."),
    ),
    RowVerb(
        "link_person",
        _("Say who this is"),
        actions.link_person,
        "user",
        form_class=LinkPersonForm,
        icon="group",
        explanation=_(
            "What seats, manuscripts, entries and councils allow a person of the directory, "
            "this account then may."
        ),
        done=_("The person of the account is stated."),
    ),
    RowVerb(
        EXPLAIN,
        _("What this person may see"),
        actions.change_contact,
        "user",
        icon="view",
    ),
    RowVerb(
        "end_second_step",
        _("Take away the second step"),
        actions.end_second_step,
        "user",
        form_class=ReasonForm,
        icon="lock-open",
        explanation=_("For somebody who has lost the phone. Make sure who is asking."),
        done=_("The second step is taken away."),
        serious=True,
        shown=lambda user: user.authenticator_set.exists(),
    ),
    RowVerb(
        "deactivate",
        _("Close the account"),
        actions.deactivate_user,
        "user",
        form_class=ReasonForm,
        icon="lock",
        explanation=_(
            "Nobody can sign in with it any more, and whoever is signed in is so no longer. "
            "Everything that was done with it stays."
        ),
        done=_("The account is closed."),
        serious=True,
        shown=lambda user: user.is_active,
    ),
    RowVerb(
        "reactivate",
        _("Open the account again"),
        actions.reactivate_user,
        "user",
        form_class=ReasonForm,
        icon="rotate",
        done=_("The account is open again."),
        shown=lambda user: not user.is_active,
    ),
]

OWN_VIEWS = {PRINT_CODE: PrintCodeView, EXPLAIN: MaySeeView}
"""Verbs that end with a page of their own instead of a message."""


class AccountViewSet(RowModelViewSet):
    """Accounts for administrators; records clerks see them and print codes."""

    model = User
    name = "accounts_users"
    url_prefix = "accounts"
    menu_label = _("Accounts")
    icon = "user"
    index_view_class = AccountIndexView
    inspect_view_class = AccountInspectView
    verbs = VERBS
    filterset_class = UserFilterSet
    ordering = ["sort_key", "pk"]
    list_display = [
        "full_name",
        Column("roles", label=_("Roles today"), accessor=roles_in_words),
        Column("email", label=_("E-mail address"), sort_key="email"),
        Column("phone", label=_("Phone number"), accessor="phone_in_words"),
        BooleanColumn("is_active", label=_("Active"), sort_key="is_active"),
        moment_column("last_login", _("Last sign-in")),
    ]
    list_export = ["full_name", "email", "phone", "is_active", "date_joined", "last_login"]
    inspect_view_fields = [
        "full_name",
        "email",
        "phone",
        "person",
        "language",
        "is_active",
        "date_joined",
        "last_login",
    ]
    exclude_form_fields = ["password"]

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the page that invites somebody."""
        invite = path("invite/", InviteView.as_view(), name="invite")
        return [*super().get_urlpatterns(), guarded_pattern(invite, self.model, INVITE)]

    def verb_patterns(self) -> list[URLPattern]:
        """Put our own pages in the place of the usual one where a verb needs it."""
        patterns = super().verb_patterns()
        for pattern in patterns:
            for verb, view in OWN_VIEWS.items():
                if pattern.name == f"do_{verb}":
                    self._replace(pattern, verb, view)
        return patterns

    def _replace(self, pattern: URLPattern, verb: str, view: Any) -> None:
        row_verb = next(one for one in self.verbs if one.name == verb)
        pattern.callback = view.as_view(
            model=self.model,
            row_verb=row_verb,
            header_icon=row_verb.icon,
            index_url_name=self.get_url_name("index"),
            inspect_url_name=self.get_url_name("inspect"),
        )
        guarded_pattern(pattern, self.model, verb)

"""Wagtail's groups follow from roles; nobody puts people into groups by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from lienhiep.accounts.choices import Role
from lienhiep.core.period import today

if TYPE_CHECKING:
    from lienhiep.accounts.models import User


@dataclass(frozen=True)
class RoleGroup:
    """The group of a role, and what its members may do with pages, pictures and downloads."""

    name: str
    pages: tuple[str, ...] = ()
    library: tuple[str, ...] = ()


ROLE_GROUPS = {
    Role.EDITOR: RoleGroup(
        name="Biên tập viên",
        pages=("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
        library=("add", "change", "choose"),
    ),
}
"""Names are kept in the database: change one only together with the group itself."""


def ensure_role_groups() -> None:
    """Make the groups of roles with their rights, and put the right people into them.

    It may be called as often as one likes. The rights stand on the root page and the
    root collection, so that they hold for everything below.
    """
    root_page = Page.get_first_root_node()
    root_collection = Collection.get_first_root_node()
    with transaction.atomic():
        for kind in ROLE_GROUPS.values():
            group, _made = Group.objects.get_or_create(name=kind.name)
            if root_page is not None:
                for permission in _page_permissions(kind):
                    GroupPagePermission.objects.get_or_create(
                        group=group, page=root_page, permission=permission
                    )
            if root_collection is not None:
                for permission in _library_permissions(kind):
                    GroupCollectionPermission.objects.get_or_create(
                        group=group, collection=root_collection, permission=permission
                    )
    sync_role_groups()


def sync_role_groups(on: date | None = None) -> int:
    """Bring the members of all groups in step with the roles of a day; return the changes.

    Done each night: roles begin and end by date, without anybody doing anything.
    """
    day = on or today()
    changes = 0
    for role, kind in ROLE_GROUPS.items():
        group = Group.objects.filter(name=kind.name).first()
        if group is None:
            continue
        wanted = set(_holders(role, day))
        present = set(group.user_set.values_list("pk", flat=True))
        group.user_set.remove(*(present - wanted))
        group.user_set.add(*(wanted - present))
        changes += len(present ^ wanted)
    return changes


def sync_groups_of(user: User, *, on: date) -> None:
    """Bring one account's groups in step with its roles on a day."""
    held = set(user.role_grants.held_on(on).values_list("role", flat=True))
    for role, kind in ROLE_GROUPS.items():
        group = Group.objects.filter(name=kind.name).first()
        if group is None:
            continue
        if role in held and user.is_active:
            user.groups.add(group)
        else:
            user.groups.remove(group)


def _holders(role: str, day: date) -> Iterable[int]:
    users = apps.get_model(settings.AUTH_USER_MODEL)
    return users.objects.active().holding(role, on=day).values_list("pk", flat=True)


def _page_permissions(kind: RoleGroup) -> Iterable[Permission]:
    return Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=kind.pages)


def _library_permissions(kind: RoleGroup) -> Iterable[Permission]:
    """Return the rights on pictures and downloads; Wagtail asks for those of its own models."""
    for model in (Image, Document):
        yield from Permission.objects.filter(
            content_type__app_label=model._meta.app_label,
            codename__in=[f"{verb}_{model._meta.model_name}" for verb in kind.library],
        )

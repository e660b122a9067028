"""The account: somebody signs in with its e-mail address or phone number."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.choices import STAFF_ROLES, Language, Role
from lienhiep.accounts.querysets import UserManager
from lienhiep.accounts.validators import normalise_phone, phone_in_words
from lienhiep.core.guarding import Guarded
from lienhiep.core.principals import principals, role_key, user_key
from lienhiep.core.text import clean, person_sort_key

STAFF_KEYS = frozenset(role_key(role) for role in STAFF_ROLES)


class User(Guarded, AbstractBaseUser, PermissionsMixin):
    """An account (tài khoản); what its holder may do follows from roles and seats.

    The password and the time of the last sign-in are never in the history.
    """

    email = models.EmailField(
        _("e-mail address"),
        unique=True,
        null=True,
        blank=True,
        error_messages={"unique": _("Another account has this e-mail address.")},
    )
    phone = models.CharField(
        _("phone number"),
        max_length=20,
        unique=True,
        null=True,
        blank=True,
        error_messages={"unique": _("Another account has this phone number.")},
    )
    full_name = models.CharField(_("full name"), max_length=150)
    sort_key = models.CharField(max_length=300, editable=False, default="", db_index=True)
    person = models.OneToOneField(
        "directory.Person",
        verbose_name=_("person in the directory"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="account",
    )
    language = models.CharField(
        _("language"), max_length=2, choices=Language.choices, default=Language.VIETNAMESE
    )
    is_active = models.BooleanField(_("active"), default=True)
    date_joined = models.DateTimeField(_("account made"), default=timezone.now)

    history_ignored = frozenset({"password", "last_login", "sort_key"})

    objects = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ["sort_key", "pk"]
        constraints = [
            models.CheckConstraint(
                # A closed account may be without either, once its holder's data are erased.
                condition=Q(is_active=False) | Q(email__isnull=False) | Q(phone__isnull=False),
                name="accounts_user_reachable",
                violation_error_message=_("Give an e-mail address or a phone number."),
            )
        ]

    def __str__(self) -> str:
        return self.full_name or self.email or self.phone_in_words

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the name, the address and the number in the form in which they are found."""
        self.full_name = clean(self.full_name)
        self.sort_key = person_sort_key(self.full_name, max_length=300)
        self.email = self.email.strip().lower() if self.email else None
        self.phone = normalise_phone(self.phone) if self.phone else None
        super().save(*args, **kwargs)

    def after_recorded(self) -> None:
        """Let the back office speak the language of the account."""
        super().after_recorded()
        from wagtail.users.models import UserProfile  # needs the account model itself

        UserProfile.objects.filter(user_id=self.pk).exclude(
            preferred_language=self.language
        ).update(preferred_language=self.language)

    def get_full_name(self) -> str:
        """Return the name, as Django and Wagtail ask for it."""
        return self.full_name

    def get_short_name(self) -> str:
        """Return the given name (tên), by which people call each other."""
        return self.full_name.split(" ")[-1]

    @property
    def first_name(self) -> str:
        """The whole name: what Wagtail's menu, which asks for this word, shows of somebody."""
        return self.full_name

    @property
    def phone_in_words(self) -> str:
        """The number as people here write it."""
        return phone_in_words(self.phone)

    def get_phone_display(self) -> str:
        """Return the number as a page of the back office shows it."""
        return self.phone_in_words

    def reader_keys(self) -> set[str]:
        """Let everybody read their own account."""
        return {user_key(self.pk)}

    def name_for(self, user: Any) -> str:
        """Let the office read who acted: the name alone, never the address or the number."""
        return self.full_name if principals(user) & STAFF_KEYS else ""

    @property
    def roles_today(self) -> list[Role]:
        """The roles held today, in the order of the list of roles."""
        held = principals(self)
        return [role for role in Role if role_key(role) in held]

    @property
    def is_office_staff(self) -> bool:
        """Whether this is somebody who works in the Union's own office today."""
        return bool(principals(self) & STAFF_KEYS)

    @property
    def may_enter_back_office(self) -> bool:
        """Whether the back office opens: for staff, and for who looks after the settings."""
        return self.is_active and (self.is_superuser or self.is_office_staff)

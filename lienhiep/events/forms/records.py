"""The forms of records that begin with a verb of the room; later saves are plain edits."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.directory.choices import OrganisationKind
from lienhiep.directory.models import Organisation
from lienhiep.events import actions
from lienhiep.events.models import (
    CharityEvent,
    Conference,
    CoordinationProgramme,
    Course,
    Delegation,
    Registration,
    Sponsorship,
)


class EventForm(OfficeAdminModelForm):
    """What conferences and courses share: our own Union is offered as the host."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with our own Union as the host."""
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and "host" in self.fields:
            own = Organisation.objects.of_kind(OrganisationKind.OWN_UNION).first()
            self.initial.setdefault("host", own.pk if own else None)

    def rows_of(self, name: str) -> list[Any]:
        """Return the rows typed beside the record, in their order, without empty ones."""
        formset = self.formsets[name]
        ordered = formset.ordered_forms if formset.can_order else formset.forms
        return [
            form.cleaned_data
            for form in ordered
            if form.cleaned_data and not form.cleaned_data.get("DELETE")
        ]


class ConferenceForm(EventForm):
    """A new conference is planned with its co-organisers; an existing one is edited."""

    def save(self, commit: bool = True) -> Conference:
        """Plan the conference, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        co_hosts = [row["organisation"] for row in self.rows_of("co_hosts")]
        self.instance = actions.plan_conference(by=self.for_user, co_hosts=co_hosts, **self.facts())
        return self.instance


class CourseForm(EventForm):
    """A new course is planned with its teachers; an existing one is edited."""

    def save(self, commit: bool = True) -> Course:
        """Plan the course, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        teachers = [(row["person"], row.get("topic", "")) for row in self.rows_of("teachers")]
        self.instance = actions.plan_course(by=self.for_user, teachers=teachers, **self.facts())
        return self.instance


class ProgrammeForm(EventForm):
    """A new coordination programme is prepared with its partners; an existing one is edited."""

    def save(self, commit: bool = True) -> CoordinationProgramme:
        """Begin to prepare the programme, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        partners = [row["organisation"] for row in self.rows_of("partners")]
        self.instance = actions.prepare_programme(
            by=self.for_user, partners=partners, **self.facts()
        )
        return self.instance


class RegistrationForm(OfficeAdminModelForm):
    """A participant is registered by the office; an existing registration is edited."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer what is still to be held, the next first."""
        super().__init__(*args, **kwargs)
        for name, model in (("conference", Conference), ("course", Course)):
            if name in self.fields:
                self.fields[name].queryset = model.objects.awaited().order_by("starts_at")

    def clean(self) -> dict[str, Any]:
        """Refuse a registration for nothing, or for two events."""
        cleaned = super().clean()
        if self.instance.pk is None and bool(cleaned.get("conference")) == bool(
            cleaned.get("course")
        ):
            self.add_error("conference", _("Choose a conference or a course, one of the two."))
        return cleaned

    def save(self, commit: bool = True) -> Registration:
        """Register the participant, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        facts = self.facts()
        conference, course = facts.pop("conference"), facts.pop("course")
        self.instance = actions.register_attendee(
            event=conference or course, by=self.for_user, **facts
        )
        return self.instance


class SponsorshipForm(OfficeAdminModelForm):
    """A new sponsorship is promised; a promise that has not come yet is edited."""

    def save(self, commit: bool = True) -> Sponsorship:
        """Record the promise, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        self.instance = actions.promise_sponsorship(by=self.for_user, **self.facts())
        return self.instance


class CharityForm(OfficeAdminModelForm):
    """Charity is recorded; an existing record is edited."""

    def save(self, commit: bool = True) -> CharityEvent:
        """Record the charity, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        self.instance = actions.record_charity(by=self.for_user, **self.facts())
        return self.instance


class DelegationForm(OfficeAdminModelForm):
    """A delegation is recorded; an existing record is edited."""

    def save(self, commit: bool = True) -> Delegation:
        """Record the delegation, or save the change."""
        if self.instance.pk is not None:
            return super().save(commit)
        self.instance = actions.record_delegation(by=self.for_user, **self.facts())
        return self.instance

"""Registering for an event on the site, and withdrawing again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView

from lienhiep.core.forms import OfficeForm
from lienhiep.core.forms.once import OnceMixin
from lienhiep.core.period import today
from lienhiep.core.reference import value_on
from lienhiep.core.text import fold
from lienhiep.core.viewsets.refusals import add_refusal
from lienhiep.events.actions import register_attendee, withdraw_registration
from lienhiep.events.addresses import event_url, registration_url
from lienhiep.events.choices import EventState, Place, RegistrationChannel
from lienhiep.events.forms.registering import PublicRegistrationForm, purpose_note
from lienhiep.events.models import Conference, Course, Registration
from lienhiep.events.models.event import Event
from lienhiep.events.reference_codes import REGISTRATION_DAYS


@method_decorator(never_cache, name="dispatch")
class RegisterView(OnceMixin, FormView):
    """The form by which somebody registers, each form recorded once."""

    model: type[Conference] | type[Course] = Conference
    form_class = PublicRegistrationForm
    template_name = "events/register.html"

    @cached_property
    def event(self) -> Event:
        """The event, which stands on the site."""
        rows = self.model.objects.open_to_readers().select_related("host")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @cached_property
    def note(self) -> str:
        """The sentence on personal data, as it is shown and kept."""
        return purpose_note(value_on(REGISTRATION_DAYS, today(), default=None))

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Lead to the event's page where nobody can register any more."""
        if request.path != registration_url(self.event):
            return redirect(registration_url(self.event), permanent=True)
        if not self.event.is_open_for_registration():
            messages.info(request, _("Registration for this event is closed."))
            return redirect(event_url(self.event))
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Tell the form which event it is for."""
        return {**super().get_form_kwargs(), "event": self.event, "note": self.note}

    def get_initial(self) -> dict[str, Any]:
        """Begin with what is known of somebody who is signed in."""
        user = self.request.user
        if not user.is_authenticated:
            return {}
        return {"name": user.full_name, "email": user.email or ""}

    def form_valid(self, form: PublicRegistrationForm) -> HttpResponse:
        """Register, and lead to the page where the registration can be withdrawn."""
        if form.is_from_a_program:
            return redirect(event_url(self.event))
        facts = {
            name: form.cleaned_data.get(name, "")
            for name in ("name", "organisation_name", "email", "phone")
        }
        try:
            registration = register_attendee(
                event=self.event,
                by=self.request.user if self.request.user.is_authenticated else None,
                person=self._person(facts["name"]),
                place=form.cleaned_data.get("place") or Place.ROOM,
                channel=RegistrationChannel.WEBSITE,
                agreed_to=self.note if form.cleaned_data["agreed"] else "",
                **facts,
            )
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        messages.success(self.request, _("Your name is on the list."))
        return redirect("events:registration", token=registration.token)

    def _person(self, name: str) -> Any:
        """Return who is signed in, where the name is theirs; a colleague is another person."""
        user = self.request.user
        person = user.person if user.is_authenticated else None
        return person if person and fold(person.full_name) == fold(name) else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say for what one registers."""
        return super().get_context_data(
            event=self.event,
            event_url=event_url(self.event),
            breadcrumbs=[
                {"label": _("Events"), "url": reverse("events:index")},
                {"label": self.event.title, "url": event_url(self.event)},
                {"label": _("Registration"), "url": ""},
            ],
            **kwargs,
        )


class RegisterForCourseView(RegisterView):
    """The same for a course."""

    model = Course


@method_decorator(never_cache, name="dispatch")
class RegistrationView(FormView):
    """A registration, found by its secret address; here it is withdrawn."""

    form_class = OfficeForm
    template_name = "events/registration.html"

    @cached_property
    def registration(self) -> Registration:
        """The registration; one whose names were taken out is found no longer."""
        rows = Registration.objects.select_related("conference", "course", "person")
        found = rows.filter(token=self.kwargs["token"]).first()
        if found is None or not (found.name or found.person_id):
            raise Http404
        return found

    @property
    def may_withdraw(self) -> bool:
        """Whether the registration can still be withdrawn."""
        return (
            self.registration.is_standing
            and self.registration.checked_in_on is None
            and self.registration.event.state != EventState.HELD
        )

    def form_valid(self, form: OfficeForm) -> HttpResponse:
        """Withdraw the registration."""
        user = self.request.user
        try:
            withdraw_registration(
                registration=self.registration, by=user if user.is_authenticated else None
            )
            messages.success(self.request, _("Your registration is withdrawn."))
        except ValidationError as refusal:
            messages.info(self.request, " ".join(refusal.messages))
        return redirect(self.request.path)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Show what was registered."""
        event = self.registration.event
        return super().get_context_data(
            registration=self.registration,
            event=event,
            event_url=event_url(event) if event.is_public else "",
            may_withdraw=self.may_withdraw,
            breadcrumbs=[
                {"label": _("Events"), "url": reverse("events:index")},
                {"label": _("My registration"), "url": ""},
            ],
            **kwargs,
        )

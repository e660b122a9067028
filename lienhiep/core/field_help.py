"""What stands under the fields of the room where the label alone leaves a question."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms.explaining import explains

explains(
    "core",
    {
        "OnDayForm.on": _("The day on which it happened, not the day on which it is typed."),
        "on": _("The day on which it happened, not the day on which it is typed."),
        "reason": _("Stands in the history of the record, with your name."),
        "valid_from": _("The first day on which it holds."),
        "valid_to": _("The last day on which it holds; empty: it still does."),
        "valid_until": _("The last day on which it holds."),
        "position": _("A small number stands further up."),
        "is_active": _(
            "What is no longer in use is not offered on forms; records that have it keep it."
        ),
        "is_public": _("Ticked: everybody reads it on the public site."),
        "channel": _("How it reached the office: at the desk, on paper, by mail."),
        "source": _("Where it is written: number and symbol of the document, or an address."),
        "ReferenceForm.code": _("What the program asks for; each has its own kind of value."),
        "UnionIdentity.short_name": _("As the site and the mails call the Union."),
        "UnionIdentity.site_kind": _(
            "On an aggregated site readers cannot comment, and its kind stands at the head of "
            "every page (decree 147/2024/NĐ-CP)."
        ),
        "UnionIdentity.responsible_person": _("Answers for the content of the site by law."),
        "UnionIdentity.licence_number": _("Of an aggregated site; an own site needs none."),
        "UnionIdentity.licence_date": _("As it stands on the licence of the site."),
        "UnionIdentity.licence_authority": _("Who gave the licence, written out."),
        "UnionIdentity.name": _("In full, as in the charter and on the seal."),
        "ScheduledTaskForm.rhythm": _("How often the task is done."),
        "ScheduledTaskForm.every_minutes": _(
            "For a task that is done again and again through the day: from 1 to 1440."
        ),
        "ScheduledTaskForm.weekday": _("For a task of once a week."),
        "ScheduledTaskForm.at": _("In twenty-four hours, such as 06:30."),
        "ScheduledTaskForm.is_enabled": _(
            "Without the tick it rests until somebody turns it on again."
        ),
    },
)

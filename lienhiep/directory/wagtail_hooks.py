"""What the directory hangs up in the back office: its screens and the names of its verbs."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from lienhiep.directory.choosers import (
    group_chooser,
    organisation_chooser,
    person_chooser,
    unit_chooser,
)
from lienhiep.directory.viewsets import DirectoryViewSetGroup

VERBS = {
    "directory.merge_persons": (_("Merge persons"), _("Merged two records of a person")),
    "directory.merge_organisations": (
        _("Merge organisations"),
        _("Merged two records of an organisation"),
    ),
    "directory.unmerge": (_("Part merged records"), _("Parted two merged records")),
    "directory.rename_person": (_("Rename a person"), _("Recorded a new name of the person")),
    "directory.rename_organisation": (
        _("Rename an organisation"),
        _("Recorded a new name of the organisation"),
    ),
    "directory.record_succession": (
        _("Record a succession"),
        _("Recorded who followed the unit"),
    ),
    "directory.load_reference": (_("Load reference data"), _("Loaded reference data")),
}


@hooks.register("register_admin_viewset")
def register_directory():
    """Put the room into the menu, and its choosers into forms."""
    return [
        person_chooser,
        organisation_chooser,
        group_chooser,
        unit_chooser,
        DirectoryViewSetGroup(),
    ]


@hooks.register("register_log_actions")
def register_verbs(actions):
    """Give every verb of the room its words in the history."""
    for name, (label, message) in VERBS.items():
        actions.register_action(name, label, message)

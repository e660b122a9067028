"""What the administrator keeps in order, on the first page of the back office."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.jobs.rules import ADMINISTRATOR, keeps_machine
from lienhiep.core.models import ReferenceValue, UnionIdentity
from lienhiep.core.shortcuts import register_shortcuts, to_list, to_page

KEEPERS = frozenset({ADMINISTRATOR})

register_shortcuts(
    to_list(UnionIdentity, _("The Union"), icon="lh-union", order=920, keys=KEEPERS),
    to_list(ReferenceValue, _("Dated reference values"), icon="lh-values", order=930, keys=KEEPERS),
    to_page(
        "core_jobs:list",
        _("Background work"),
        icon="tasks",
        order=940,
        keys=KEEPERS,
        opens=keeps_machine,
    ),
)

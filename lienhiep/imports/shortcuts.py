"""What imports put on the first page of the back office."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.shortcuts import register_shortcuts, to_new
from lienhiep.imports.models import ImportBatch
from lienhiep.imports.rules import SENDERS

register_shortcuts(
    to_new(ImportBatch, _("Send in a spreadsheet"), icon="lh-imports", order=800, keys=SENDERS)
)

"""What the ground floor checks of its own tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.data_checks import Finding, data_check
from lienhiep.core.files.soundness import CHANGED, MISSING, soundness_of
from lienhiep.core.guarding import Guarded, RecordKey
from lienhiep.core.models.files import RecordFile
from lienhiep.core.models.numbering import NumberBook
from lienhiep.core.models.search import SearchEntry
from lienhiep.core.numbering import missing_numbers
from lienhiep.core.search.index import index
from lienhiep.core.search.registry import declarations


@data_check("core.numbers", label=gettext_lazy("No number of a book is missing"))
def numbers_without_entry() -> Iterator[Finding]:
    """Numbers that were passed over: somebody began a book in the middle, or lost an entry."""
    for book in NumberBook.objects.order_by("code", "period"):
        for number in missing_numbers(book):
            yield Finding(
                _("%(book)s: number %(number)s was passed over.")
                % {"book": book, "number": number},
                book,
            )


@data_check("core.search", label=gettext_lazy("The search table agrees with the records"))
def search_out_of_step() -> Iterator[Finding]:
    """Records that searching would miss, and entries whose record is gone."""
    for kind in declarations():
        entries = SearchEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(kind.model)
        )
        fed = set(entries.values_list("object_id", flat=True))
        gone = fed - set(kind.model._base_manager.values_list("pk", flat=True))
        for pk in sorted(gone):
            yield Finding(
                _("%(kind)s %(pk)s is found, but no longer exists.")
                % {"kind": kind.label, "pk": pk}
            )
        for record in kind.model._base_manager.exclude(pk__in=fed).iterator():
            if kind.describe(record) is not None:
                yield Finding(
                    _("%(kind)s “%(record)s” is not found by searching.")
                    % {"kind": kind.label, "record": record},
                    record,
                )
    words, known = index().size(), SearchEntry.objects.count()
    if words != known:
        yield Finding(
            _("The full-text index holds %(words)s entries instead of %(entries)s.")
            % {"words": words, "entries": known}
        )


@data_check("core.keys", label=gettext_lazy("Each record is open to those whom it names"))
def keys_out_of_step() -> Iterator[Finding]:
    """Records that somebody may read who should not, or the other way round."""
    for model in apps.get_models():
        if issubclass(model, Guarded):
            yield from _keys_out_of_step(model)


def _keys_out_of_step(model: type[Guarded]) -> Iterator[Finding]:
    kind = model._meta.verbose_name
    kept: defaultdict[int, set[str]] = defaultdict(set)
    keys = RecordKey.objects.filter(content_type=ContentType.objects.get_for_model(model))
    for pk, key in keys.values_list("object_id", "key"):
        kept[pk].add(key)
    for record in model._base_manager.order_by("pk").iterator():
        if kept.pop(record.pk, set()) != set(record.reader_keys()):
            yield Finding(
                _("Those who may see %(kind)s “%(record)s” are others than the record says.")
                % {"kind": kind, "record": record},
                record,
            )
    for pk in sorted(kept):
        yield Finding(
            _("%(kind)s %(pk)s has readers, but no longer exists.")
            % {"kind": capfirst(kind), "pk": pk}
        )


@data_check("core.files", label=gettext_lazy("Files of records are the bytes that came in"))
def files_not_sound() -> Iterator[Finding]:
    """Files whose bytes are gone or others than their checksum says."""
    messages = {
        MISSING: _("File “%(file)s” is missing (%(place)s)."),
        CHANGED: _("File “%(file)s” has other bytes than came in (%(place)s)."),
    }
    kept = RecordFile.objects.filter(destroyed_at=None, object_id__isnull=False)
    for file in kept.order_by("pk").iterator():
        if message := messages.get(soundness_of(file)):
            yield Finding(message % {"file": file.name, "place": file.content.name}, file.owner)

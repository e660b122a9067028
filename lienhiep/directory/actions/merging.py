"""Two records of one person or organisation made one, and parted again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.core.history import verb
from lienhiep.directory.actions.links import (
    address_of,
    link_at,
    links_to,
    point,
    point_all,
    staying_with,
)
from lienhiep.directory.choices import NameKind
from lienhiep.directory.models import (
    GroupMembership,
    MergeRecord,
    Organisation,
    OrganisationAlias,
    Person,
    PersonName,
)


@dataclass(frozen=True)
class Unmerged:
    """What an un-merging did: how many links were put back, and which could not be, in words."""

    record: MergeRecord
    put_back: int
    left: list[str]


def merge_persons(*, winner: Person, loser: Person, by: Any, reason: str = "") -> MergeRecord:
    """Make two records of one person one: whatever points to the loser then points to the winner.

    The loser stays as a row that leads to the winner; what was sent to it or decided about
    it stays with it (`merge_leaves`) and is counted. Facts written in the loser itself
    (birth, contacts) are not copied: the clerk has both before them and chooses. Refuses
    records that cannot be one: with different sex or date of birth, or two accounts.
    """
    for field in ("sex", "birth_date", "birth_year"):
        ours, theirs = getattr(winner, field), getattr(loser, field)
        if ours and theirs and ours != theirs:
            raise ValidationError(
                {
                    "loser": _("The two records differ in “%(field)s”. Correct one of them first.")
                    % {"field": Person._meta.get_field(field).verbose_name}
                }
            )
    return _merge("directory.merge_persons", winner, loser, by, reason)


def merge_organisations(
    *, winner: Organisation, loser: Organisation, by: Any, reason: str = ""
) -> MergeRecord:
    """Make two records of one organisation one, in the same way as for persons.

    This is for one organisation recorded twice. Organisations that really joined stay two
    records, with a succession between them. Refuses where one belongs to the other or
    follows it: those are two.
    """
    if loser in winner.ancestors() or winner in loser.ancestors():
        raise ValidationError(
            {"loser": _("One of the two belongs to the other, so they are not the same.")}
        )
    return _merge("directory.merge_organisations", winner, loser, by, reason)


def _merge(
    action: str, winner: Person | Organisation, loser: Any, by: Any, reason: str
) -> MergeRecord:
    _refuse_impossible(winner, loser)
    with verb(action, by=by, about=winner, reason=reason) as act:
        # Asked again inside the transaction: somebody else may merge at the same moment.
        winner, loser = _locked(winner, loser)
        _refuse_impossible(winner, loser)
        act.also_about(loser)
        links, stayed = list(links_to(loser)), staying_with(loser)
        moved = [address_of(link) for link in links]
        point_all(links, winner)
        added = [[row._meta.label_lower, row.pk] for row in _keep_findable(winner, loser)]
        loser.merged_into = winner
        loser.save()
        winner.clean_names()
        _refuse_double_memberships(winner)
        record = MergeRecord.objects.create(
            kind=winner._meta.model_name,
            winner_id=winner.pk,
            loser_id=loser.pk,
            reason=reason,
            moved=moved,
            added=added,
            stayed=[[model._meta.label_lower, number] for model, number in stayed.items()],
        )
        act.note(merge=record.pk, loser=loser.pk, moved=len(moved), stayed=sum(stayed.values()))
        winner.after_recorded()
    return record


def unmerge(*, record: MergeRecord, by: Any, reason: str = "") -> Unmerged:
    """Part two merged records again.

    Exactly those links are put back that the merge moved and that still point to the winner.
    The rest (rows changed or deleted since, rows that would be there twice) are reported.
    Refuses a merge undone already, and one whose winner was itself merged since.
    """
    if record.is_undone:
        raise ValidationError(_("This merge was undone already."))
    winner, loser = record.winner, record.loser
    if winner is None or loser is None:
        raise ValidationError(_("One of the two records was deleted; they cannot be parted."))
    if winner.is_merged:
        raise ValidationError(
            _("“%(winner)s” was itself merged into “%(other)s”. Undo that merge first.")
            % {"winner": winner, "other": winner.merged_into}
        )
    with verb("directory.unmerge", by=by, about=winner, reason=reason) as act:
        act.also_about(loser)
        loser.merged_into = None
        loser.save()
        left = [words for address in record.moved if (words := _put_back(address, winner, loser))]
        for label, pk in record.added:
            for row in apps.get_model(label)._base_manager.filter(pk=pk):
                row.delete()
        record.undone_at = timezone.now()
        record.left = left
        record.save()
        put_back = len(record.moved) - len(left)
        act.note(merge=record.pk, loser=loser.pk, put_back=put_back, left=left)
        winner.after_recorded()
    return Unmerged(record, put_back, left)


def _put_back(address: list[Any], winner: Any, loser: Any) -> str:
    """Put one link back; return a sentence where that cannot be."""
    label, pk, _name = address
    link = link_at(address)
    if link is None:
        kind = apps.get_model(label)._meta.verbose_name
        return _("%(kind)s no. %(number)s was deleted since.") % {"kind": kind, "number": pk}
    row, field = link
    if getattr(row, field.attname) != winner.pk:
        return _("“%(row)s” was changed since and points elsewhere.") % {"row": row}
    try:
        point(link, loser)
    except ValidationError as refusal:
        return " ".join(refusal.messages)
    return ""


def _refuse_impossible(winner: Any, loser: Any) -> None:
    if winner.pk == loser.pk:
        raise ValidationError({"loser": _("A record cannot be merged into itself.")})
    if loser.is_merged:
        raise ValidationError(
            {
                "loser": _("“%(record)s” was merged into “%(other)s” already.")
                % {"record": loser, "other": loser.merged_into}
            }
        )
    if winner.is_merged:
        raise ValidationError(
            {
                "winner": _("“%(record)s” was itself merged into “%(other)s”; keep that one.")
                % {"record": winner, "other": winner.merged_into}
            }
        )


def _locked(*records: Any) -> list[Any]:
    """Return the records as they stand now, held in one order so that two merges never tangle."""
    rows = type(records[0])._base_manager.select_for_update().order_by("pk")
    found = {row.pk: row for row in rows.filter(pk__in=[record.pk for record in records])}
    return [found[record.pk] for record in records]


def _keep_findable(winner: Any, loser: Any) -> list[Any]:
    """Let the winner be found by the name of the loser."""
    if isinstance(winner, Person):
        known = {winner.full_name, *winner.names.values_list("name", flat=True)}
        if loser.full_name in known:
            return []
        kind = NameKind.WRITING
        return [PersonName.objects.create(person=winner, name=loser.full_name, kind=kind)]
    known = {winner.name, winner.short_name, *winner.aliases.values_list("name", flat=True)}
    return [
        OrganisationAlias.objects.create(organisation=winner, name=name)
        for name in dict.fromkeys([loser.name, loser.short_name])
        if name and name not in known
    ]


def _refuse_double_memberships(winner: Any) -> None:
    """Refuse where both were in one group at the same time: the clerk ends one of the two."""
    if isinstance(winner, Organisation):
        held = GroupMembership.objects.filter(organisation=winner).select_related("group")
        for group in {membership.group for membership in held}:
            group.clean_memberships()

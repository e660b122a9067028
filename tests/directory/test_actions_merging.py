"""One person recorded twice becomes one, and two again."""

from datetime import date

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey

from lienhiep.core.history import entries_of
from lienhiep.directory.actions import merge_organisations, merge_persons, unmerge
from lienhiep.directory.actions.links import fields_pointing_at, staying_with
from lienhiep.directory.actions.refusing import Clash, grouped, in_words
from lienhiep.directory.models import (
    Affiliation,
    MergeRecord,
    Organisation,
    OrganisationSuccession,
    Person,
)
from lienhiep.reports.models import FrozenFigure, FrozenRecord
from tests.factories.directory import (
    AffiliationFactory,
    DirectoryGroupFactory,
    GroupMembershipFactory,
    OrganisationAliasFactory,
    OrganisationFactory,
    OrganisationNameFactory,
    PersonFactory,
    PersonNameFactory,
)
from tests.factories.journal import (
    DeliveryFactory,
    DistributionLineFactory,
    IssueFactory,
    ReceivedExchangeFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def twice():
    """One person recorded twice; the second record has a workplace."""
    winner = PersonFactory(full_name="Nguyễn Thị Thúy")
    loser = PersonFactory(full_name="Nguyễn Thị Thuý")
    return winner, loser, AffiliationFactory(person=loser)


@pytest.fixture
def both_received():
    """One organisation recorded twice, to both of which two issues were sent."""
    winner, loser = OrganisationFactory(name="Sở Y tế"), OrganisationFactory(name="Sở Y Tế")
    for number in (1, 2):
        issue = IssueFactory(number=number)
        for organisation in (winner, loser):
            DeliveryFactory(issue=issue, organisation=organisation, sent_on=date(2022, 7, 1))
    return winner, loser


def test_what_pointed_to_the_loser_points_to_the_winner(twice, clerk):
    winner, loser, workplace = twice

    record = merge_persons(winner=winner, loser=loser, by=clerk)

    workplace.refresh_from_db()
    assert workplace.person == winner
    assert record.moved == [["directory.affiliation", workplace.pk, "person"]]


def test_the_loser_stays_leads_to_the_winner_and_is_not_listed(twice, clerk):
    winner, loser, _workplace = twice

    merge_persons(winner=winner, loser=loser, by=clerk)

    loser.refresh_from_db()
    assert loser.standing_for() == winner
    assert list(Person.objects.unmerged()) == [winner]


def test_the_winner_is_known_under_the_other_name_too(twice, clerk):
    winner, loser, _workplace = twice

    merge_persons(winner=winner, loser=loser, by=clerk)

    assert [name.name for name in winner.names.all()] == ["Nguyễn Thị Thuý"]


def test_a_merge_is_one_act_in_the_history_with_its_reason(twice, clerk):
    winner, loser, workplace = twice

    merge_persons(winner=winner, loser=loser, by=clerk, reason="Cùng số thẻ hội viên")

    entry = entries_of(winner)[0]
    assert (entry.log.action, entry.reason) == ("directory.merge_persons", "Cùng số thẻ hội viên")
    assert entry.log.user == clerk
    moved = [child for child in entry.log.data["children"] if child["pk"] == workplace.pk]
    assert moved[0]["changes"]["person"] == {"before": loser.pk, "after": winner.pk}
    assert entries_of(loser)[0].log.uuid == entry.log.uuid


def test_the_record_given_up_says_by_whom_why_and_into_what_it_was_merged(twice, clerk):
    winner, loser, _workplace = twice

    merge_persons(winner=winner, loser=loser, by=clerk, reason="Trùng")

    entry = entries_of(loser)[0]
    assert (entry.log.action, entry.what) == ("directory.merge_persons", "Gộp hồ sơ cá nhân")
    assert (entry.log.user, entry.reason) == (clerk, "Trùng")
    assert [(change.label, change.before, change.after) for change in entry.changes] == [
        ("Gộp vào", "—", str(winner))
    ]


def test_the_record_parted_again_says_so_in_its_own_history(twice, clerk):
    winner, loser, _workplace = twice
    record = merge_persons(winner=winner, loser=loser, by=clerk)

    unmerge(record=record, by=clerk, reason="Là hai người")

    entry = entries_of(loser)[0]
    assert (entry.log.action, entry.what) == ("directory.unmerge", "Tách hồ sơ đã gộp")
    assert (entry.log.user, entry.reason) == (clerk, "Là hai người")
    assert [(change.label, change.before, change.after) for change in entry.changes] == [
        ("Gộp vào", str(winner), "—")
    ]


def test_a_merged_organisation_says_so_in_its_own_history(clerk):
    winner, loser = OrganisationFactory(), OrganisationFactory()

    merge_organisations(winner=winner, loser=loser, by=clerk)

    assert entries_of(loser)[0].what == "Gộp hồ sơ tổ chức"


def test_an_account_follows_its_person(twice, account, clerk):
    winner, loser, _workplace = twice
    user = account("expert", person=loser)

    merge_persons(winner=winner, loser=loser, by=clerk)

    user.refresh_from_db()
    assert user.person == winner


def test_two_accounts_are_refused_by_name_and_nothing_moves(twice, account, clerk):
    winner, loser, workplace = twice
    account("expert", person=winner)
    second = account("juror", person=loser)

    with pytest.raises(ValidationError) as refusal:
        merge_persons(winner=winner, loser=loser, by=clerk)

    workplace.refresh_from_db()
    assert workplace.person == loser
    assert len(refusal.value.messages) == 1
    assert str(second) in refusal.value.messages[0]
    assert MergeRecord.objects.count() == 0


def test_a_record_is_not_merged_into_itself(clerk):
    person = PersonFactory()

    with pytest.raises(ValidationError) as refusal:
        merge_persons(winner=person, loser=person, by=clerk)

    assert refusal.value.message_dict == {"loser": ["Không thể gộp một bản ghi vào chính nó."]}


def test_merges_do_not_run_in_a_circle(twice, clerk):
    winner, loser, _workplace = twice
    merge_persons(winner=winner, loser=loser, by=clerk)
    stale = Person.objects.get(pk=loser.pk)
    stale.merged_into = None

    with pytest.raises(ValidationError):
        merge_persons(winner=stale, loser=winner, by=clerk)


def test_persons_born_on_different_days_are_two(clerk):
    winner = PersonFactory(birth_date=date(1970, 1, 1))
    loser = PersonFactory(birth_date=date(1971, 1, 1))

    with pytest.raises(ValidationError) as refusal:
        merge_persons(winner=winner, loser=loser, by=clerk)

    assert list(refusal.value.message_dict) == ["loser"]


def test_records_merged_before_lead_to_the_last_winner(twice, clerk):
    middle, first, _workplace = twice
    last = PersonFactory()
    merge_persons(winner=middle, loser=first, by=clerk)

    merge_persons(winner=last, loser=middle, by=clerk)

    first.refresh_from_db()
    assert first.merged_into == last


def test_unmerging_puts_back_exactly_what_was_moved(twice, clerk):
    winner, loser, workplace = twice
    own = AffiliationFactory(person=winner)
    record = merge_persons(winner=winner, loser=loser, by=clerk)

    done = unmerge(record=record, by=clerk)

    assert (done.put_back, done.left) == (1, [])
    assert list(winner.affiliations.all()) == [own]
    assert list(Person.objects.get(pk=loser.pk).affiliations.all()) == [workplace]
    assert Person.objects.unmerged().count() == 2
    assert list(winner.names.all()) == []


def test_unmerging_leaves_later_links_with_the_winner(twice, clerk):
    winner, loser, _workplace = twice
    record = merge_persons(winner=winner, loser=loser, by=clerk)
    later = AffiliationFactory(person=winner)

    unmerge(record=record, by=clerk)

    assert list(winner.affiliations.all()) == [later]


def test_unmerging_reports_what_was_changed_or_deleted_since(twice, clerk):
    winner, loser, workplace = twice
    gone = AffiliationFactory(person=loser)
    record = merge_persons(winner=winner, loser=loser, by=clerk)
    workplace.refresh_from_db()
    workplace.person = PersonFactory()
    workplace.save()
    Affiliation.objects.get(pk=gone.pk).delete()

    done = unmerge(record=record, by=clerk)

    assert done.put_back == 0
    assert done.left == [
        f"“{workplace}” đã được sửa sau đó và nay trỏ đến nơi khác.",
        f"nơi công tác của cá nhân số {gone.pk} đã bị xóa sau đó.",
    ]
    record.refresh_from_db()
    assert record.left == done.left


def test_a_merge_is_undone_once(twice, clerk):
    winner, loser, _workplace = twice
    record = merge_persons(winner=winner, loser=loser, by=clerk)
    unmerge(record=record, by=clerk)

    with pytest.raises(ValidationError):
        unmerge(record=record, by=clerk)


def test_a_later_merge_is_undone_first(twice, clerk):
    middle, first, workplace = twice
    last = PersonFactory()
    earlier = merge_persons(winner=middle, loser=first, by=clerk)
    later = merge_persons(winner=last, loser=middle, by=clerk)

    with pytest.raises(ValidationError):
        unmerge(record=earlier, by=clerk)
    unmerge(record=later, by=clerk)
    unmerge(record=earlier, by=clerk)

    workplace.refresh_from_db()
    assert workplace.person == first
    assert Person.objects.unmerged().count() == 3


def test_parted_records_can_be_merged_again(twice, clerk):
    winner, loser, _workplace = twice
    unmerge(record=merge_persons(winner=winner, loser=loser, by=clerk), by=clerk)
    loser.refresh_from_db()

    merge_persons(winner=winner, loser=loser, by=clerk)

    assert MergeRecord.objects.standing().into(winner).count() == 1


def test_everything_of_an_organisation_moves(clerk):
    winner, loser = (
        OrganisationFactory(name="Hội Đông y"),
        OrganisationFactory(name="Hội Ðông Y NA"),
    )
    child = OrganisationFactory(parent=loser)
    alias = OrganisationAliasFactory(organisation=loser, name="Đông y Nghệ An")
    former = OrganisationNameFactory(organisation=loser)
    membership = GroupMembershipFactory(organisation=loser)
    workplace = AffiliationFactory(organisation=loser)

    record = merge_organisations(winner=winner, loser=loser, by=clerk)

    child.refresh_from_db()
    assert child.parent == winner
    assert sorted(alias.name for alias in winner.aliases.all()) == [
        "Hội Đông Y NA",
        "Đông y Nghệ An",
    ]
    assert list(winner.names.all()) == [former]
    assert list(winner.memberships.all()) == [membership]
    assert list(winner.affiliations.all()) == [workplace]
    assert len(record.moved) == 5
    assert alias.pk in [pk for _label, pk, _field in record.moved]


def test_an_organisation_and_a_part_of_it_are_two(clerk):
    union = OrganisationFactory()
    centre = OrganisationFactory(parent=OrganisationFactory(parent=union))

    for winner, loser in ((union, centre), (centre, union)):
        with pytest.raises(ValidationError):
            merge_organisations(winner=winner, loser=loser, by=clerk)


def test_an_organisation_and_its_successor_are_two(clerk):
    old, new = OrganisationFactory(), OrganisationFactory()
    OrganisationSuccession.objects.create(
        predecessor=old, successor=new, kind="absorption", effective=date(2020, 1, 1)
    )

    with pytest.raises(ValidationError) as refusal:
        merge_organisations(winner=new, loser=old, by=clerk)

    assert "Một tổ chức không thể kế thừa chính nó." in refusal.value.messages[0]


def test_a_row_that_would_be_there_twice_is_explained_and_nothing_moves(clerk):
    winner, loser, root = OrganisationFactory(), OrganisationFactory(), OrganisationFactory()
    child = OrganisationFactory(parent=loser)
    for successor in (winner, loser):
        OrganisationSuccession.objects.create(
            predecessor=root, successor=successor, kind="division", effective=date(2020, 1, 1)
        )

    with pytest.raises(ValidationError) as refusal:
        merge_organisations(winner=winner, loser=loser, by=clerk)

    child.refresh_from_db()
    assert child.parent == loser
    assert refusal.value.messages == [
        f"Không thể chuyển tiền thân của tổ chức “{root} → {loser}” sang “{winner}”: "
        "Tiền thân này đã có ở đây. Xin sửa hoặc xóa một trong hai bản ghi trước."
    ]


def test_what_was_sent_stays_with_the_record_to_which_it_was_sent(both_received, clerk):
    winner, loser = both_received

    record = merge_organisations(winner=winner, loser=loser, by=clerk)

    assert winner.journal_deliveries.count() == 2
    assert loser.journal_deliveries.count() == 2
    assert (record.moved, record.stayed) == ([], [["journal.delivery", 2]])


def test_what_stays_is_counted_in_the_history_of_the_merge(both_received, clerk):
    winner, loser = both_received

    merge_organisations(winner=winner, loser=loser, by=clerk)

    assert entries_of(winner)[0].log.data["stayed"] == 2


def test_what_stays_is_told_beforehand_in_words(both_received):
    _winner, loser = both_received

    assert in_words(staying_with(loser)) == ["2 lượt gửi tập san"]


def test_what_is_no_snapshot_moves_though_snapshots_stay(both_received, clerk):
    winner, loser = both_received
    line = DistributionLineFactory(organisation=loser, group=None)

    merge_organisations(winner=winner, loser=loser, by=clerk)

    line.refresh_from_db()
    assert line.organisation == winner


def test_parting_records_leaves_snapshots_where_they_were(both_received, clerk):
    winner, loser = both_received
    record = merge_organisations(winner=winner, loser=loser, by=clerk)

    done = unmerge(record=record, by=clerk)

    assert (done.put_back, done.left) == (0, [])
    assert (winner.journal_deliveries.count(), loser.journal_deliveries.count()) == (2, 2)


def test_rows_of_one_kind_that_would_be_there_twice_are_one_line(clerk):
    winner, loser = OrganisationFactory(), OrganisationFactory()
    for number in range(36):
        for organisation in (winner, loser):
            ReceivedExchangeFactory(organisation=organisation, number_label=f"{number}/2021")

    with pytest.raises(ValidationError) as refusal:
        merge_organisations(winner=winner, loser=loser, by=clerk)

    assert refusal.value.messages == [
        f"Không thể chuyển 36 ấn phẩm nhận trao đổi sang “{winner}”, ví dụ “Khoa học và Đời sống "
        "0/2021”: Ở đó đã có một dòng như vậy. Xin sửa hoặc xóa một bản ghi trong mỗi cặp trước."
    ]


def test_a_refusal_takes_five_lines_at_most():
    kept = OrganisationFactory()
    rows = [PersonFactory(), OrganisationFactory(), DirectoryGroupFactory(), IssueFactory()]
    rows += [AffiliationFactory(), GroupMembershipFactory(), GroupMembershipFactory()]

    refusals = grouped([Clash(row, str(row), "Vì thế.") for row in rows], kept)

    assert len(refusals) == 5
    assert refusals[4] == "Ngoài ra còn 3 bản ghi thuộc 2 loại khác không chuyển được."


def test_two_memberships_at_the_same_time_are_refused(clerk):
    winner, loser, group = OrganisationFactory(), OrganisationFactory(), DirectoryGroupFactory()
    for organisation in (winner, loser):
        GroupMembershipFactory(group=group, organisation=organisation)

    with pytest.raises(ValidationError):
        merge_organisations(winner=winner, loser=loser, by=clerk)

    assert Organisation.objects.unmerged().count() == 2


def test_overlapping_former_names_are_refused(clerk):
    winner, loser = OrganisationFactory(), OrganisationFactory()
    OrganisationNameFactory(organisation=winner)
    OrganisationNameFactory(organisation=loser)

    with pytest.raises(ValidationError):
        merge_organisations(winner=winner, loser=loser, by=clerk)


def test_former_names_of_a_person_move_too(clerk):
    winner, loser = PersonFactory(), PersonFactory()
    name = PersonNameFactory(person=loser)

    merge_persons(winner=winner, loser=loser, by=clerk)

    assert name in winner.names.all()


def test_no_frozen_figure_hangs_on_a_person_or_an_organisation():
    """Frozen reports keep numbers of records, not keys, so a merge cannot touch them."""
    frozen = {FrozenFigure, FrozenRecord}

    for model in (Person, Organisation):
        assert frozen & {field.model for field in fields_pointing_at(model)} == set()


def test_only_links_that_exist_are_said_to_stay():
    for model in apps.get_models():
        names = {field.name for field in model._meta.local_fields}

        assert getattr(model, "merge_leaves", frozenset()) <= names


def test_every_link_to_a_person_or_an_organisation_is_protected_or_of_a_part():
    """Nothing that names a record goes when it is deleted, but for rows that are parts of it."""
    for model in (Person, Organisation):
        lost = [
            field
            for field in fields_pointing_at(model)
            if field.remote_field.on_delete is not models.PROTECT
            and not isinstance(field, ParentalKey)
        ]

        assert lost == []

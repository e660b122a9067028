"""Sending an issue out, and keeping what was sent as it was then."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.journal import actions
from lienhiep.journal.choices import IssueState, RecipientKind
from lienhiep.journal.models import Delivery, ReceivedExchange
from tests.factories.directory import (
    DirectoryGroupFactory,
    GroupMembershipFactory,
    OrganisationFactory,
    UnitStatementFactory,
)
from tests.factories.journal import (
    DeliveryFactory,
    DistributionLineFactory,
    DistributionListFactory,
    issue_at,
    published_issue,
)

pytestmark = pytest.mark.django_db

JUNE = date(2022, 6, 10)


def group_of(*organisations, **dates):
    group = DirectoryGroupFactory()
    for organisation in organisations:
        GroupMembershipFactory(group=group, organisation=organisation, **dates)
    return group


def group_line(group, **facts):
    return DistributionLineFactory(group=group, organisation=None, **facts)


def test_a_group_becomes_a_line_for_each_organisation_in_it_on_the_day(secretary):
    health, transport = OrganisationFactory(name="Sở Y tế"), OrganisationFactory(name="Sở GTVT")
    group = group_of(health)
    GroupMembershipFactory(group=group, organisation=transport, valid_to=date(2022, 6, 9))
    group_line(group, copies_each=2)
    issue = published_issue(on=JUNE)

    actions.snapshot_distribution(issue=issue, on=JUNE, by=secretary)

    assert list(issue.deliveries.values_list("recipient", "places", "copies", "sent_on")) == [
        ("Sở Y tế", 1, 2, None)
    ]


def test_a_stated_number_becomes_one_line_of_as_many_places(secretary):
    DistributionLineFactory(
        organisation=None,
        statement=UnitStatementFactory(number=460),
        kind=RecipientKind.COMMUNES,
        label="Các xã, phường, thị trấn",
        copies_each=1,
    )
    issue = published_issue(on=JUNE)

    actions.snapshot_distribution(issue=issue, on=JUNE, by=secretary)

    assert list(issue.deliveries.values_list("recipient", "places", "copies")) == [
        ("Các xã, phường, thị trấn", 460, 460)
    ]


def test_an_organisation_named_twice_receives_the_first_line_only(secretary):
    health = OrganisationFactory()
    line = DistributionLineFactory(organisation=health, copies_each=3)
    group_line(group_of(health), distribution_list=line.distribution_list)
    issue = published_issue(on=JUNE)

    actions.snapshot_distribution(issue=issue, on=JUNE, by=secretary)

    assert list(issue.deliveries.values_list("organisation", "copies")) == [(health.pk, 3)]


def test_a_snapshot_keeps_name_and_address_as_they_were_written(secretary):
    office = OrganisationFactory(name="Sở Nông nghiệp", address="129 Lê Hồng Phong")
    DistributionLineFactory(organisation=office)
    issue = published_issue(on=JUNE)
    actions.snapshot_distribution(issue=issue, on=JUNE, by=secretary)

    office.name, office.address = "Sở Nông nghiệp và Môi trường", "131 Lê Hồng Phong"
    office.save()

    assert list(issue.deliveries.values_list("recipient", "address")) == [
        ("Sở Nông nghiệp", "129 Lê Hồng Phong")
    ]


def test_a_snapshot_takes_the_list_in_force_on_the_day(secretary):
    old, new = OrganisationFactory(name="Nơi cũ"), OrganisationFactory(name="Nơi mới")
    DistributionLineFactory(
        organisation=old, distribution_list=DistributionListFactory(valid_from=date(2022, 1, 1))
    )
    DistributionLineFactory(
        organisation=new, distribution_list=DistributionListFactory(valid_from=JUNE)
    )
    issue = published_issue(on=date(2022, 5, 10))

    actions.snapshot_distribution(issue=issue, on=JUNE - timedelta(days=1), by=secretary)

    assert issue.deliveries.get().recipient == "Nơi cũ"


def test_a_snapshot_not_sent_yet_is_taken_anew(secretary):
    line = DistributionLineFactory()
    issue = published_issue(on=JUNE)
    actions.snapshot_distribution(issue=issue, on=JUNE, by=secretary)
    line.copies_each = 5
    line.save()

    actions.snapshot_distribution(issue=issue, on=JUNE, by=secretary)

    assert list(issue.deliveries.values_list("copies", flat=True)) == [5]


def test_a_snapshot_is_one_entry_that_says_how_many(secretary):
    DistributionLineFactory(copies_each=2)
    issue = published_issue(on=JUNE)

    actions.snapshot_distribution(issue=issue, on=JUNE, by=secretary)

    newest = entries_of(issue)[0].log
    assert newest.action == "journal.snapshot_distribution"
    assert {name: newest.data[name] for name in ("lines", "places", "copies")} == {
        "lines": 1,
        "places": 1,
        "copies": 2,
    }


def test_snapshot_distribution_refuses_once_something_was_sent(secretary):
    DistributionLineFactory()
    issue = published_issue(on=JUNE)
    DeliveryFactory(issue=issue, sent_on=JUNE, recipient="Đã gửi")

    with pytest.raises(ValidationError):
        actions.snapshot_distribution(issue=issue, on=JUNE, by=secretary)

    assert issue.deliveries.get().recipient == "Đã gửi"


def test_snapshot_distribution_refuses_a_day_without_a_list(secretary):
    issue = published_issue(on=JUNE)

    with pytest.raises(ValidationError) as refused:
        actions.snapshot_distribution(issue=issue, on=JUNE, by=secretary)

    assert list(refused.value.message_dict) == ["on"]


def test_deliver_issue_takes_the_snapshot_and_sends_it_in_one_act(secretary):
    DistributionLineFactory()
    issue = published_issue(on=JUNE)

    actions.deliver_issue(issue=issue, on=JUNE, by=secretary)

    assert list(issue.deliveries.values_list("sent_on", flat=True)) == [JUNE]
    assert entries_of(issue)[0].log.action == "journal.deliver_issue"


def test_deliver_issue_leaves_alone_what_was_sent_before(secretary):
    issue = published_issue(on=JUNE)
    earlier = DeliveryFactory(issue=issue, sent_on=JUNE, recipient="Trước")
    DeliveryFactory(issue=issue, recipient="Sau")

    actions.deliver_issue(issue=issue, on=JUNE + timedelta(days=2), by=secretary)

    assert Delivery.objects.get(pk=earlier.pk).sent_on == JUNE
    assert issue.deliveries.get(recipient="Sau").sent_on == JUNE + timedelta(days=2)


def test_deliver_issue_refuses_when_every_line_was_sent(secretary):
    issue = published_issue(on=JUNE)
    DeliveryFactory(issue=issue, sent_on=JUNE)

    with pytest.raises(ValidationError):
        actions.deliver_issue(issue=issue, on=JUNE, by=secretary)


def test_deliver_issue_refuses_more_copies_than_were_printed_and_sends_none(secretary):
    issue = published_issue(on=JUNE, print_run=10)
    DeliveryFactory(issue=issue, copies=11)

    with pytest.raises(ValidationError):
        actions.deliver_issue(issue=issue, on=JUNE, by=secretary)

    assert Delivery.objects.get().sent_on is None


def test_deliver_issue_refuses_what_has_not_appeared(secretary):
    DistributionLineFactory()
    issue = issue_at(IssueState.PRINTED)

    with pytest.raises(ValidationError):
        actions.deliver_issue(issue=issue, on=JUNE, by=secretary)

    assert Delivery.objects.count() == 0


@pytest.mark.parametrize("day", [JUNE - timedelta(days=1), today() + timedelta(days=1)])
def test_deliver_issue_refuses_a_day_before_publication_or_in_the_future(secretary, day):
    DistributionLineFactory()
    issue = published_issue(on=JUNE)

    with pytest.raises(ValidationError) as refused:
        actions.deliver_issue(issue=issue, on=day, by=secretary)

    assert list(refused.value.message_dict) == ["on"]


def test_record_exchange_keeps_what_a_sister_union_sent(secretary):
    union = OrganisationFactory(name="Liên hiệp hội Hà Tĩnh")

    actions.record_exchange(
        organisation=union, title="Trí thức", number_label="3/2022", on=JUNE, by=secretary
    )

    assert ReceivedExchange.objects.values_list("organisation", "title", "copies").get() == (
        union.pk,
        "Trí thức",
        1,
    )


def test_the_database_refuses_a_line_that_names_a_group_and_an_organisation():
    with pytest.raises(IntegrityError), transaction.atomic():
        DistributionLineFactory(group=DirectoryGroupFactory())


def test_the_database_refuses_a_line_that_names_nobody():
    with pytest.raises(IntegrityError), transaction.atomic():
        DistributionLineFactory(organisation=None)


def test_the_database_refuses_an_organisation_twice_in_one_issue():
    office = OrganisationFactory()
    line = DeliveryFactory(organisation=office)

    with pytest.raises(IntegrityError), transaction.atomic():
        DeliveryFactory(issue=line.issue, organisation=office)


def test_the_database_refuses_an_organisation_that_would_be_several_places():
    with pytest.raises(IntegrityError), transaction.atomic():
        DeliveryFactory(organisation=OrganisationFactory(), places=2)

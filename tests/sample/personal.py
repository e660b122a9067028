"""What clubs keep about people: a person here is a member, found by name."""

from lienhiep.core.personal import PersonalDatum, keeps_personal_data
from tests.sample.models import Member


@keeps_personal_data
def of_members(person):
    if not isinstance(person, Member):
        return

    def forget_name(erasure):
        fresh = Member.objects.get(pk=person.pk)
        fresh.name = erasure.pseudonym
        fresh.save()

    yield PersonalDatum(
        record=person,
        field="name",
        label="Name",
        purpose="Membership",
        retention="Ten years",
        value=person.name,
        erase=forget_name,
        shown_in=(person.club,),
    )
    yield PersonalDatum(
        record=person,
        field="fee",
        label="Fee",
        purpose="Accounts",
        retention="Ten years",
        value=person.fee,
        kept_because="Accounting law",
    )

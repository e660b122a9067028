"""What stands under the fields of the room where the label alone leaves a question."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms.explaining import explains

explains(
    "associations",
    {
        "Admission.kind": _(
            "Member association: a branch association. Collective member: an organisation "
            "without members of its own here."
        ),
        "Admission.applied_on": _("The day on which the application reached the office."),
        "Admission.has_application": _("Signed by the head of the association."),
        "Admission.has_founding_decision": _(
            "Of the body that allowed its founding (Decree 126/2024/NĐ-CP)."
        ),
        "Admission.has_charter": _("Approved by the competent body (Decree 126/2024/NĐ-CP)."),
        "Admission.has_leader_list": _("With positions and how to reach them."),
        "Admission.has_member_count": _("On the day of the application."),
        "Admission.dossier": _("All papers in one PDF file."),
        "founding_file": _("The decision of the competent body, as one PDF file."),
        "charter_file": _(
            "The charter in force, with the decision that approved it (Decree 126/2024/NĐ-CP)."
        ),
        "work_field": _("By which the public list of associations is sorted."),
        "Membership.kind": _("Decides under which heading of the report it is counted."),
        "Membership.since": _(
            "The day of the decision of admission; it counts in the figures from then on."
        ),
        "Membership.organisation": _(
            "Choose it from the directory; enter it there first where it is missing."
        ),
        "Body.kind": _(
            "Such as Executive Committee or Inspection Committee; decides which positions it has."
        ),
        "Body.since": _("The day on which it was set up."),
        "organisation": _("Choose it from the directory."),
        "Term.body": _("Whose term it is."),
        "Term.started_on": _(
            "The day of the congress that elected it; the five years are counted from here "
            "(Decree 126/2024/NĐ-CP)."
        ),
        "Seat.body": _("In which body the person sits."),
        "Seat.person": _(
            "Choose from the directory; enter the person there first where they are missing."
        ),
        "Seat.position": _("Rights at the desk follow from some positions."),
        "Seat.since": _("The day of the election or of the decision."),
        "leaving": _("The decision or the resolution by which it ends."),
        "Position.code": _("Short, without marks; the program knows the position by it."),
        "Position.is_active": _(
            "A position no longer in use is not offered any more; who holds it keeps it."
        ),
        "Congress.kind": _(
            "Of the term every five years, founding, or extraordinary (Decree 126/2024/NĐ-CP, "
            "article 19)."
        ),
        "Congress.planned_on": _(
            "The first day, as the association plans it; report to the competent body beforehand."
        ),
        "Congress.resolution_file": _("Signed, as adopted."),
        "convened": _(
            "Delegates called to the congress; decisions need more than half of them (Decree "
            "126/2024/NĐ-CP, article 19)."
        ),
        "mode": _("In person, online or both (Decree 126/2024/NĐ-CP, article 19)."),
        "term_years": _("As in the charter, five at most (Decree 126/2024/NĐ-CP)."),
        "AdmitForm.on": _("The day of the decision of admission."),
        "ground": _("By which decision or at whose wish."),
        "MemberStatement.given_by": _("Who in the association answers for the numbers."),
        "members": _("All members on the day of the statement."),
        "women": _("Of all members; never more than they are."),
        "young": _("Up to 35 years of age, of all members."),
        "masters": _("Members whose highest degree it is."),
        "professors": _("Professors and associate professors; they may be doctors as well."),
        "branches": _("Chapters and clubs under the association on that day."),
        "number": _("Persons admitted in this time, not members in all."),
        "since": _("The first day of the time."),
        "until": _("The last day of the time; it counts by this day."),
        "CadrePlan.post": _("One plan for each position and term."),
        "post": _("The position for which the person is planned."),
        "CadrePlan.person": _("Choose from the directory."),
        "Appointment.person": _("Choose from the directory."),
        "person": _("Choose from the directory."),
        "Appointment.kind": _("First appointment, another term, or the end of it."),
        "decided_on": _("The date on the decision."),
        "decision": _("The decision in the register of documents, where it stands there."),
        "seat": _("The seat in a body that the decision gives, where there is one."),
        "Appointment.since": _("The day from which the decision holds."),
    },
)

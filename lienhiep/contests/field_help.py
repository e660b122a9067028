"""What stands under the fields of the room where the label alone leaves a question."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms.explaining import explains

explains(
    "contests",
    {
        "Contest.kind": _("A contest, or an award for works done."),
        "level": _("Of the province, or of the whole country."),
        "Contest.entry_word": _("What the entries are called here: product, solution, work."),
        "every_years": _("1: each year; 2: every other year, as the innovation contest."),
        "legal_basis": _("Decision 165/2006/QĐ-TTg, the rules of the organising committee…"),
        "Edition.contest": _("The edition takes its name and its number from it."),
        "call_document": _(
            "The plan or the rules of this edition, where it stands in the register."
        ),
        "opens_on": _("From this day on entries are taken."),
        "deadline": _("The last day; of a letter, the postmark counts."),
        "born_from": _("The rules name days of birth, not an age; empty: no lower limit."),
        "born_until": _("The rules name days of birth, not an age; empty: no upper limit."),
        "max_authors": _("As in the rules; usually five."),
        "leads_to": _("The national edition to which the best entries are sent."),
        "Edition.is_public": _(
            "Ticked: dates, fields and, once published, results stand on the site."
        ),
        "amount": _("In đồng, for each prize (Circular 27/2018/TT-BTC)."),
        "rank": _("As in the rules; the higher rank stands first."),
        "max_points": _(
            "The points of all criteria together make the most that an entry can have."
        ),
        "weight": _("1 where all criteria weigh the same."),
        "part": _("Organiser, standing agency, sponsor…"),
        "organisation": _("Choose it from the directory."),
        "field": _("One field of this edition; it decides who judges the entry."),
        "unit": _("The school or the body of the authors, from the directory."),
        "commune": _("Where the authors live or learn, by the units of that day."),
        "is_mountain_area": _("Counted on its own in the report."),
        "received_on": _("Of a letter, the day of the postmark."),
        "description": _("Novelty, use, effect; as in the written explanation."),
        "photo": _(
            "Shown to jurors; on the site only with the consent of the authors (Law "
            "91/2025/QH15, article 24)."
        ),
        "is_leader": _("Speaks for the group of authors; one of them."),
        "person": _("Choose from the directory."),
        "mentor_1": _("The teacher or colleague who guided the authors."),
        "mentor_2": _("Empty where there was only one."),
        "AuthorPapersForm.author": _("The papers of each author are checked one by one."),
        "AuthorPapersForm.given_by": _(
            "For a child, the legal representative and the child from 7 years on (Law "
            "91/2025/QH15, article 24)."
        ),
        "giver_name": _("As signed on the form of consent."),
        "Juror.edition": _("A juror judges in one edition; name them anew for the next."),
        "appointed_on": _("The date of the decision on the jury."),
        "document": _("The document in the register, where it stands there."),
        "due": _("Until when the sheets are to be submitted."),
        "due_on": _("Until when the sheet is to be submitted."),
        "certificate_number": _("As on the certificate; given once."),
        "decided_on": _("The date of the decision of the organising committee."),
        "sent_on": _("The day on which the entry was sent to the national organisers."),
        "PublishForm.on": _("The day on which the results are announced."),
        "AuthorPapersForm.relation": _("Such as father, mother, guardian; as on the paper."),
    },
)

"""What stands under the fields of the room where the label alone leaves a question."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms.explaining import explains

explains(
    "journal",
    {
        "Licence.kind": _(
            "A bulletin (bản tin) under Press Law 103/2016/QH13, article 34; other kinds by "
            "their own licence."
        ),
        "Licence.number": _("As on the licence; printed at the foot of the last page."),
        "authority": _("Who gave it: the People's Committee of the province or its department."),
        "issued_on": _("The date on the licence."),
        "responsible": _("Named in the licence; signs each issue for print."),
        "deposit_copies": _("How many copies are handed in before distribution."),
        "Issue.year": _("The year on the cover."),
        "Issue.number": _("Runs on within the year; a double number takes two."),
        "month": _("The month on the cover; the issue may appear later."),
        "cover_date": _("As printed on the cover."),
        "planned_on": _("By the year plan."),
        "licence": _("The licence in force on the day of publication."),
        "page_count": _(
            "With the cover; a bulletin has 64 at most (Press Law 103/2016/QH13, article 34)."
        ),
        "print_run": _("As agreed with the printer."),
        "Article.kind": _("Research, exchange, news…"),
        "ManuscriptForm.kind": _("Research, exchange, news…"),
        "subject": _("Decides in which share of the year it is counted."),
        "abstract": _("Three to five sentences; shown on the site."),
        "manuscript": _("As it came from the author: Word or PDF."),
        "received_on": _("The day on which it reached the editors."),
        "page_from": _("In the printed issue."),
        "page_to": _("In the printed issue; the last page of the article."),
        "person": _("Choose from the directory."),
        "role": _("Author, translator, photographer…"),
        "share": _("All subjects together make 100."),
        "theme": _("In a few words."),
        "PlannedIssue.number": _("As planned; a double number counts as two."),
        "number": _("As planned; a double number counts as two."),
        "DistributionLine.kind": _("One place, or a whole group of the directory."),
        "kind": _("Choose one of the list."),
        "group": _("All who belong to it on the day of sending."),
        "organisation": _("Choose it from the directory."),
        "copies_each": _("For each place of this line."),
        "copies": _("How many were handed over."),
        "issue": _("The issue it belongs to."),
        "places": _("How many places this line stands for."),
        "recipient": _("As on the envelope."),
        "sent_on": _("The day on which it left the office."),
        "distribution_list": _("The places are kept with the issue as they are today."),
        "number_label": _("As on the cover of what was received."),
        "receipt": _("As on the receipt of the authority."),
        "statement": _("The number of units that was published; its source stands with it."),
        "stage": _("Editing, layout, proof…"),
        "due": _("Until when the proof is to be answered."),
        "YearPlan.year": _("One plan for each year."),
        "year": _("One plan for each year."),
    },
)

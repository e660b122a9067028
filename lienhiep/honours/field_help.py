"""What stands under the fields of the room where the label alone leaves a question."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms.explaining import explains

explains(
    "honours",
    {
        "form": _("Who may give it and to whom, as in Law 06/2022/QH15."),
        "HonourForm.kind": _(
            "As in Law 06/2022/QH15, article 9: letter of commendation, certificate of merit, flag…"
        ),
        "HonourForm.level": _("Who gives it: the Union, VUSTA, the province, the State."),
        "HonourForm.code": _("Short, without marks; figures know the form by it."),
        "for_collectives": _("Whether a body can be given it."),
        "for_persons": _("Whether a person can be given it."),
        "awarding_body": _("Whose head signed the decision."),
        "organisation": _("The collective, from the directory."),
        "person": _("The person, from the directory."),
        "certificate_number": _("Runs on within the year in the honours register."),
        "first_year": _("Only where several years are rewarded together."),
        "ground": _("Regular, by theme, sudden, or in a contest (Law 06/2022/QH15)."),
        "money": _("In đồng; a multiple of the base salary (Decree 98/2023/NĐ-CP)."),
        "money_collective": _("In đồng (Decree 98/2023/NĐ-CP)."),
        "money_person": _("In đồng (Decree 98/2023/NĐ-CP)."),
        "file": _("The decision or the certificate, as one PDF file."),
        "is_public": _(
            "Ticked: it stands on the public site; of a child only with consent (Law "
            "91/2025/QH15, article 24)."
        ),
        "proposer": _("Who sends the proposal."),
        "submitted_on": _("The day on which the dossier reached the office."),
        "achievement": _("Of this nominee; copied onto the certificate."),
        "report": _("With the confirmation of who proposes (Decree 98/2023/NĐ-CP)."),
        "summary": _("In two or three sentences; the rest stands in the report."),
        "year": _("The year of the achievement, not of the decision."),
        "whole_association": _("Besides persons, or instead of them."),
        "minutes": _("Signed, with the votes for each nominee (Decree 98/2023/NĐ-CP)."),
        "votes_of": _("Of the council; votes for a nominee are never more."),
        "ConferForm.on": _("The day of the ceremony."),
        "whole_decision": _("Without the tick only this one honour."),
        "lead_unit": _("Led the cluster in that year."),
        "own_score": _("By the criteria of the cluster, as stated."),
        "final_score": _("As the cluster agreed."),
        "rank": _("Among the units of the cluster; 1 is the first."),
        "members": _("Units in the cluster in that year."),
        "announced_on": _("The date on the notice of the result."),
        "decision": _("The decision in the register of documents, where it stands there."),
    },
)

"""What stands under the fields of the room where the label alone leaves a question."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms.explaining import explains

explains(
    "privacy",
    {
        "Breach.what": _(
            "What happened, in two or three sentences; without names of the people concerned."
        ),
        "Breach.cause": _("As far as it is known; it may be completed later."),
        "Breach.consequences": _(
            "What it may mean for the people concerned; the notice to the authority asks for it."
        ),
        "Breach.data_kinds": _("Such as name, telephone, date of birth; no values."),
        "Breach.is_sensitive": _(
            "Political view, religion, health, ethnic origin and the like (Law 91/2025/QH15)."
        ),
        "Breach.measures": _("What was done at once to stop it and to help the people concerned."),
        "TellAuthorityForm.at": _(
            "The moment at which the notice left; the law gives 72 hours from the finding."
        ),
        "TellAuthorityForm.reference": _(
            "The number of your notice, as it stands in the register of documents sent."
        ),
        "TellAuthorityForm.notice": _("The signed notice; it is kept privately."),
        "TellPeopleForm.at": _("The moment at which the people concerned were told."),
        "CloseBreachForm.lessons": _(
            "What the office will do otherwise from now on; the entry is closed with it."
        ),
        "Dossier.filed_on": _("The day on which the record of processing went to the authority."),
    },
)

"""What stands under the fields of the room where the label alone leaves a question."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms.explaining import explains

explains(
    "portal",
    {
        "Video.film": _("MP4 or WebM, at most 50 MB; a longer one is better kept elsewhere."),
        "Video.subtitles": _("WebVTT (.vtt): for those who do not hear it."),
        "Video.poster": _("Stands until the film starts, and in lists."),
        "Video.address": _("Opened only when a reader asks for it."),
        "Video.length": _("Search engines show it."),
        "Video.spoken": _("For those who neither see nor hear it, and for search."),
        "AlbumPicture.picture": _("From the library of pictures."),
        "Poll.question": _("One question, as a sentence; readers see it as the heading."),
        "Poll.opens_on": _("From this day on readers see it, if it is published."),
        "Poll.most_choices": _("With 1 a reader chooses one answer."),
        "ContactKind.name": _("As readers see it in the list, such as “Membership”."),
        "ContactKind.position": _("The smallest number stands first."),
        "ContactKind.is_offered": _("Readers can choose it."),
        "ContactMessage.kind": _("Where the reader chose wrongly."),
        "QuestionCategory.name": _("As readers see it, such as “Farming”."),
        "QuestionCategory.position": _("The smallest number stands first."),
        "Question.title": _("Short and clear; readers find the answer by these words."),
        "Question.text": _("Take out what tells of private things."),
        "Question.category": _("Readers choose questions by it."),
        "Question.answer": _("Published by its button, once it is written and saved."),
        "Subscription.rhythm": _("As its owner wants it."),
        "PollOption.text": _("Short; the answers stand below each other."),
        "FormerAddress.gone_on": _("The day on which the page left this address."),
        "FormerAddress.new_address": _(
            "Where readers find it today; empty where it is gone for good."
        ),
    },
)

"""What the portal hangs up in the back office."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from lienhiep.core.models import UnionIdentity
from lienhiep.core.viewsets import RowModelViewSet
from lienhiep.portal.models import FormerAddress, HomePage
from lienhiep.portal.viewsets.contact import LettersGroup
from lienhiep.portal.viewsets.media import MediaGroup
from lienhiep.portal.viewsets.polls import PollViewSet
from lienhiep.portal.viewsets.questions import QuestionsGroup
from lienhiep.portal.viewsets.subscriptions import SubscriptionViewSet


class UnionIdentityViewSet(RowModelViewSet):
    """Who the Union is."""

    model = UnionIdentity
    icon = "lh-union"
    menu_label = _("The Union")
    menu_order = 10
    add_to_settings_menu = True
    list_display = ["name", "short_name", "email"]
    list_export = ["name", "short_name", "address", "phone", "email"]
    form_fields = [
        "name",
        "short_name",
        "symbol",
        "superior",
        "place",
        "address",
        "phone",
        "email",
        "site_kind",
        "responsible_person",
        "licence_number",
        "licence_date",
        "licence_authority",
        "legal_footer",
        "is_demonstration",
    ]
    inspect_view_fields = [
        *form_fields,
        "logo",
    ]


class FormerAddressViewSet(RowModelViewSet):
    """Addresses at which a page stood."""

    model = FormerAddress
    icon = "redirect"
    menu_label = _("Former addresses")
    add_to_settings_menu = True
    list_display = ["path", "title", "new_address", "gone_on"]
    list_filter = ["gone_on"]
    list_export = ["path", "title", "reason", "new_address", "gone_on"]
    inspect_view_fields = ["path", "title", "reason", "new_address", "gone_on"]
    form_fields = ["path", "title", "reason", "new_address", "gone_on"]


VERBS = {
    "portal.load_polls": (_("Load polls"), _("Loaded polls")),
}


@hooks.register("register_log_actions")
def register_verbs(actions):
    """Give every verb of the room its words in the history."""
    for name, (label, message) in VERBS.items():
        actions.register_action(name, label, message)


@hooks.register("register_admin_viewset")
def register_former_addresses():
    return FormerAddressViewSet()


@hooks.register("register_admin_viewset")
def register_identity():
    return UnionIdentityViewSet()


@hooks.register("insert_global_admin_css")
def our_look():
    return format_html('<link rel="stylesheet" href="{}">', static("core/css/admin.css"))


@hooks.register("before_edit_page")
def begin_from_what_is_shown(request, page):
    """Let an editor begin from the order that the front page shows of itself."""
    if isinstance(page, HomePage):
        page.body = page.composed_body()


MEDIA_VERBS = {
    "portal.publish_album": (_("Publish the album"), _("Published the album")),
    "portal.withdraw_album": (_("Take the album off the site"), _("Took the album off the site")),
    "portal.put_into_album": (_("Put pictures into the album"), _("Put pictures into the album")),
    "portal.start_album": (_("Begin an album"), _("Began the album")),
    "portal.publish_video": (_("Publish the film"), _("Published the film")),
    "portal.withdraw_video": (_("Take the film off the site"), _("Took the film off the site")),
}


@hooks.register("register_log_actions")
def register_media_verbs(actions):
    for name, (label, message) in MEDIA_VERBS.items():
        actions.register_action(name, label, message)


@hooks.register("register_admin_viewset")
def register_media():
    return MediaGroup()


@hooks.register("register_admin_viewset")
def register_polls():
    return PollViewSet()


LETTER_VERBS = {
    "portal.send_message": (_("Write to the office"), _("Wrote to the office")),
    "portal.assign_message": (_("Give the letter to somebody"), _("Gave the letter to somebody")),
    "portal.answer_message": (_("Answer the letter"), _("Answered the letter")),
    "portal.close_message": (_("Close without an answer"), _("Closed without an answer")),
    "portal.mark_as_spam": (_("It is advertising"), _("Put aside as advertising")),
    "portal.reopen_message": (_("Take the letter up again"), _("Took the letter up again")),
    "portal.forget_letter": (_("Forget the letter"), _("Forgot the letter")),
}


@hooks.register("register_log_actions")
def register_letter_verbs(actions):
    for name, (label, message) in LETTER_VERBS.items():
        actions.register_action(name, label, message)


@hooks.register("register_admin_viewset")
def register_letters():
    return LettersGroup()


QUESTION_VERBS = {
    "portal.ask_question": (_("Ask a question"), _("Asked a question")),
    "portal.publish_answer": (_("Publish the answer"), _("Published the answer")),
    "portal.refuse_question": (_("Do not answer here"), _("Turned the question down")),
    "portal.withdraw_answer": (
        _("Take the answer off the site"),
        _("Took the answer off the site"),
    ),
    "portal.forget_asker": (_("Forget who asked"), _("Forgot who asked")),
}


@hooks.register("register_log_actions")
def register_question_verbs(actions):
    for name, (label, message) in QUESTION_VERBS.items():
        actions.register_action(name, label, message)


@hooks.register("register_admin_viewset")
def register_questions():
    return QuestionsGroup()


SUBSCRIPTION_VERBS = {
    "portal.ask_subscription": (_("Ask for the digest"), _("Asked for the digest")),
    "portal.confirm_subscription": (_("Confirm the digest"), _("Confirmed the digest")),
    "portal.change_subscription": (_("Change the digest"), _("Changed the digest")),
    "portal.end_subscription": (_("End the subscription"), _("Ended the subscription")),
    "portal.forget_subscription": (_("Forget the address"), _("Forgot the address")),
}


@hooks.register("register_log_actions")
def register_subscription_verbs(actions):
    for name, (label, message) in SUBSCRIPTION_VERBS.items():
        actions.register_action(name, label, message)


@hooks.register("register_admin_viewset")
def register_subscriptions():
    return SubscriptionViewSet()

"""What people do with accounts, roles, codes, consents and their own data."""

from lienhiep.accounts.actions.account import (
    change_contact,
    change_profile,
    deactivate_user,
    invite_user,
    link_person,
    reactivate_user,
)
from lienhiep.accounts.actions.code import print_one_time_code, use_one_time_code
from lienhiep.accounts.actions.consent import (
    agree,
    record_consent,
    record_paper_consent,
    withdraw_consent,
)
from lienhiep.accounts.actions.consent_text import (
    follow_text,
    put_text_in_force,
    take_back_text,
    text_in_force,
    texts_in_force,
)
from lienhiep.accounts.actions.data_request import (
    acknowledge_request,
    answer_data_request,
    ask_about_data,
    end_restriction,
    erase_on_request,
    extend_request,
    fulfil_request,
    refuse_request,
)
from lienhiep.accounts.actions.password import end_second_step, send_password_link, set_password
from lienhiep.accounts.actions.role import end_role, grant_role
from lienhiep.accounts.actions.session import (
    end_other_sessions,
    end_session,
    follow_session,
    live_sign_ins,
    note_sign_in,
)

__all__ = [
    "acknowledge_request",
    "agree",
    "answer_data_request",
    "ask_about_data",
    "change_contact",
    "change_profile",
    "deactivate_user",
    "end_other_sessions",
    "end_restriction",
    "end_role",
    "end_second_step",
    "end_session",
    "erase_on_request",
    "extend_request",
    "follow_session",
    "follow_text",
    "fulfil_request",
    "grant_role",
    "invite_user",
    "link_person",
    "live_sign_ins",
    "note_sign_in",
    "print_one_time_code",
    "put_text_in_force",
    "reactivate_user",
    "record_consent",
    "record_paper_consent",
    "refuse_request",
    "send_password_link",
    "set_password",
    "take_back_text",
    "text_in_force",
    "texts_in_force",
    "use_one_time_code",
    "withdraw_consent",
]

"""What people do with accounts, roles, codes, consents and their own data."""

from lienhiep.accounts.actions.account import (
    change_contact,
    change_profile,
    deactivate_user,
    invite_user,
    reactivate_user,
)
from lienhiep.accounts.actions.code import print_one_time_code, use_one_time_code
from lienhiep.accounts.actions.consent import record_consent, withdraw_consent
from lienhiep.accounts.actions.data_request import answer_data_request, ask_about_data
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
    "answer_data_request",
    "ask_about_data",
    "change_contact",
    "change_profile",
    "deactivate_user",
    "end_other_sessions",
    "end_role",
    "end_second_step",
    "end_session",
    "follow_session",
    "grant_role",
    "invite_user",
    "live_sign_ins",
    "note_sign_in",
    "print_one_time_code",
    "reactivate_user",
    "record_consent",
    "send_password_link",
    "set_password",
    "use_one_time_code",
    "withdraw_consent",
]

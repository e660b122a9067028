"""What is done in the first hour."""

from lienhiep.setup.actions.associations import enter_associations
from lienhiep.setup.actions.beginning import archive_demonstration, begin_anew, finish_clearing
from lienhiep.setup.actions.first_account import make_first_account
from lienhiep.setup.actions.menu import set_menu, write_pages
from lienhiep.setup.actions.numbers import carry_number_over
from lienhiep.setup.actions.pictures import put_picture, remove_picture
from lienhiep.setup.actions.staff import invite_staff
from lienhiep.setup.actions.union import leave_out_step, set_footer, set_names, take_up_step

__all__ = [
    "archive_demonstration",
    "begin_anew",
    "carry_number_over",
    "enter_associations",
    "finish_clearing",
    "invite_staff",
    "leave_out_step",
    "make_first_account",
    "put_picture",
    "remove_picture",
    "set_footer",
    "set_menu",
    "set_names",
    "take_up_step",
    "write_pages",
]

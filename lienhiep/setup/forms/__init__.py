"""What is typed in the first hour."""

from lienhiep.setup.forms.beginning import BeginForm, WelcomeForm
from lienhiep.setup.forms.numbers import OpeningForm, RegisterForm
from lienhiep.setup.forms.people import AssociationRows, StaffRows, rows_of
from lienhiep.setup.forms.site import FooterForm, MenuRow, PageForm
from lienhiep.setup.forms.union import LeaveOutForm, NamesForm, PictureForm

__all__ = [
    "AssociationRows",
    "BeginForm",
    "FooterForm",
    "LeaveOutForm",
    "MenuRow",
    "NamesForm",
    "OpeningForm",
    "PageForm",
    "PictureForm",
    "RegisterForm",
    "StaffRows",
    "WelcomeForm",
    "rows_of",
]

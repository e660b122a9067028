"""The pages of the first hour in the back office."""

from lienhiep.setup.admin_views.beginning import begin
from lienhiep.setup.admin_views.menu import menu
from lienhiep.setup.admin_views.numbers import numbers
from lienhiep.setup.admin_views.overview import leave_out, overview, take_up
from lienhiep.setup.admin_views.people import associations, staff
from lienhiep.setup.admin_views.pictures import pictures
from lienhiep.setup.admin_views.union import footer, names

__all__ = [
    "associations",
    "begin",
    "footer",
    "leave_out",
    "menu",
    "names",
    "numbers",
    "overview",
    "pictures",
    "staff",
    "take_up",
]

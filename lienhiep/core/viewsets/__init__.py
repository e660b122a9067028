"""Back-office screens that ask about the row in every view.

In Wagtail 8 a row-level policy does not by itself protect the list, the export, edit,
delete, inspect, history or choosers. These viewsets do; rooms use no others.
"""

from lienhiep.core.viewsets.chooser import RowChooserViewSet
from lienhiep.core.viewsets.filters import RowFilterSet, from_day, until_day
from lienhiep.core.viewsets.group import RoomGroup
from lienhiep.core.viewsets.model import RowModelViewSet
from lienhiep.core.viewsets.opening import VerbCreateView
from lienhiep.core.viewsets.registry import admin_list_url, admin_row_url, row_viewsets
from lienhiep.core.viewsets.snippet import RowSnippetViewSet
from lienhiep.core.viewsets.verbs import RowVerb

__all__ = [
    "RoomGroup",
    "RowChooserViewSet",
    "RowFilterSet",
    "RowModelViewSet",
    "RowSnippetViewSet",
    "RowVerb",
    "VerbCreateView",
    "admin_list_url",
    "admin_row_url",
    "from_day",
    "row_viewsets",
    "until_day",
]

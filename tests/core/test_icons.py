"""Every verb stands beside a drawing that there is: a missing one leaves a hole in its button."""

import re

from wagtail.admin.icons import get_icons

from lienhiep.core.viewsets.registry import row_viewsets


def test_every_verb_of_every_room_has_a_drawing():
    drawn = set(re.findall(r'id="icon-([\w-]+)"', get_icons()))
    verbs = [verb for viewset in row_viewsets() for verb in getattr(viewset, "verbs", ())]

    assert verbs
    assert [(verb.name, verb.icon) for verb in verbs if verb.icon not in drawn] == []


def test_every_list_has_a_drawing():
    drawn = set(re.findall(r'id="icon-([\w-]+)"', get_icons()))

    assert [one.icon for one in row_viewsets() if one.icon and one.icon not in drawn] == []

"""The desk (bàn làm việc): what waits for me, what I may start."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lienhiep.core.desk import doors_for
from lienhiep.core.waiting import waiting_in


@login_required
def desk(request: HttpRequest) -> HttpResponse:
    """Gather what the rooms say waits for this person, and the doors open to them."""
    context = {"waiting": waiting_in(request), "doors": doors_for(request.user)}
    return render(request, "desk/desk.html", context)

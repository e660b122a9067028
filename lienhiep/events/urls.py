"""The addresses of this room: events, registration, calendars, partners."""

from django.urls import path

from lienhiep.events import desk_views, feeds
from lienhiep.events.views import listing, reading, registering

app_name = "events"
urlpatterns = [
    path("su-kien/", listing.index, name="index"),
    path("su-kien.ics", feeds.calendar, name="calendar"),
    path("su-kien/thang/<int:year>-<int:month>/", listing.month, name="month"),
    path("su-kien/<int:pk>.ics", feeds.conference, name="conference_calendar"),
    path("su-kien/<int:pk>-<slug:slug>/", reading.conference, name="conference"),
    path(
        "su-kien/<int:pk>-<slug:slug>/dang-ky/",
        registering.RegisterView.as_view(),
        name="register",
    ),
    path("su-kien/lop-hoc/<int:pk>.ics", feeds.course, name="course_calendar"),
    path("su-kien/lop-hoc/<int:pk>-<slug:slug>/", reading.course, name="course"),
    path(
        "su-kien/lop-hoc/<int:pk>-<slug:slug>/dang-ky/",
        registering.RegisterForCourseView.as_view(),
        name="register_course",
    ),
    path(
        "su-kien/dang-ky/<str:token>/",
        registering.RegistrationView.as_view(),
        name="registration",
    ),
    path("ban-lam-viec/su-kien/", desk_views.registrations, name="desk"),
    path("doi-tac/", reading.partners, name="partners"),
]

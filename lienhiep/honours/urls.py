"""The addresses of commendation: for readers, and for those who act for an association."""

from django.urls import path

from lienhiep.honours import desk_views, views

app_name = "honours"
urlpatterns = [
    path("khen-thuong/", views.index, name="index"),
    path("khen-thuong/bang-vang/<int:year>/", views.roll, name="roll"),
    path("khen-thuong/<int:pk>/", views.honour, name="honour"),
    path("khen-thuong/<int:pk>/quyet-dinh/", views.decision, name="decision"),
    path("ban-lam-viec/khen-thuong/", desk_views.nominations, name="desk"),
    path("ban-lam-viec/khen-thuong/de-nghi/", desk_views.NominateView.as_view(), name="nominate"),
    path("ban-lam-viec/khen-thuong/<int:pk>/", desk_views.nomination, name="desk_nomination"),
    path(
        "ban-lam-viec/khen-thuong/<int:pk>/giay-xac-nhan/",
        desk_views.nomination_receipt,
        name="nomination_receipt",
    ),
    path(
        "ban-lam-viec/khen-thuong/<int:pk>/bo-sung/",
        desk_views.CompleteView.as_view(),
        name="complete",
    ),
    path(
        "ban-lam-viec/khen-thuong/<int:pk>/rut/",
        desk_views.WithdrawView.as_view(),
        name="withdraw",
    ),
]

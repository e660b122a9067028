"""The addresses of the e-office: for readers, for associations at their desk, for print."""

from django.urls import path

from lienhiep.office import desk_views, views
from lienhiep.office.views import printing

app_name = "office"
urlpatterns = [
    path("van-ban/", views.index, name="index"),
    path("van-ban/<int:pk>-<slug:slug>/", views.document, name="document"),
    path("ban-lam-viec/van-ban/", desk_views.documents, name="desk"),
    path("ban-lam-viec/van-ban/<int:pk>/", desk_views.document, name="desk_document"),
    path("ban-lam-viec/van-ban/<int:pk>/xac-nhan/", desk_views.acknowledge, name="acknowledge"),
    path("ban-lam-viec/van-ban/<int:pk>/tra-lai/", desk_views.ReturnView.as_view(), name="return"),
    path(
        "ban-lam-viec/van-ban/bao-cao/<int:pk>/giay-xac-nhan/",
        desk_views.report_receipt,
        name="report_receipt",
    ),
    path("ban-lam-viec/van-ban/bao-cao/<int:pk>/", desk_views.ReportView.as_view(), name="report"),
    path("ban-lam-viec/so-van-ban/", printing.registers, name="registers"),
    path("ban-lam-viec/so-van-ban/<slug:code>/", printing.register, name="register"),
    path("ban-lam-viec/chua-xac-nhan/", printing.unacknowledged, name="unacknowledged"),
    path(
        "ban-lam-viec/chua-xac-nhan/<int:pk>/",
        printing.unacknowledged_of,
        name="unacknowledged_of",
    ),
]

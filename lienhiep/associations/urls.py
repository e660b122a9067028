"""The addresses of this room: for readers, and for associations at their desk."""

from django.urls import path

from lienhiep.associations import desk_views, views

app_name = "associations"
urlpatterns = [
    path("hoi-thanh-vien/", views.index, name="index"),
    path("hoi-thanh-vien/<int:pk>-<slug:slug>/", views.association, name="association"),
    path("co-cau-to-chuc/", views.structure, name="structure"),
    path("ban-lam-viec/hoi/", desk_views.association, name="desk"),
    path("ban-lam-viec/hoi/<int:pk>/so-lieu/", desk_views.StateView.as_view(), name="state"),
    path(
        "ban-lam-viec/hoi/<int:pk>/so-lieu/<int:statement>/giay-xac-nhan/",
        desk_views.statement_receipt,
        name="statement_receipt",
    ),
    path("ban-lam-viec/hoi/<int:pk>/ket-nap/", desk_views.PersonsView.as_view(), name="persons"),
]

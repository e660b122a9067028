"""The addresses of the room: one page for readers."""

from django.urls import path

from lienhiep.privacy import views

app_name = "privacy"
urlpatterns = [path("chinh-sach-du-lieu-ca-nhan/", views.policy, name="policy")]

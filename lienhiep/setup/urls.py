"""The one page that stands before all others."""

from django.urls import path

from lienhiep.setup import views

app_name = "setup"
urlpatterns = [path("khoi-dau/", views.welcome, name="welcome")]

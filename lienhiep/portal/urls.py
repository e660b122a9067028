from django.urls import path

from lienhiep.portal import views

app_name = "portal"
urlpatterns = [path("tim-kiem/", views.search_page, name="search")]

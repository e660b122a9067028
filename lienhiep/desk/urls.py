from django.urls import path

from lienhiep.desk import views

app_name = "desk"
urlpatterns = [path("ban-lam-viec/", views.desk, name="desk")]

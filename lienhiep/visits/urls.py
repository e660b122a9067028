"""The addresses of this room."""

from django.urls import path

from lienhiep.visits import views

app_name = "visits"
urlpatterns = [
    path("thong-ke/", views.index, name="index"),
    path("thong-ke/so.json", views.live, name="live"),
    path("thong-ke/<int:year>/", views.year, name="year"),
    path("thong-ke/<int:year>/thang-<int:month>/", views.month, name="month"),
]

"""The addresses of this room."""

from django.urls import path

from lienhiep.guide import views

app_name = "guide"
urlpatterns = [
    path("huong-dan/", views.contents, name="contents"),
    path("huong-dan/in/", views.whole, name="print"),
    path("huong-dan/in/<slug:chapter>/", views.whole, name="print_chapter"),
    path("huong-dan/<slug:slug>/", views.page, name="page"),
]

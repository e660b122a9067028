"""The addresses of this room."""

from django.urls import URLPattern, URLResolver

app_name = "advisory"
urlpatterns: list[URLPattern | URLResolver] = []

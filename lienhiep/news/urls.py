"""The addresses of this room."""

from django.urls import URLPattern, URLResolver

app_name = "news"
urlpatterns: list[URLPattern | URLResolver] = []

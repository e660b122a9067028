from django.urls import path

from lienhiep.core import views

app_name = "core"
urlpatterns = [path("da-giu/<str:token>/", views.kept, name="kept")]

from django.urls import path

from lienhiep.core.views.files import record_file
from lienhiep.core.views.kept import kept_form

app_name = "core"
urlpatterns = [
    path("tep/<uuid:uuid>/<str:name>", record_file, name="file"),
    path("da-giu/<str:token>/", kept_form, name="kept"),
]

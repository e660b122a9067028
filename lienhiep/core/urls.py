from django.urls import path

from lienhiep.core.idle.views import session_state
from lienhiep.core.style_page import style_page
from lienhiep.core.views.files import record_file
from lienhiep.core.views.identity import logo
from lienhiep.core.views.kept import kept_form
from lienhiep.core.views.library import picture

app_name = "core"
urlpatterns = [
    path("tep/<uuid:uuid>/<str:name>", record_file, name="file"),
    path("bieu-trung/<str:name>", logo, name="logo"),
    path("media/images/<str:name>", picture, name="picture"),
    path("kieu-dang/", style_page, name="style"),
    path("phien/", session_state, name="session"),
    path("da-giu/<str:token>/", kept_form, name="kept"),
]

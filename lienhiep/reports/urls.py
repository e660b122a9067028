from django.urls import path

from lienhiep.reports import views

app_name = "reports"
urlpatterns = [
    path("so-lieu/", views.catalogue, name="catalogue"),
    path("so-lieu/bang-tinh/", views.catalogue_export, name="catalogue_export"),
    path("so-lieu/<str:code>/", views.figure, name="figure"),
    path("ke-hoach-cong-tac/<int:year>/", views.plan, name="plan"),
    path("bao-cao/<int:pk>/", views.report, name="report"),
    path("bao-cao/<int:pk>/pdf/", views.report_pdf, name="report_pdf"),
    path("bao-cao/<int:pk>/word/", views.report_word, name="report_word"),
]

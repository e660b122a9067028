from django.urls import path

from lienhiep.desk import views

app_name = "desk"
urlpatterns = [
    path("ban-lam-viec/", views.desk, name="desk"),
    path("ban-lam-viec/thong-bao/", views.notices, name="notices"),
    path("ban-lam-viec/thong-bao/da-doc/", views.read_all, name="read_all"),
    path("ban-lam-viec/thong-bao/<int:pk>/", views.notice, name="notice"),
    path("ban-lam-viec/viec-da-lam/", views.acts, name="acts"),
    path("ban-lam-viec/thu/", views.MailView.as_view(), name="mail"),
    path("ban-lam-viec/thu/dung/<str:token>/", views.stop, name="stop_mail"),
]

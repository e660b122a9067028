"""The addresses of this room: for readers, and for experts at their desk."""

from django.urls import path

from lienhiep.advisory import desk_views, views

SITE, DESK = "tu-van-phan-bien/", "ban-lam-viec/tu-van/"

app_name = "advisory"
urlpatterns = [
    path(SITE, views.tasks, name="index"),
    path(f"{SITE}khoa-hoc/", views.science_tasks, name="science"),
    path(f"{SITE}khoa-hoc/<int:pk>-<slug:slug>/", views.science_task, name="science_task"),
    path(f"{SITE}du-an/", views.projects, name="projects"),
    path(f"{SITE}du-an/<int:pk>-<slug:slug>/", views.project, name="project"),
    path(f"{SITE}<int:pk>-<slug:slug>/", views.task, name="task"),
    path(DESK, desk_views.seats, name="desk"),
    path(f"{DESK}<int:pk>/", desk_views.seat, name="seat"),
    path(f"{DESK}<int:pk>/ke-khai/", desk_views.StatementView.as_view(), name="statement"),
    path(
        f"{DESK}<int:pk>/nop-bai/<int:paper>/giay-xac-nhan/",
        desk_views.paper_receipt,
        name="paper_receipt",
    ),
    path(f"{DESK}<int:pk>/nop-bai/", desk_views.PaperView.as_view(), name="paper"),
]

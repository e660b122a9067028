"""The addresses of the journal: for readers, and for contributors at their desk."""

from django.urls import path

from lienhiep.journal import desk_views, views

app_name = "journal"
urlpatterns = [
    path("tap-san/", views.years, name="years"),
    path("tap-san/<int:year>/", views.year, name="year"),
    path("tap-san/<int:year>/so-<int:number>/", views.issue, name="issue"),
    path("tap-san/<int:year>/so-<int:number>/<int:pk>-<slug:slug>/", views.article, name="article"),
    path("ban-lam-viec/tap-san/", desk_views.articles, name="desk"),
    path("ban-lam-viec/tap-san/gui-bai/", desk_views.SendView.as_view(), name="send"),
    path("ban-lam-viec/tap-san/<int:pk>/ban-in-thu/", desk_views.ProofView.as_view(), name="proof"),
    path("ban-lam-viec/tap-san/<int:pk>/", desk_views.article, name="desk_article"),
    path(
        "ban-lam-viec/tap-san/<int:pk>/giay-xac-nhan/",
        desk_views.article_receipt,
        name="article_receipt",
    ),
]

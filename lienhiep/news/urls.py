"""The addresses of the news, for readers."""

from django.urls import path, re_path

from lienhiep.news import feeds, views

app_name = "news"
urlpatterns = [
    path("tin-tuc/", views.index, name="index"),
    path("tin-tuc/rss.xml", feeds.NewsFeed(), name="feed"),
    path("tin-tuc/luu-tru/<int:year>/<int:month>/", views.archive, name="archive"),
    # A category never ends in a number, so an article is never taken for one.
    re_path(r"^tin-tuc/(?P<slug>[a-z0-9-]+)-(?P<pk>[0-9]{1,18})/$", views.article, name="article"),
    path("tin-tuc/<slug:slug>/", views.category, name="category"),
    path("the/<slug:slug>/", views.tag, name="tag"),
    path("tac-gia/<slug:slug>/", views.pen_name, name="pen_name"),
    path("nhom-tin/<slug:slug>/", views.group, name="group"),
    path("chu-de/<slug:slug>/", views.topic, name="topic"),
]

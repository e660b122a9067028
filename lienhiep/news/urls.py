"""The addresses of the news, for readers."""

from django.urls import path, re_path

from lienhiep.news import desk_views, feeds, reader_views, views

app_name = "news"
urlpatterns = [
    path("tin-tuc/", views.index, name="index"),
    path("tin-tuc/rss.xml", feeds.NewsFeed(), name="feed"),
    path("tin-tuc/atom.xml", feeds.AtomNewsFeed(), name="atom_feed"),
    path("tin-tuc/sitemap.xml", views.newest_for_search_engines, name="sitemap"),
    path("tin-tuc/luu-tru/<int:year>/<int:month>/", views.archive, name="archive"),
    # A category never ends in a number, so an article is never taken for one.
    re_path(r"^tin-tuc/(?P<slug>[a-z0-9-]+)-(?P<pk>[0-9]{1,18})/$", views.article, name="article"),
    path("tin-tuc/<slug:slug>/", views.category, name="category"),
    path("the/<slug:slug>/", views.tag, name="tag"),
    path("tac-gia/<slug:slug>/", views.pen_name, name="pen_name"),
    path("nhom-tin/<slug:slug>/", views.group, name="group"),
    path("chu-de/<slug:slug>/", views.topic, name="topic"),
    path("binh-luan/<int:pk>/", reader_views.CommentsView.as_view(), name="comments"),
    path("binh-luan/<int:pk>/bao-cao/", reader_views.ReportView.as_view(), name="report_comment"),
    path("binh-luan/cua-toi/<str:token>/", reader_views.own_comment, name="own_comment"),
    path("binh-luan/da-rut/", reader_views.comment_withdrawn, name="comment_withdrawn"),
    path("binh-luan/da-bao-cao/", reader_views.comment_reported, name="comment_reported"),
    path("ban-lam-viec/tin-bai/", desk_views.pieces, name="desk"),
    path("ban-lam-viec/tin-bai/viet/", desk_views.WriteView.as_view(), name="write"),
    path("ban-lam-viec/tin-bai/<int:pk>/", desk_views.piece, name="desk_piece"),
    path(
        "ban-lam-viec/tin-bai/<int:pk>/sua/", desk_views.ChangeView.as_view(), name="change_piece"
    ),
    re_path(
        r"^ban-lam-viec/tin-bai/(?P<pk>[0-9]{1,18})/(?P<verb>gui|rut)/$",
        desk_views.move_piece,
        name="move_piece",
    ),
    path("danh-gia/<int:pk>/", reader_views.RateView.as_view(), name="rate"),
]
for prefix, feed in (
    ("tin-tuc", feeds.CategoryFeed),
    ("chu-de", feeds.TopicFeed),
    ("the", feeds.TagFeed),
    ("tac-gia", feeds.PenNameFeed),
):
    urlpatterns += [
        path(f"{prefix}/<slug:slug>/rss.xml", feed()),
        path(f"{prefix}/<slug:slug>/atom.xml", feeds.in_atom(feed)),
    ]

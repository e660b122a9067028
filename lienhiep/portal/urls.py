from django.urls import path, re_path

from lienhiep.portal import feeds, views

app_name = "portal"
urlpatterns = [
    path("tim-kiem/", views.search_page, name="search"),
    path("tim-kiem/goi-y/", views.suggestions, name="suggestions"),
    path("so-do-trang/", views.map_of_the_site, name="map"),
    path("tiep-can/", views.accessibility, name="accessibility"),
    path("thu-vien-anh/", views.albums, name="albums"),
    re_path(r"^thu-vien-anh/(?P<slug>[a-z0-9-]+)-(?P<pk>[0-9]{1,18})/$", views.album, name="album"),
    path("video/", views.videos, name="videos"),
    re_path(r"^video/(?P<slug>[a-z0-9-]+)-(?P<pk>[0-9]{1,18})/$", views.video, name="video"),
    path("tham-do/", views.polls, name="polls"),
    path("tham-do/<int:pk>/", views.poll, name="poll"),
    path("tham-do/<int:pk>/bo-phieu/", views.PollVoteView.as_view(), name="poll_vote"),
    path("lien-he/", views.ContactView.as_view(), name="contact"),
    path("lien-he/da-gui/", views.contact_thanks, name="contact_thanks"),
    path("hoi-dap/", views.questions, name="questions"),
    path("hoi-dap/dat-cau-hoi/", views.AskView.as_view(), name="ask"),
    path("hoi-dap/da-gui/", views.question_thanks, name="question_thanks"),
    path("hoi-dap/<int:pk>-<slug:slug>/", views.question, name="question"),
    path("ban-tin/", views.SubscribeView.as_view(), name="subscribe"),
    path("ban-tin/da-gui/", views.subscribe_thanks, name="subscribe_thanks"),
    path("ban-tin/<str:key>/", views.subscription, name="subscription"),
    path("ban-tin/<str:key>/thoi-nhan/", views.leave, name="unsubscribe"),
    path("moi.xml", feeds.NewestFeed(), name="feed"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", views.sitemap_part, name="sitemap_part"),
    path("robots.txt", views.robots, name="robots"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
]

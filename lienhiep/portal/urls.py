from django.urls import path

from lienhiep.portal import feeds, views

app_name = "portal"
urlpatterns = [
    path("tim-kiem/", views.search_page, name="search"),
    path("so-do-trang/", views.map_of_the_site, name="map"),
    path("tiep-can/", views.accessibility, name="accessibility"),
    path("moi.xml", feeds.NewestFeed(), name="feed"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
]

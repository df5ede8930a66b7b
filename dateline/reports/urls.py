"""The paths that reports answers."""

from django.urls import path, re_path

from .views import lists, machines, pages, situation

FORM = r"feed\.(?P<form>rss|atom|json)$"

app_name = "reports"
urlpatterns = [
    path("search/", lists.search, name="search"),
    path("authors/", lists.authors, name="authors"),
    re_path(rf"^authors/(?P<slug>[-\w]+)/{FORM}", machines.author_feed, name="author_feed"),
    path("authors/<slug:slug>/", lists.author, name="author"),
    re_path(r"^tags/(?P<slug>[-\w]+)/$", lists.tag, name="tag"),
    path("archive/", lists.archive, name="archive"),
    path("archive/<int:year>/<int:month>/", lists.month, name="month"),
    path("corrections/", pages.corrections, name="corrections"),
    path("pictures/<int:pk>/", pages.picture, name="picture"),
    re_path(rf"^{FORM}", machines.site_feed, name="feed"),
    re_path(rf"^(?P<section>[-\w]+)/{FORM}", machines.section_feed, name="section_feed"),
    re_path(r"^(?P<slug>[-\w]+)/claims\.(?P<form>json|geojson|csv)$", situation.claims_file, name="claims_file"),
    re_path(r"^(?P<slug>[-\w]+)/map-(?P<size>narrow|wide)\.svg$", situation.claims_map, name="situation_map"),
    re_path(r"^embed/situations/(?P<slug>[-\w]+)/(?P<part>map|timeline)/$", situation.embedded, name="situation_embed"),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("news-sitemap.xml", machines.news_sitemap, name="news_sitemap"),
]

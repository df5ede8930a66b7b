"""The paths that discussion answers."""

from django.urls import include, path, re_path

from .views import change, compose, data, embed, feed, mine, mute, opening, react, thread, yours

app_name = "discussion"
urlpatterns = [
    path("threads/<int:page_id>/", thread.thread, name="thread"),
    re_path(r"^threads/(?P<page_id>\d{1,18})/feed\.(?P<form>rss|atom|json)$", feed.feed, name="thread_feed"),
    path("threads/<int:page_id>/post/", compose.post, name="post"),
    path("threads/<int:page_id>/yours/", yours.yours, name="yours"),
    path("threads/<int:page_id>/muted.json", yours.muted_json, name="muted_json"),
    path("comments/mine/muted/", mute.muted, name="muted"),
    path("comments/mine/muted/<int:mute_id>/lift/", mute.unmute, name="unmute"),
    path("comments/mine/", mine.mine, name="mine"),
    path("comments/mine/data/", data.data, name="data"),
    path("comments/mine/data/comments.json", data.file, name="data_file"),
    path("comments/mine/data/erased/", data.erased, name="erased"),
    path("comments/mine/<int:comment_id>/", mine.mine_one, name="mine_one"),
    path("comments/mine/<int:comment_id>/edit/", change.edit, name="edit"),
    path("comments/mine/<int:comment_id>/delete/", change.withdraw, name="withdraw"),
    path("comments/opened.json", opening.opened, name="opened"),
    path("comments/check.json", opening.check, name="check"),
    path("comments/<int:comment_id>/", thread.comment, name="comment"),
    path("comments/<int:comment_id>/reply/", compose.reply, name="reply"),
    path("comments/<int:comment_id>/vote/", react.vote, name="vote"),
    path("comments/<int:comment_id>/mute/", mute.mute, name="mute"),
    path("comments/<int:comment_id>/report/", react.flag, name="flag"),
    path("comments/<int:comment_id>/report/thanks/", react.flagged, name="flagged"),
    path("embed.js", embed.script, name="embed_script"),
    path("embed/", include("dateline.discussion.embed_urls")),
]

"""The paths that discussion answers."""

from django.urls import path

from .views import compose, mine, react, thread

app_name = "discussion"
urlpatterns = [
    path("threads/<int:page_id>/", thread.thread, name="thread"),
    path("threads/<int:page_id>/post/", compose.post, name="post"),
    path("comments/mine/", mine.mine, name="mine"),
    path("comments/mine/<int:comment_id>/", mine.mine_one, name="mine_one"),
    path("comments/<int:comment_id>/", thread.comment, name="comment"),
    path("comments/<int:comment_id>/reply/", compose.reply, name="reply"),
    path("comments/<int:comment_id>/vote/", react.vote, name="vote"),
    path("comments/<int:comment_id>/report/", react.flag, name="flag"),
    path("comments/<int:comment_id>/report/thanks/", react.flagged, name="flagged"),
]

"""The paths that moderation answers."""

from django.urls import path

from . import views

app_name = "moderation"
urlpatterns = [
    path("moderation/", views.queue, name="queue"),
    path("moderation/history/", views.history, name="history"),
    path("moderation/comments/<int:comment_id>/", views.comment, name="comment"),
    path("moderation/comments/<int:comment_id>/decide/", views.decide, name="decide"),
    path("moderation/decisions/<int:decision_id>/undo/", views.undo, name="undo"),
    path("moderation/threads/<int:page_id>/", views.thread, name="thread"),
]

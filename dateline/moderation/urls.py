"""The paths that moderation answers."""

from django.urls import path

from .views import people, queue

app_name = "moderation"
urlpatterns = [
    path("moderation/", queue.queue, name="queue"),
    path("moderation/history/", queue.history, name="history"),
    path("moderation/comments/<int:comment_id>/", queue.comment, name="comment"),
    path("moderation/comments/<int:comment_id>/decide/", queue.decide, name="decide"),
    path("moderation/comments/<int:comment_id>/restrain/", people.restrain, name="restrain"),
    path("moderation/people/", people.people, name="people"),
    path("moderation/measures/<int:measure_id>/lift/", people.lift, name="lift"),
    path("moderation/decisions/<int:decision_id>/undo/", queue.undo, name="undo"),
    path("moderation/threads/<int:page_id>/", queue.thread, name="thread"),
]

"""The paths that moderation answers."""

from django.urls import path, re_path, register_converter

from .views import (
    appeals,
    appeals_desk,
    claims,
    clusters,
    decisions,
    embedded,
    learned,
    lists,
    people,
    queue,
    transparency,
    writing,
)


class WriterKey:
    """Whom restrictions and notes are about, see ``Writer.key``."""

    regex = r"account:[0-9]{1,18}|device:[0-9A-Za-z]{1,64}"

    def to_python(self, value: str) -> str:
        """As it is."""
        return value

    def to_url(self, value: str) -> str:
        """As it is."""
        return value


register_converter(WriterKey, "writer")
app_name = "moderation"
MONTH = r"(?P<key>[0-9]{4}-[0-9]{2})"
urlpatterns = [
    path("moderation/", queue.queue, name="queue"),
    path("moderation/history/", queue.history, name="history"),
    path("moderation/comments/<int:comment_id>/", queue.comment, name="comment"),
    path("moderation/comments/<int:comment_id>/decide/", decisions.decide, name="decide"),
    path("moderation/comments/<int:comment_id>/unlink/", decisions.unlink, name="unlink"),
    path("moderation/comments/<int:comment_id>/claim/", claims.claim, name="claim"),
    path("moderation/comments/<int:comment_id>/release/", claims.release, name="release"),
    path("moderation/comments/<int:comment_id>/restrain/", people.restrain, name="restrain"),
    path("moderation/people/", people.people, name="people"),
    path("moderation/people/<writer:key>/", people.person, name="person"),
    path("moderation/people/<writer:key>/note/", people.note, name="note"),
    path("moderation/measures/<int:measure_id>/lift/", people.lift, name="lift"),
    path("moderation/decisions/<int:decision_id>/undo/", decisions.undo, name="undo"),
    path("moderation/clusters/<int:comment_id>/", clusters.cluster, name="cluster"),
    path("moderation/batches/<int:batch_id>/", clusters.batch, name="batch"),
    path("moderation/batches/<int:batch_id>/undo/", clusters.undo, name="undo_batch"),
    path("moderation/lists/", lists.lists, name="lists"),
    path("moderation/lists/<int:list_id>/", lists.wordlist, name="list"),
    path("moderation/lists/<int:list_id>/switch/", lists.switch, name="switch_list"),
    path("moderation/lists/<int:list_id>/try/", lists.try_out, name="try_list"),
    path("moderation/switches/<int:switch_id>/undo/", lists.undo, name="undo_switch"),
    path("moderation/trials/<int:trial_id>/", lists.trial, name="trial"),
    path("moderation/embedded/", embedded.embedded, name="embedded"),
    path("moderation/embedded/<int:thread_id>/", writing.embedded_thread, name="embedded_thread"),
    path("moderation/appeals/", appeals_desk.appeals, name="appeals"),
    path("moderation/appeals/<int:appeal_id>/answer/", appeals_desk.answer, name="answer"),
    path("appeals/decisions/<int:decision_id>/", appeals.decision, name="appeal_decision"),
    path("appeals/measures/<int:measure_id>/", appeals.measure, name="appeal_measure"),
    path("discussion/transparency/", transparency.year, name="transparency"),
    path("discussion/transparency.json", transparency.year_json, name="transparency_json"),
    re_path(rf"^discussion/transparency/{MONTH}/$", transparency.month, name="transparency_month"),
    re_path(rf"^discussion/transparency/{MONTH}\.json$", transparency.month_json, name="transparency_month_json"),
    path("appeals/link/<str:token>/", appeals.by_link, name="appeal_by_link"),
    path("moderation/threads/<int:page_id>/", writing.thread, name="thread"),
    path("moderation/writing/", writing.writing, name="writing"),
    path("moderation/learned/", learned.learned, name="learned"),
    path("moderation/learned/model/", learned.which_model, name="which_model"),
    path("moderation/writing/duty/", writing.duty, name="duty"),
    path("moderation/writing/night/", writing.night, name="night"),
    path("moderation/writing/changes/<int:change_id>/undo/", writing.undo_change, name="undo_change"),
]

"""The paths below ``/embed/``: pages that stand in frames on other sites, and what those sites may ask."""

from django.urls import path

from .framing import in_frame
from .views import compose, embed, embedded_own, opening, react, thread

urlpatterns = [
    path("", embed.embed, name="embed"),
    path("post/", embed.post, name="embedded_post"),
    path("counts.json", embed.counts, name="embedded_counts"),
    path("device.json", embed.device, name="embedded_device"),
    path("check.json", opening.check, name="embedded_check"),
    path("mine/", embedded_own.mine, name="embedded_mine"),
    path("mine/<int:comment_id>/delete/", embedded_own.withdraw, name="embedded_withdraw"),
    path("<int:thread_id>/", embed.embedded, name="embedded"),
    path("<int:thread_id>/received/", embed.received, name="embedded_received"),
    path("comments/<int:comment_id>/", in_frame(thread.comment), name="framed_comment"),
    path("comments/<int:comment_id>/reply/", in_frame(compose.reply), name="framed_reply"),
    path("comments/<int:comment_id>/vote/", in_frame(react.vote), name="framed_vote"),
    path("comments/<int:comment_id>/report/", in_frame(react.flag), name="framed_flag"),
    path("comments/<int:comment_id>/report/thanks/", in_frame(react.flagged), name="framed_flagged"),
]

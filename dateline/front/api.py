"""The API as a whole: its address, its description, and what every refusal looks like (RFC 9457)."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from dateline.discussion.actions import Barred, MembersOnly, NotWelcome, TooDeep, TooSoon
from dateline.discussion.api import router as discussion
from dateline.discussion.limits import WHILE, TooMuch
from dateline.moderation.actions import Overtaken, OwnDecision
from dateline.moderation.api import router as moderation
from dateline.moderation.api_bulk import router as moderation_of_many

from .api_guide import operations_of

PROBLEM = "application/problem+json"
NOT_KEPT = "private, no-store"
PROBLEM_SCHEMA: dict[str, Any] = {
    "type": "object",
    "title": "Problem",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What happened, and what would help."},
        "errors": {"type": "array", "items": {"type": "object"}, "description": "Where something is wrong, and what."},
    },
    "required": ["type", "title", "status", "detail"],
}
REFUSAL = {
    "description": "A refusal as problem details (RFC 9457).",
    "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


class DiscussionApi(NinjaAPI):
    """Ninja's, whose answers are nobody else's to keep and whose description tells what a refusal looks like."""

    def create_response(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Return what ninja makes, kept by no cache: it was made for one token."""
        response = super().create_response(*args, **kwargs)
        response.headers["Cache-Control"] = NOT_KEPT
        return response

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        """Return the description, with the one form of all refusals."""
        schema = super().get_openapi_schema(**kwargs)
        schema["components"]["schemas"]["Problem"] = PROBLEM_SCHEMA
        for ways in schema["paths"].values():
            for told in ways.values():
                told["responses"]["default"] = REFUSAL
        return schema

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """Return a name that says nothing of our modules."""
        return operation.view_func.__name__


api = DiscussionApi(
    title="Dateline",
    version="1",
    description="Discussions for programs. Errors are problem details (RFC 9457).",
    docs_url=None,
    openapi_url="/openapi.json",
)
api.add_router("/v1", discussion)
api.add_router("/v1/moderation", moderation)
api.add_router("/v1/moderation", moderation_of_many)


def problem(status: int, detail: str, headers: dict[str, str] | None = None, **more: Any) -> HttpResponse:
    """Return a refusal as problem details."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}
    kept = {"Cache-Control": NOT_KEPT, **(headers or {})}
    return JsonResponse(body, status=status, content_type=PROBLEM, headers=kept)


def refused(status: int, headers: dict[str, str] | None = None) -> Callable[[HttpRequest, Exception], HttpResponse]:
    """Return a handler of errors whose own words are for whoever asked."""
    return lambda request, error: problem(status, str(error), headers)


def not_found(request: HttpRequest, error: Exception) -> HttpResponse:
    """Say that there is nothing, and nothing about why."""
    return problem(404, _("There is nothing here, or nothing that everybody may read."))


def not_valid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Say where something is wrong and what."""
    found = [{"where": ".".join(map(str, each["loc"])), "what": str(each["msg"])} for each in error.errors]
    return problem(422, _("Something in the request is not as described. Nothing was done."), errors=found)


def not_known(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    """Ask for a token."""
    words = _("Send a token that is still good, as “Authorization: Bearer …”. You make one on your account page.")
    return problem(401, words, {"WWW-Authenticate": "Bearer"})


def refused_by_ninja(request: HttpRequest, error: HttpError) -> HttpResponse:
    """Say what ninja says, such as that a body is no JSON."""
    return problem(error.status_code, error.message)


def too_soon(request: HttpRequest, error: TooSoon) -> HttpResponse:
    """Say for how many seconds one has to wait in a slow discussion."""
    return problem(429, str(error), {"Retry-After": str(error.seconds)})


HANDLERS: dict[type[Exception], Callable[..., HttpResponse]] = {
    Http404: not_found,
    ValidationError: not_valid,
    AuthenticationError: not_known,
    HttpError: refused_by_ninja,
    PermissionDenied: refused(403),
    Barred: refused(403),
    MembersOnly: refused(403),
    NotWelcome: refused(409),
    TooDeep: refused(409),
    Overtaken: refused(409),
    OwnDecision: refused(403),
    TooSoon: too_soon,
    TooMuch: refused(429, {"Retry-After": str(int(WHILE.total_seconds()))}),
}
for kind, handler in HANDLERS.items():
    api.add_exception_handler(kind, handler)


@require_safe
@cache_control(public=True, max_age=3600)
def guide(request: HttpRequest) -> HttpResponse:
    """The description for people, printed from the one for programs: no script, nobody else's files."""
    return render(request, "front/api.html", {"operations": operations_of(api.get_openapi_schema()), "api": api})


def nothing(request: HttpRequest) -> HttpResponse:
    """Answer below /api/ where no operation is: programs want a problem, not a page."""
    return not_found(request, Http404())

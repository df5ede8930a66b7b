"""A form that the writer may have stored already is given back to its sender, who looks before sending it again."""

import pytest
from django.test import AsyncRequestFactory

from dateline.delivery.door.relay import TROUBLE_WORD
from dateline.delivery.middleware import NotTwice
from dateline.delivery.outage import Troubled
from dateline.front.trouble import handle_error


def test_it_is_kept_in_the_form_and_stored_by_nobody():
    words = {"text": "The water came up.", "author_name": "Ben"}
    request = AsyncRequestFactory().post("/threads/7/post/", words, headers={"sec-fetch-site": "same-origin"})
    request.scope[TROUBLE_WORD] = "unsure"

    def view(_request):
        raise AssertionError("the view would store it a second time")

    with pytest.raises(Troubled):
        NotTwice(view)(request)
    try:
        NotTwice(view)(request)
    except Troubled:
        response = handle_error(request)
    assert response.status_code == 503
    assert "The water came up." in response.text
    assert "look at the page before you send it again" in response.text

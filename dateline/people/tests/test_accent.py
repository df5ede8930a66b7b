"""An accent colour that nobody can read is refused with the reason."""

import pytest
from django.core.exceptions import ValidationError

from dateline.people.models import Newsroom


def test_the_colours_we_come_with_can_be_read():
    Newsroom().clean_fields()


@pytest.mark.parametrize(("field", "colour"), [("accent", "#ffcc00"), ("accent_dark", "#222244")])
def test_a_colour_close_to_its_paper_is_refused(field, colour):
    with pytest.raises(ValidationError) as refused:
        Newsroom(**{field: colour}).clean_fields()
    assert list(refused.value.message_dict) == [field]
    assert "Hard to read" in refused.value.message_dict[field][0]


def test_what_is_no_colour_is_named_as_such():
    with pytest.raises(ValidationError) as refused:
        Newsroom(accent="red").clean_fields()
    assert "six hexadecimal digits" in refused.value.message_dict["accent"][0]

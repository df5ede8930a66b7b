"""What is made before the first page: what was begun and not finished is gone on with."""

import pytest

from dateline.project import preparation

pytestmark = pytest.mark.django_db


def test_a_sample_that_was_stopped_half_way_is_gone_on_with(settings, tmp_path, monkeypatch):
    settings.HOME = tmp_path
    called, words = [], []

    def stopped(command, **_options):
        called.append(command)
        raise KeyboardInterrupt

    monkeypatch.setattr(preparation, "call_command", stopped)
    with pytest.raises(KeyboardInterrupt):
        preparation.fill(words.append, sample=True)
    monkeypatch.setattr(preparation.ReportPage.objects.__class__, "exists", lambda _self: True, raising=False)
    monkeypatch.setattr(preparation, "call_command", lambda command, **_options: called.append(command))
    preparation.fill(words.append, sample=True)
    assert called == ["demo", "demo", "init"]
    preparation.fill(words.append, sample=True)
    assert called == ["demo", "demo", "init", "init"], "what is there is not loaded again"

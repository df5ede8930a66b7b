"""The four roles stand from the first migration."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group

from dateline.people.models import User
from dateline.people.roles import ROLES, is_staff_member, roles_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ROLES)
def test_every_role_may_enter_the_editor(role):
    ada = User.objects.create_user("ada")
    ada.groups.add(Group.objects.get(name=role))
    assert is_staff_member(ada)
    assert roles_of(ada) == [role]


def test_a_reader_is_not_staff():
    assert not is_staff_member(User.objects.create_user("ben"))
    assert not is_staff_member(AnonymousUser())


def test_somebody_who_left_is_not_staff():
    cass = User.objects.create_user("cass", is_active=False)
    cass.groups.add(Group.objects.get(name="Editor"))
    assert not is_staff_member(cass)


def test_no_group_with_a_misleading_name_is_left_over():
    assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()


def test_only_an_editor_changes_the_newsroom():
    may = {
        role for role in ROLES if Group.objects.get(name=role).permissions.filter(codename="change_newsroom").exists()
    }
    assert may == {"Editor"}


def test_an_editor_publishes_and_a_reporter_does_not():
    def page_rights(role):
        return set(Group.objects.get(name=role).page_permissions.values_list("permission__codename", flat=True))

    assert "publish_page" not in page_rights("Reporter")
    assert "publish_page" in page_rights("Editor")

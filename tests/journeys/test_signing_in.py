"""A reader signs in by a mailed code."""

from .people import sign_in_by_code


def test_ben_signs_in_with_the_code_from_his_mail(page, newsroom):
    sign_in_by_code(page, newsroom, "ben@example.org")
    page.get_by_role("heading", name="Your account").wait_for()

    page.goto(newsroom.places["report"])
    page.locator("[data-account-link]", has_text="Ben of the Mill").wait_for()

    page.goto("/account/")
    with page.expect_navigation():
        page.get_by_role("button", name="Sign out").click()
    page.goto(newsroom.places["report"], wait_until="networkidle")
    assert page.locator("[data-account-link]").inner_text() == "Account"
    assert "signed_in" not in {cookie["name"] for cookie in page.context.cookies()}

"""A reader adds a passkey and signs in with it; Chromium's virtual authenticator is the device."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .people import sign_in_by_code


def a_device(page):
    """Plug a virtual authenticator into the browser: one that keeps passkeys and is unlocked by its owner."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    return devtools, devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]


def test_ben_adds_a_passkey_and_signs_in_with_it(page, newsroom):
    here = newsroom.url.replace("127.0.0.1", "localhost")  # a passkey belongs to a name, not to an address
    devtools, device = a_device(page)
    sign_in_by_code(page, newsroom, "ben@example.org", f"{here}/account/")
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Name of the passkey").fill("Telephone")
    page.get_by_role("button", name="Make a passkey").click()
    page.locator(".account__item", has_text="Telephone").wait_for()
    assert Axe().run(page).violations_count == 0
    assert len(devtools.send("WebAuthn.getCredentials", {"authenticatorId": device})["credentials"]) == 1

    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{here}/account/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_role("heading", name="Your account").wait_for()

    page.get_by_role("link", name="Remove Telephone").click()
    page.get_by_role("button", name="Remove it").click()
    page.get_by_role("heading", name="Your account").wait_for()
    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{here}/account/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_text("This passkey is not known here").wait_for()


def test_without_javascript_there_is_no_button_that_does_nothing(open_browser):
    page = open_browser(javascript=False, width=360)
    page.goto("/account/login/")
    assert not page.get_by_role("button", name="Sign in with a passkey").is_visible()
    expect(page.get_by_role("button", name="Send me a code")).to_be_visible()


def test_ben_makes_a_token_with_which_a_program_reads(open_browser, newsroom):
    page = open_browser(javascript=False, width=360)
    sign_in_by_code(page, newsroom, "ben@example.org", "/account/tokens/")
    page.get_by_label("What it is for").fill("My clock")
    page.get_by_role("button", name="Make the token").click()
    key = page.locator(".account__key").inner_text()
    asked = re.sub(r"\D", "", newsroom.places["deepest"])
    as_ben = {"Authorization": f"Bearer {key}"}
    assert page.request.get(f"/api/v1/comments/{asked}", headers=as_ben).json()["comment"]["id"] == int(asked)
    page.get_by_role("button", name="Revoke My clock").click()
    assert page.request.get(f"/api/v1/comments/{asked}", headers=as_ben).status == 401

"""The header and the foot: what all pages share is kept, what belongs to one visitor is not."""

import re

import pytest
from django.utils import translation

from kollegium.ui.components import frame
from kollegium.ui.components.frame import AccountMenu, Look, MenuItem

MENU = (MenuItem("Start", "/", "house", is_current=True), MenuItem("Units", "/units/", "building-2"))
LOOK = Look(navigation=MENU, is_start=True)


def account(name: str, **more: object) -> AccountMenu:
    links = [MenuItem("My page", "/me/", "circle-user-round")]
    return AccountMenu(name=name, detail=f"{name}@exempel.se", links=links, logout_url="/logout/", **more)


def test_two_visitors_with_the_same_menu_get_each_their_own_header() -> None:
    first = frame.site_header(LOOK, account("Eva"), token="token-of-eva", next_url="/a/")

    second = frame.site_header(LOOK, account("Bo"), token="token-of-bo", next_url="/b/")

    assert second == first.replace("Eva", "Bo").replace("of-eva", "of-bo").replace('"/a/"', '"/b/"')
    assert "Bo@exempel.se" in second


def test_every_form_of_the_header_carries_the_token() -> None:
    hats = ({"id": 7, "label": "Head", "is_current": True}, {"id": 8, "label": "Clerk", "is_current": False})
    header = frame.site_header(LOOK, account("Eva", hats=hats, hat_url="/hat/"), token="t1", next_url="/a/")

    forms = re.findall(r"<form .*?</form>", header, re.DOTALL)

    assert len(forms) == 8
    assert all('name="csrfmiddlewaretoken" value="t1"' in form for form in forms)
    assert (
        re.findall(r'name="role" value="(\d)" class="menu-item" aria-pressed="(\w+)"', header)
        == [
            ("7", "true"),
            ("8", "false"),
        ]
        * 2
    )


def test_no_id_of_the_header_stands_twice() -> None:
    header = frame.site_header(LOOK, account("Eva"), token="t", next_url="/")

    ids = re.findall(r' id="([^"]+)"', header)

    assert sorted(ids) == sorted(set(ids)) != []
    assert set(re.findall(r'aria-labelledby="([^"]+)"', header)) == set(ids)


@pytest.mark.parametrize("hostile", ["<script>", '" onclick="x', "\x00token\x00", "{token}"])
def test_what_a_visitor_is_called_and_asks_for_stays_text(hostile: str) -> None:
    shown = hostile.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")

    header = frame.site_header(LOOK, account(hostile, hat=hostile), token="secret", next_url=f"/?q={hostile}")

    assert f'<span>{shown}<span class="account-hat">{shown}</span></span>' in header
    assert header.count(f'name="next" value="/?q={shown}"') == 4
    assert header.count("secret") == 6


def test_somebody_not_logged_in_is_offered_the_log_in_twice_and_no_account() -> None:
    header = frame.site_header(
        Look(offers_log_in=True), None, token="t", next_url="/", login_url="/login/?next=/a/&x=1"
    )

    assert header.count('href="/login/?next=/a/&amp;x=1"') == 2
    assert "log-out" not in header
    assert "main-nav" not in header


def test_the_page_one_is_on_is_marked_in_both_menus_and_no_other() -> None:
    header = frame.site_header(LOOK, None, token="t", next_url="/")

    assert re.findall(r'href="([^"]+)" aria-current="page"', header) == ["/", "/", "/"]


@pytest.mark.parametrize(
    ("language", "words"), [("sv", "Språk och utseende"), ("en", "Language and appearance")]
)
def test_header_and_foot_speak_the_language_of_the_page(language: str, words: str) -> None:
    with translation.override(language):
        header = frame.site_header(LOOK, account("Eva"), token="t", next_url="/")
        foot = frame.site_footer()

    assert words in header
    assert f'value="{language}" lang="{language}" aria-pressed="true"' in header
    assert header.count('aria-pressed="true"') == 4
    assert ("Privacy" in foot) is (language == "en")


@pytest.mark.parametrize("theme", ["system", "light", "dark"])
def test_the_chosen_look_is_pressed(theme: str) -> None:
    header = frame.site_header(Look(theme=theme), None, token="t", next_url="/")

    assert re.findall(r'name="theme" value="(\w+)" aria-pressed="true"', header) == [theme, theme]


def test_the_demo_band_says_what_it_is_given() -> None:
    with translation.override("en"):
        plain, own, none = (
            frame.site_header(Look(demo_notice=notice), None, token="t", next_url="/")
            for notice in (True, "<Test>", False)
        )

    assert "Demo – invented people and units" in plain
    assert '<p class="environment-band">&lt;Test&gt;</p>' in own
    assert "environment-band" not in none

"""Log-in at an outside identity provider that runs beside the tests: who comes in, and everybody who does not."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client, override_settings

from kollegium.accounts import oidc
from kollegium.accounts.models import Account, Assignment, BrowserSession, Person, RoleProposal
from kollegium.domain.claims import read_roles
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit
from tests import people
from tests.accounts.log_in import is_in
from tests.accounts.provider import CLIENT_ID, CLIENT_SECRET, LOA2, LOA3, IdentityProvider

pytestmark = pytest.mark.django_db

HSA_ID = "SE2321000016-TEST"
LEAVE = "/login/provider/employer/"


@pytest.fixture
def provider() -> Iterator[IdentityProvider]:
    """A running provider that the settings name."""
    cache.clear()
    oidc.forget_keys()
    running = IdentityProvider()
    chosen = {
        "OIDC_ISSUER": running.issuer,
        "OIDC_CLIENT_ID": CLIENT_ID,
        "OIDC_CLIENT_SECRET": CLIENT_SECRET,
        "OIDC_NAME": "Region Norrdal",
        "OIDC_SCOPE": "openid",
        "OIDC_CLAIM": "employeeHsaId",
        "OIDC_LEVELS": (LOA3,),
        "OIDC_ROLES": read_roles("title=ST-läkare:trainee, systemRole=KOLLEGIUM;VC:head_of_unit"),
    }
    with override_settings(**chosen):
        yield running
    running.close()


@pytest.fixture
def asta(provider: IdentityProvider) -> Account:
    """Somebody in the review office with the HSA-id the provider vouches for, and no second factor here."""
    person = people.make_person("Asta Prov", Role.REVIEW_OFFICE)
    Person.objects.filter(pk=person.pk).update(hsa_id=HSA_ID, email="asta@exempel.se")
    return people.make_account(person, "asta@exempel.se", second_factor=False)


def come_back(provider: IdentityProvider, client: Client | None = None, next_url: str = "") -> Any:
    """Leave for the provider, log in there, come back, and give the browser and our answer."""
    client = client or Client()
    left = client.get(LEAVE, {"next": next_url})
    return client, client.get(provider.answer_to(left.headers["Location"]))


def test_strong_log_in_lets_in_without_another_step_and_leads_on(
    provider: IdentityProvider, asta: Account
) -> None:
    client, answer = come_back(provider, next_url="/people/")

    assert (answer.status_code, answer.headers["Location"]) == (302, "/people/")
    assert client.get("/people/").status_code == 200, "no second step is asked for"
    assert BrowserSession.objects.get().method == "provider"


def mistake_name(value: object) -> str:
    """Name a case without the time of day, which two test processes would read differently."""
    if not isinstance(value, dict):
        return ""
    claims = value.get("claims", value)
    return "-".join(
        f"{name}={'a time' if isinstance(told, int) else told}"[:40] for name, told in claims.items()
    )


@pytest.mark.parametrize(
    ("mistakes", "said"),
    [
        ({"claims": {"acr": LOA2}}, "Inloggningen var inte stark nog"),
        ({"claims": {"acr": None}}, "Inloggningen var inte stark nog"),
        ({"claims": {"acr": [LOA3]}}, "Inloggningen var inte stark nog"),
        ({"claims": {"employeeHsaId": None}}, "Arbetsgivaren sade inte vem du är"),
        ({"claims": {"employeeHsaId": " "}}, "Arbetsgivaren sade inte vem du är"),
        ({"claims": {"employeeHsaId": [HSA_ID]}}, "Arbetsgivaren sade inte vem du är"),
        ({"claims": {"employeeHsaId": "SE2321000016-OKND"}}, "Ingen här har ditt HSA-id"),
        ({"claims": {"iss": "https://elsewhere.example"}}, "Svaret gick inte att lita på"),
        ({"claims": {"aud": "another program"}}, "Svaret gick inte att lita på"),
        ({"claims": {"aud": [CLIENT_ID, "another program"]}}, "Svaret gick inte att lita på"),
        ({"claims": {"nonce": "another log-in"}}, "Svaret gick inte att lita på"),
        ({"claims": {"nonce": None}}, "Svaret gick inte att lita på"),
        ({"claims": {"exp": int(time.time()) - 3600}}, "Svaret gick inte att lita på"),
        ({"claims": {"iat": int(time.time()) + 3600}}, "Svaret gick inte att lita på"),
        ({"foreign_key": True}, "Svaret gick inte att lita på"),
        ({"none": True}, "Svaret gick inte att lita på"),
        ({"metadata_issuer": "https://elsewhere.example"}, "Svaret gick inte att lita på"),
        ({"error": "access_denied"}, "Inloggningen blev inte av"),
        ({"token_endpoint": "http://127.0.0.1:9/"}, "Arbetsgivarens inloggning svarar inte"),
        ({"token_endpoint": "file:///etc/hostname"}, "Svaret gick inte att lita på"),
        ({"token_endpoint": "http://provider.example/token"}, "Svaret gick inte att lita på"),
        ({"jwks_uri": "http://provider.example/keys"}, "Svaret gick inte att lita på"),
        ({"authorize": "http://provider.example/authorize"}, "Svaret gick inte att lita på"),
    ],
    ids=mistake_name,
)
def test_anything_wrong_lets_nobody_in_and_is_told(
    provider: IdentityProvider, asta: Account, mistakes: dict[str, Any], said: str
) -> None:
    provider.mistakes = mistakes
    client = Client()

    left = client.get(LEAVE)
    answer = client.get(provider.answer_to(left.headers["Location"])) if left.status_code == 302 else left

    text = answer.content.decode()
    assert (answer.status_code, is_in(client), Account.objects.count()) == (403, False, 1)
    assert said in text
    assert "another" not in text
    assert "elsewhere" not in text


@pytest.mark.parametrize(("seconds_late", "comes_in"), [(30, True), (90, False)])
def test_clocks_may_differ_by_a_minute(
    provider: IdentityProvider, asta: Account, seconds_late: int, comes_in: bool
) -> None:
    provider.mistakes = {"claims": {"exp": int(time.time()) - seconds_late}}

    client, _ = come_back(provider)

    assert is_in(client) is comes_in


def test_address_that_somebody_else_has_opens_nothing(provider: IdentityProvider, asta: Account) -> None:
    provider.person = {"employeeHsaId": "SE2321000016-ANNA", "acr": LOA3, "email": "asta@exempel.se"}

    client, answer = come_back(provider)

    assert (answer.status_code, is_in(client)) == (403, False)
    assert "asta@exempel.se" not in answer.content.decode()


def test_closed_log_in_stays_closed(provider: IdentityProvider, asta: Account) -> None:
    Account.objects.filter(pk=asta.pk).update(is_active=False)

    client, answer = come_back(provider)

    assert (answer.status_code, is_in(client)) == (403, False)
    assert "är stängd" in answer.content.decode()


def test_answer_to_another_browser_or_twice_lets_nobody_in(provider: IdentityProvider, asta: Account) -> None:
    left = Client().get(LEAVE)
    address = provider.answer_to(left.headers["Location"])
    other = Client()
    other.get(LEAVE)

    answers = [Client().get(address), other.get(address)]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert not is_in(other)


def test_provider_does_not_answer(provider: IdentityProvider, asta: Account) -> None:
    provider.close()

    answer = Client().get(LEAVE)

    assert answer.status_code == 403
    assert "svarar inte" in answer.content.decode()


def test_without_a_provider_there_is_no_such_page() -> None:
    assert Client().get(LEAVE).status_code == 404
    assert "arbetsgivar" not in Client().get("/login/").content.decode()


WORK = {
    "healthCareUnitHsaId": "SE2321000016-A1",
    "title": "ST-läkare",
    "systemRole": ["KOLLEGIUM;VC", "annat"],
}


def proposed() -> list[tuple[str, str, int | None]]:
    return list(RoleProposal.objects.order_by("pk").values_list("role", "hsa_id", "unit"))


def test_log_in_proposes_the_roles_it_tells_of_and_gives_none(
    provider: IdentityProvider, asta: Account
) -> None:
    unit = people.make_unit()
    Unit.objects.filter(pk=unit.pk).update(hsa_id="SE2321000016-A1")
    before = Assignment.objects.count()
    provider.person |= WORK

    for _ in range(2):
        client, _answer = come_back(provider)

    assert is_in(client)
    assert proposed() == [
        ("trainee", "SE2321000016-A1", unit.pk),
        ("head_of_unit", "SE2321000016-A1", unit.pk),
    ]
    assert Assignment.objects.count() == before


def test_commissions_are_read(provider: IdentityProvider, asta: Account) -> None:
    provider.person |= {"title": "ST-läkare", "allCommissions": [{"healthCareUnitHsaId": "se2321000016-b2"}]}

    come_back(provider)

    assert proposed() == [("trainee", "SE2321000016-B2", None)]


@pytest.mark.parametrize(
    "claims",
    [
        {"acr": LOA2},
        {"employeeHsaId": "SE2321000016-OKND"},
        {"aud": "another program"},
        {"healthCareUnitHsaId": {"x": 1}},
        {"healthCareUnitHsaId": "' OR 1=1 --"},
        {"title": None, "systemRole": 7},
    ],
    ids=["weak", "nobody-here", "not-genuine", "place-of-no-use", "place-no-id", "role-of-no-use"],
)
def test_what_is_not_accepted_or_makes_no_sense_proposes_nothing(
    provider: IdentityProvider, asta: Account, claims: dict[str, Any]
) -> None:
    provider.person |= WORK
    provider.mistakes = {"claims": claims}

    come_back(provider)

    assert proposed() == []


def test_closed_log_in_proposes_nothing(provider: IdentityProvider, asta: Account) -> None:
    Account.objects.filter(pk=asta.pk).update(is_active=False)
    provider.person |= WORK

    come_back(provider)

    assert proposed() == []

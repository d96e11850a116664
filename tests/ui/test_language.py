"""Swedish first: the language follows the visitor's own choice and nothing else."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("cookie", "language"),
    [("", "sv"), ("en", "en"), ("sv", "sv"), ("fi", "sv"), ("<b>", "sv")],
    ids=["none", "english", "swedish", "not-spoken", "nonsense"],
)
def test_page_is_swedish_until_another_language_is_chosen(cookie: str, language: str) -> None:
    client = Client(headers={"accept-language": "en-US,en;q=0.9"})
    if cookie:
        client.cookies["language"] = cookie

    answer = client.get("/privacy/")

    assert f'<html lang="{language}"' in answer.content.decode()
    assert answer.headers["Content-Language"] == language

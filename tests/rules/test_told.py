"""What can be read from a token, beside the account in an AWS key id."""

import base64
import json

import pytest

from leakguard.examples import made_up
from tests.support import scan


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def mapbox(user: object) -> str:
    body = json.dumps({"u": user, "a": made_up("base62", 30, 61)}).encode()
    return f"sk.{encoded(body)}.{made_up('base64url', 22, 62)}"


def grafana(organization: object) -> str:
    body = {"o": organization, "n": "bot", "k": made_up("base62", 48, 63)}
    return f"glc_{encoded(json.dumps(body).encode())}"


DISCORD = f".{made_up('base62', 6, 64)}.{made_up('base62', 38, 65)}"


@pytest.mark.parametrize(
    ("token", "told"),
    [
        (mapbox("ada"), "Mapbox secret access token (user ada)"),
        (grafana("123456"), "Cloud access policy token (organization 123456)"),
        (encoded(b"123456789012345678") + DISCORD, "bot token (bot 123456789012345678)"),
        (f"4839574813:AA{made_up('base62', 33, 66)}", "bot token (bot 4839574813)"),
    ],
    ids=["mapbox-user", "grafana-organization", "discord-bot", "telegram-bot"],
)
def test_a_token_tells_whose_it_is(token: str, told: str) -> None:
    (finding,) = scan({"notes.txt": f"use {token}\n"}).findings
    assert told in finding.message


@pytest.mark.parametrize(
    "token",
    [mapbox("a\x1b[31m"), mapbox(["ada"]), grafana({"x": "\x1b[31m"}), grafana("1; a")],
    ids=["escape-in-a-user", "no-user", "escape-in-an-organization", "no-number"],
)
def test_what_a_token_says_is_shown_only_if_it_is_plain(token: str) -> None:
    (finding,) = scan({"notes.txt": f"use {token}\n"}).findings
    assert "(" not in finding.message.partition(".")[0]

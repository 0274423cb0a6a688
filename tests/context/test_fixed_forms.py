"""What is named for a credential of a fixed form and has another is none."""

import pytest

from leakguard.examples import made_up
from leakguard.values.sequences import reason_of_walk
from tests.support import found, scan

AWS, TOKEN = made_up("base64", 40, 901), made_up("base62", 33, 902)
WRONG = {
    "okta": f"okta_api_token: {TOKEN}",
    "twitch": f'TWITCH_STREAM_KEY = "126031192_{TOKEN}"',
    "slack": f"SLACK_BOT_TOKEN={TOKEN}",
}
RIGHT = {
    "aws": f"aws_secret_access_key: {AWS}",
    "aws-of-another-store": f"AWS_SECRET_ACCESS_KEY={made_up('hex', 42, 904)}",
    "another-name": f"aws_webhook_secret: {TOKEN}",
    "one-in-the-name": f"twitch_stream_keyword_secret: {TOKEN}",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_value_of_another_form_is_rejected_by_name(text: str) -> None:
    report = scan({"service.conf": text + "\n"}, explain=True)
    assert (report.findings, {it.reason for it in report.rejected}) == ((), {"wrong-form"})


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_what_has_the_form_or_is_not_named_so_is_found(text: str) -> None:
    assert len(found(text + "\n", "service.conf")) == 1


@pytest.mark.parametrize(
    "value",
    [
        "00Q-abcdefghijkl-0Hmj",
        "x1234567890x",
        "px-a1b2c3d4-e5f6-g7h8",
        "d4c3b2a1f6",
        "9876543210zz",
    ],
)
def test_a_walk_along_the_alphabet_is_a_sequence(value: str) -> None:
    assert reason_of_walk(value) == "sequence"


@pytest.mark.parametrize("value", [AWS, TOKEN, made_up("hex", 64, 905), "ab12cd34ef56", ""])
def test_what_is_drawn_by_chance_walks_nowhere(value: str) -> None:
    assert reason_of_walk(value) is None

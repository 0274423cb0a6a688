"""What is advised of a misuse goes by what was misused."""

import pytest

from leakguard.examples import made_up
from tests.support import found

PASSWORD, TOKEN = made_up("base62", 14, 861), made_up("base62", 40, 862)


@pytest.mark.parametrize(
    ("text", "first", "why"),
    [
        (f'connect(password="{PASSWORD}")', "Change the password where", "has the password,"),
        (f'os.environ["DB_PASSWORD"] = "{PASSWORD}"', "Change the password", "has the password,"),
        (f'access_token = "{TOKEN}"', "Revoke the token where it was made", "has the token,"),
        (f'api_key = "{TOKEN}"', "Revoke the key where it was made", "has the key,"),
    ],
)
def test_nobody_revokes_a_password(text: str, first: str, why: str) -> None:
    (finding,) = found(text, "example.py")
    assert finding.advice.steps[0].startswith(first)
    assert why in finding.message


def test_what_logs_a_password_is_told_of_a_password() -> None:
    text = f'password = "{PASSWORD}"\nprint(password)\n'
    (logged,) = (it for it in found(text, "example.py") if it.rule == "environ-logged")
    assert logged.advice.steps[0].endswith("your own machine, change the password.")

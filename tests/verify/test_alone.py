"""Only `leakguard verify` sends anything: nothing else can."""

from tests.test_architecture import OWN, RULES, imports_of, name_of, own_imports

NETWORK = ("socket", "ssl", "http.client", "urllib.request", "requests", "ccxt", "httpx", "aiohttp")


def test_no_other_command_uses_what_asks() -> None:
    users = {name_of(it) for it in OWN if any(own.startswith("verify") for own in own_imports(it))}
    assert {it for it in users if not it.startswith("verify")} == {"cli.verify"}


def test_nothing_else_imports_what_could_send() -> None:
    found = {
        name_of(path)
        for path in OWN + RULES
        for full in imports_of(path)
        if any(full == it or full.startswith(f"{it}.") for it in NETWORK)
    }
    assert {it for it in found if not it.startswith("verify.")} == set()
    assert "verify.transport" in found

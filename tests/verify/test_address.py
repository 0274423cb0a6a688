"""Which addresses are asked, and through which proxy."""

import pytest

from leakguard.errors import VerifyError
from leakguard.examples import made_up
from leakguard.verify.address import Proxy, parsed, proxy_for

WORD = made_up("base62", 12, 121)
VARIABLES = ("https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY",
             "no_proxy", "NO_PROXY")  # fmt: skip


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    "url",
    [
        "https://api.binance.com", "https://api.example.org:8443/base", "http://127.0.0.1:8080",
        "http://[::1]:8080", "http://localhost:1234",
    ],
)  # fmt: skip
def test_an_address_is_taken(url: str) -> None:
    assert str(parsed(url)) == url


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://api.binance.com", "plain http is for this machine alone"),
        ("http://192.0.2.1", "plain http is for this machine alone"),
        ("http://127.0.0.1.example.org", "plain http is for this machine alone"),
        ("http://0.0.0.0", "plain http is for this machine alone"),
        ("ftp://api.binance.com", "has to begin with https://"),
        ("api.binance.com", "has to begin with https://"),
        ("https://", "to name a host"),
        (f"https://user:{WORD}@api.binance.com", "more than a host and a path"),
        ("https://api.binance.com/?x=1", "more than a host and a path"),
        ("https://api.binance.com:x", "it is no URL"),
        ("https://api binance.com", "it is no URL"),
        ("https://api.binance.com/\r\nX-Y: z", "it is no URL"),
    ],
)
def test_an_address_is_refused(url: str, why: str) -> None:
    with pytest.raises(VerifyError, match=why):
        parsed(url)


class TestTheProxy:
    def test_is_that_of_the_environment(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("HTTPS_PROXY", f"http://ada:{WORD}@proxy.example:3128")
        assert proxy_for(parsed("https://a.example")) == Proxy("proxy.example", 3128, f"ada:{WORD}")

    def test_shows_no_password(self) -> None:
        assert WORD not in repr(Proxy("proxy.example", 3128, f"ada:{WORD}"))

    def test_is_none_for_what_goes_without_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
        monkeypatch.setenv("NO_PROXY", "a.example")
        assert proxy_for(parsed("https://a.example")) is None
        assert proxy_for(parsed("https://b.example")) is not None

    def test_is_none_for_this_machine(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("HTTP_PROXY", "http://proxy.example:3128")
        monkeypatch.setenv("ALL_PROXY", "http://proxy.example:3128")
        assert proxy_for(parsed("http://127.0.0.1:8080")) is None

    @pytest.mark.parametrize("url", ["socks5://proxy.example:1080", "https://proxy.example"])
    def test_of_another_kind_is_an_error(self, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
        monkeypatch.setenv("HTTPS_PROXY", url)
        with pytest.raises(VerifyError, match="HTTPS_PROXY names is none of http"):
            proxy_for(parsed("https://a.example"))

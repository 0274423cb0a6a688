"""Which addresses are asked: over TLS, or on this machine; and through which proxy."""

import ipaddress
import os
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit
from urllib.request import (  # type: ignore[attr-defined]
    getproxies_environment,
    proxy_bypass_environment,
)

from leakguard.errors import VerifyError


@dataclass(frozen=True, slots=True)
class Address:
    """A server that is asked."""

    is_secure: bool
    host: str
    port: int
    base: str = ""
    """What stands before every path, without a slash at its end."""

    def __str__(self) -> str:
        usual = 443 if self.is_secure else 80
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == usual else f":{self.port}"
        return f"{'https' if self.is_secure else 'http'}://{host}{port}{self.base}"


@dataclass(frozen=True, slots=True)
class Proxy:
    """A server in between; it sees the name of the one that is asked, no more."""

    host: str
    port: int
    login: str | None = None
    """User and password with a colon between them."""

    def __repr__(self) -> str:
        return f"Proxy({self.host!r}, {self.port})"


def parsed(url: str) -> Address:
    """Read the address that somebody gives.

    Raises:
        VerifyError: it is none that is asked: no URL, or plain http to another machine.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise VerifyError(_wrong("it is no URL")) from None
    if any(it.isspace() or not it.isprintable() for it in url):
        raise VerifyError(_wrong("it is no URL"))
    if parts.scheme not in ("https", "http") or not parts.hostname:
        raise VerifyError(_wrong("it has to begin with https://, and to name a host"))
    if parts.username or parts.password or parts.query or parts.fragment:
        raise VerifyError(_wrong("it has more than a host and a path"))
    is_secure = parts.scheme == "https"
    if not is_secure and not is_loopback(parts.hostname):
        raise VerifyError(
            _wrong("plain http is for this machine alone (127.0.0.1); write https://")
        )
    usual = 443 if is_secure else 80
    return Address(is_secure, parts.hostname, port or usual, parts.path.rstrip("/"))


def _wrong(why: str) -> str:
    return f"the address of --endpoint is refused: {why}"


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine, by its address or by its name."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def proxy_for(address: Address) -> Proxy | None:
    """Give the proxy that the environment names for an address; none for this machine.

    Raises:
        VerifyError: it is of a kind that is not spoken here.
    """
    if not address.is_secure:
        return None
    named = getproxies_environment()
    url = named.get("https") or named.get("all")
    if not url or proxy_bypass_environment(f"{address.host}:{address.port}", named):
        return None
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        port = parts.port or 80
    except ValueError:
        raise VerifyError(f"the proxy that {_variable()} names is no URL") from None
    if parts.scheme != "http" or not parts.hostname:
        raise VerifyError(f"the proxy that {_variable()} names is none of http://")
    login = None
    if parts.username is not None:
        login = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return Proxy(parts.hostname, port, login)


def _variable() -> str:
    names = ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
    return next((it for it in names if os.environ.get(it)), names[0])

"""An exchange or a broker: a key that identifies, a secret that signs, often a passphrase."""

from leakguard.examples import made_up
from leakguard.finding import Role, Severity
from leakguard.forms import OPAQUE
from leakguard.rule.provider import Credential, Provider

ALONE = "It signs: whoever reads it can trade and move money."
"""Why a private key matters that needs no API key besides."""

CHOSEN = r"[!\#-&(-_a-~]{4,64}"
"""What the owner of an account chose as a passphrase or a password: no quotes, no spaces."""


def chosen(seed: str) -> str:
    """Give what somebody may have chosen, for an example; another one for another seed."""
    return made_up("base62", 14, sum(seed.encode()))


def exchange(
    name: str,
    *,
    words: tuple[str, ...],
    rotate: str,
    menu: str,
    credentials: tuple[Credential, ...],
    pair: str | None = None,
    everyday: bool = False,
) -> Provider:
    """Give a provider whose credentials move money; `menu` is where the account makes its keys."""
    return Provider(
        name=name,
        words=words,
        rotate=rotate,
        pair=pair,
        everyday=everyday,
        advice=(
            f"Delete the key at {name} under {menu} ({rotate}), and check the account's orders, "
            "withdrawals and API history.",
            "Make a new key with an IP list and the fewest permissions; leave withdrawals off.",
            "Keep it in the environment or a secret store, and read it from there.",
        ),
        credentials=credentials,
    )


def key_and_secret(
    name: str,
    docs: str,
    *words: str,
    key_form: str = OPAQUE,
    secret_form: str = OPAQUE,
    has_passphrase: bool = False,
    everyday: bool = False,
    rotate: str | None = None,
    menu: str = "the account's API settings",
    also: tuple[Credential, ...] = (),
) -> Provider:
    """Give an exchange that wants a key and a secret, and maybe a passphrase, and no more.

    `docs` is its page on the keys, which says how one is deleted if `rotate` is not given. Without
    a form a value counts only where its name has one of `words` in it, or where a class of ccxt, a
    setting or a section says that it is of this exchange.
    """
    slug = words[0].replace(" ", "-")
    return exchange(
        name,
        words=words,
        rotate=rotate or docs,
        menu=menu,
        pair=f"{slug}-key-pair",
        everyday=everyday,
        credentials=(
            key(f"{slug}-api-key", key_form, docs),
            secret(f"{slug}-secret-key", secret_form, docs),
            *((passphrase(f"{slug}-passphrase", docs),) if has_passphrase else ()),
            *also,
        ),
    )


def key(
    rule_id: str,
    form: str,
    docs: str,
    *,
    kind: str = "API key",
    named: bool = True,
    called: tuple[str, ...] = (),
    sandbox: bool = False,
) -> Credential:
    """Give the half of a pair that only identifies."""
    return Credential(
        id=rule_id,
        kind=kind,
        role=Role.KEY,
        why="It identifies the account; together with its secret it signs requests.",
        severity=Severity.MEDIUM,
        form=form,
        named=named,
        called=called,
        sandbox=sandbox,
        docs=docs,
    )


def secret(
    rule_id: str,
    form: str,
    docs: str,
    *,
    kind: str = "secret",
    named: bool = True,
    called: tuple[str, ...] = (),
    role: Role = Role.SECRET,
    why: str = "It signs: whoever reads it, with its API key, can trade and move money.",
) -> Credential:
    """Give the half of a pair that signs."""
    return Credential(
        id=rule_id,
        kind=kind,
        role=role,
        why=why,
        severity=Severity.CRITICAL,
        form=form,
        named=named,
        called=called,
        docs=docs,
    )


def passphrase(
    rule_id: str,
    docs: str,
    form: str = CHOSEN,
    *,
    kind: str = "passphrase",
) -> Credential:
    """Give what an exchange wants besides a key and its secret."""
    return Credential(
        id=rule_id,
        kind=kind,
        role=Role.PASSPHRASE,
        why="It is the third part of an API key: nothing alone, but all with the other two.",
        severity=Severity.MEDIUM,
        form=form,
        named=True,
        complete=chosen if form == CHOSEN else None,
        docs=docs,
    )


def password(name: str, rule_id: str, docs: str) -> Credential:
    """Give the password of an account with the broker `name`, which its owner chose."""
    return Credential(
        id=rule_id,
        kind="password",
        role=Role.PASSWORD,
        why="With the user's name it logs in to the account.",
        severity=Severity.CRITICAL,
        advice=(
            f"Change the password of the account at {name}, and check its orders, withdrawals and "
            "log-ins.",
            "Turn on two-factor authentication.",
            "Keep the new one in the environment or a secret store, and read it from there.",
        ),
        form=CHOSEN,
        complete=chosen,
        named=True,
        docs=docs,
    )


def token(
    rule_id: str,
    form: str,
    docs: str,
    *,
    kind: str = "access token",
    named: bool = True,
    called: tuple[str, ...] = (),
    severity: Severity = Severity.CRITICAL,
    why: str = "It is all that a request needs: whoever reads it acts for the account.",
) -> Credential:
    """Give what opens an account alone."""
    return Credential(
        id=rule_id,
        kind=kind,
        role=Role.TOKEN,
        why=why,
        severity=severity,
        form=form,
        named=named,
        called=called,
        docs=docs,
    )

"""What is going to be asked, and what came of it, for people."""

from collections.abc import Callable, Iterable, Iterator

from leakguard.redact import scrub_path
from leakguard.text import neutralise, plural
from leakguard.verify.address import proxy_for
from leakguard.verify.advice import advice
from leakguard.verify.exchanges import EXCHANGES
from leakguard.verify.pairs import Seen
from leakguard.verify.plan import Plan
from leakguard.verify.verdict import Answer, State
from leakguard.verify.verify import Said, Verdict
from leakguard.verify.written import listed

_MOST_PLACES = 3
"""Places of a pair that are named."""


Locate = Callable[[str], str]
"""Gives a path as it can be opened from the current folder."""


def announced(plans: Iterable[Plan], locate: Locate) -> str:
    """Say which hosts are going to be asked about what, before any is.

    Raises:
        VerifyError: the environment names a proxy that cannot be used.
    """
    asked = [it for it in plans if it.targets]
    lines = [f"leakguard is going to ask about {plural(len(asked), 'key pair')}:"]
    for plan in asked:
        where = ", else ".join(_once(f"{it.address} ({it.title})" for it in plan.targets))
        lines.append(f"  {_place(plan.pair.seen[0], locate)}  {plan.pair.key}  {where}")
    lines += [
        "Each is asked with one signed request that only reads, one after another, and no more "
        "hosts than it takes.",
        "They see the API key, its passphrase where it has one, and the address of this machine; "
        "the secret is sent to nobody.",
    ]
    proxies = _once(
        f"They are asked through the proxy {proxy.host}:{proxy.port}, which sees their names."
        for plan in asked
        for it in plan.targets
        if (proxy := proxy_for(it.address)) is not None
    )
    disturbances = _once(
        f"Careful: {exchange.disturbance}"
        for plan in asked
        if (exchange := EXCHANGES.get(plan.pair.provider)) is not None and exchange.has_nonces
    )
    return "".join(f"{neutralise(line)}\n" for line in [*lines, *proxies, *disturbances])


def verdict(it: Verdict, locate: Locate) -> str:
    """Tell what is known of one pair now, its last line ended."""
    places = ", ".join(_place(seen, locate) for seen in it.pair.seen[:_MOST_PLACES])
    more = len(it.pair.seen) - _MOST_PLACES
    lines = [
        f"{places}{f' and {more} more' if more > 0 else ''}  "
        f"{_in_short(it.said.answer)}  severity: {it.severity}",
        f"  {it.said.title} key {it.pair.key}, asked at {it.said.host}",
        f"  {_reason(it.said.answer)}",
        *(f"  {line}" for line in _told(it)),
        *(f"  also asked: {_also(said)}" for said in it.also),
        *(f"  {number}. {step}" for number, step in enumerate(advice(it), start=1)),
    ]
    return "".join(f"{neutralise(line)}\n" for line in lines)


def obstacles(plans: Iterable[Plan], locate: Locate) -> str:
    """Tell of the pairs that nothing is asked about, and why."""
    return "".join(
        f"{neutralise(f'{_place(it.pair.seen[0], locate)}  not asked: {it.obstacle}')}\n"
        for it in plans
        if it.obstacle is not None
    )


def _in_short(answer: Answer) -> str:
    return str(answer.state).replace("-", " ")


def _reason(answer: Answer) -> str:
    return f"{answer.reason}{f' (code {answer.code})' if answer.code else ''}"


def _also(said: Said) -> str:
    code = f", code {said.answer.code}" if said.answer.code else ""
    return f"{said.title} at {said.host}: {_in_short(said.answer)}{code}"


def _told(it: Verdict) -> Iterator[str]:
    answer = it.said.answer
    if answer.state is not State.ALIVE:
        return
    if answer.permissions is not None:
        yield f"It may: {', '.join(listed(answer.permissions)) or 'nothing'}."
    if answer.ip_restricted is not None:
        yield (
            "Only some addresses may use it, this one too."
            if answer.ip_restricted
            else "Any address may use it: there is no IP restriction."
        )
    if answer.created is not None:
        yield f"It was made on {answer.created[:10]}."
    if answer.expires is not None:
        yield f"It may trade until {answer.expires[:10]}."
    if it.excess is not None:
        yield f"It {it.excess}."


def _place(seen: Seen, locate: Locate) -> str:
    return scrub_path(f"{locate(seen.path)}:{seen.line}")


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))

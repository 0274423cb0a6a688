"""What is going to be asked, and what came of it, for people."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from leakguard.masking.redact import scrub_path
from leakguard.text import folded, neutralise, plural
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


def announced(plans: Iterable[Plan], locate: Locate, width: int) -> str:
    """Say which hosts are going to be asked about what, before any is.

    Raises:
        VerifyError: the environment names a proxy that cannot be used.
    """
    asked = [it for it in plans if it.targets]
    told = [f"leakguard is going to ask about {plural(len(asked), 'key pair')}:"]
    for plan in asked:
        first, *others = _once(f"{it.address} ({it.title})" for it in plan.targets)
        told.append(neutralise(f"  {_place(plan.pair.seen[0], locate)}  {plan.pair.key}  {first}"))
        told += (neutralise(f"      else {it}") for it in others)
    lines = [
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
    return _lines(told, [*lines, *proxies, *disturbances], "", width)


def verdict(it: Verdict, locate: Locate, width: int, again: str = "") -> str:
    """Tell what is known of one pair now, its last line ended; `again` has the options that another
    command finds it with."""
    places = ", ".join(_place(seen, locate) for seen in it.pair.seen[:_MOST_PLACES])
    more = len(it.pair.seen) - _MOST_PLACES
    head = (
        f"{places}{f' and {more} more' if more > 0 else ''}  "
        f"{_in_short(it.said.answer)}  severity: {it.severity}"
    )
    lines = [
        f"{it.said.title} key {it.pair.key}, asked at {it.said.host}",
        _reason(it.said.answer),
        *_told(it),
        *(f"also asked: {_also(said)}" for said in it.also),
    ]
    told = _lines([neutralise(head)], lines, "  ", width)
    for number, step in enumerate((*advice(it), *_way_out(it, again)), start=1):
        told += _lines((), [step], f"  {number}. ", width)
    return told


def _way_out(it: Verdict, again: str) -> Iterator[str]:
    """Name the command that goes on from here, for a key that may be alive."""
    if it.said.answer.state.may_be_alive:
        named = it.pair.secret_id or it.pair.seen[0].fingerprint
        yield f"`leakguard respond {named}{scrub_path(again)}` shows the whole way out."


def rest(plans: Iterable[Plan], verdicts: Iterable[Verdict], locate: Locate, width: int) -> str:
    """Tell of the pairs that nothing is asked about, and why; and in the end how many there are."""
    plans = list(plans)
    left = [it for it in plans if it.obstacle is not None]
    told = ""
    for it in left:
        place = neutralise(f"{_place(it.pair.seen[0], locate)}  not asked:")
        reason = neutralise(it.obstacle or "")
        is_short = len(place) + 1 + len(reason) <= width
        told += f"{place} {reason}\n" if is_short else _lines([place], [reason], "  ", width)
    states = Counter(it.said.answer.state for it in verdicts)
    counts = [f"{states[it]} {it.replace('-', ' ')}" for it in State if states[it]]
    counts += [f"{len(left)} not asked"] if left else []
    blank = "\n" if left else ""  # a verdict has one behind it
    return f"{told}{blank}{plural(len(plans), 'key pair')}: {', '.join(counts)}\n"


def _lines(first: Iterable[str], sentences: Iterable[str], start: str, width: int) -> str:
    """Give lines as they are, and then sentences in lines of a width."""
    lines = [*first, *(one for it in sentences for one in folded(start, neutralise(it), width))]
    return "".join(f"{line}\n" for line in lines)


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
    past = " (in the history)" if seen.is_past else ""
    return scrub_path(f"{locate(seen.path)}:{seen.line}{past}")


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))

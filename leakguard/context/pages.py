"""Tokens and keys that are a place in a list of results, which opens nothing."""

_BEFORE_TOKEN = {
    "next", "page", "pagination", "continuation", "cursor", "resume", "sync", "request", "change",
    "idempotency", "lifecycle", "starting", "skip", "syntax", "lexer", "special", "word",
}  # fmt: skip
"""What stands before `token` where it is a place in a list, a request's number, or a word."""

_BEFORE_KEY = {"next", "page", "pagination", "continuation", "cursor"}
"""What stands before `key` where it is a place in a list."""


def is_of_page(words: tuple[str, ...]) -> bool:
    """Tell whether the words of a name are those of a place in a list: `NextToken`, `page_token`,
    `skiptoken`, `next_page_key`."""
    last = words[-1] if words else ""
    if last == "key":
        return not _BEFORE_KEY.isdisjoint(words[-2:])
    if last in ("token", "tokens"):
        return not _BEFORE_TOKEN.isdisjoint(words)
    return last.endswith("token") and last.removesuffix("token") in _BEFORE_TOKEN

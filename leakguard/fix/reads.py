"""The variables that a Python source makes something read: itself by names that it puts together,
an SDK that it leaves to find its own credentials, or a program that it starts."""

import re
from collections.abc import Iterator

from leakguard.advice.variables import read_in
from leakguard.fix.settings import Pattern

_HANDED = re.compile(rb"(?:\$\{?|(?:-e|--env|export)[ \t=])([A-Z_][A-Z0-9_]+)")
"""`docker run -e NAME`, `$NAME`: what a command in a text hands on."""

_HOLE = rb"(?:\{[^{}\n]*\}|%s)"
_TOGETHER = rb"""["']((?:[A-Z0-9_]|%b)*%b(?:[A-Z0-9_]|%b)*)["']""" % (_HOLE, _HOLE, _HOLE)
_FORMATTED = re.compile(_TOGETHER)
"""`f"{name}_API_KEY"`, `"%s_API_KEY"`."""

_OF_ENVIRONMENT = re.compile(rb"(?m)^.*(?:environ|getenv|\benv\(|\.upper\().*$")
_FORMATTED_IN_ANY_CASE = re.compile(_TOGETHER, re.IGNORECASE)
_BETWEEN = re.compile(_HOLE)
_BEFORE = re.compile(rb"""["']([A-Z][A-Z0-9]*_(?:[A-Z0-9]+_)*)["']""")
_BEHIND = re.compile(rb"""["']((?:_[A-Z0-9]+)+)["']""")
"""`"BINANCE_" + …`, `env.prefixed("BINANCE_")`, `… + "_API_KEY"`."""

_PREFIX = re.compile(
    rb"""(auto_envvar_prefix|envvar_prefix(?:_for_dynaconf)?)["']?\s{0,9}[=:]\s{0,9}["'](\w+)["']"""
)
"""https://click.palletsprojects.com/en/stable/options/#values-from-environment-variables and
https://www.dynaconf.com/envvars/#custom-prefix: both put a `_` behind it."""

_OF_PYDANTIC = re.compile(rb"""env_prefix["']?\s{0,9}[=:]\s{0,9}["']\w*["']""")

_ARGUMENTS = rb"[ \t]*\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)"
_AWS = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN")
_SDKS = tuple(
    (re.compile(rb"(?<![\w])(?:" + call + rb")" + _ARGUMENTS), re.compile(told), names)
    for call, told, names in (
        (rb"(?:aio)?boto3?\.(?:client|resource|Session|session\.Session)|get_session"
         rb"|S3FileSystem", rb"access_key|\bkey\s*=", _AWS),
        (rb"(?:openai\.)?(?:Async)?OpenAI|ChatOpenAI|OpenAIEmbeddings", rb"api_key",
         ("OPENAI_API_KEY",)),
        (rb"(?:openai\.)?(?:Async)?AzureOpenAI|AzureChatOpenAI", rb"api_key",
         ("AZURE_OPENAI_API_KEY", "OPENAI_API_KEY")),
        (rb"(?:anthropic\.)?(?:Async)?Anthropic|ChatAnthropic", rb"api_key",
         ("ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN")),
        (rb"(?:Async)?Groq|ChatGroq", rb"api_key", ("GROQ_API_KEY",)),
        (rb"genai\.Client|ChatGoogleGenerativeAI", rb"api_key",
         ("GEMINI_API_KEY", "GOOGLE_API_KEY")),
        (rb"cohere\.(?:Async)?Client(?:V2)?", rb"key|^\s*\S", ("CO_API_KEY",)),
        (rb"Pinecone", rb"api_key", ("PINECONE_API_KEY",)),
        (rb"TavilyClient", rb"api_key|^\s*\S", ("TAVILY_API_KEY",)),
        (rb"replicate\.run", rb"$^", ("REPLICATE_API_TOKEN",)),
        (rb"wandb\.(?:login|init)", rb"\bkey\s*=", ("WANDB_API_KEY",)),
        (rb"sentry_sdk\.init", rb"dsn|^\s*[\"']", ("SENTRY_DSN",)),
        (rb"HfApi|InferenceClient|\w+\.from_pretrained|snapshot_download|hf_hub_download"
         rb"|load_dataset", rb"token", ("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN")),
        (rb"(?:tradeapi\.)?REST", rb"key|^\s*[\"'\w]", ("APCA_API_KEY_ID", "APCA_API_SECRET_KEY")),
    )
)  # fmt: skip
"""Calls of SDKs, what among their arguments is a credential, and the variables that they read
without one:
https://boto3.amazonaws.com/v1/documentation/api/latest/guide/credentials.html,
https://github.com/openai/openai-python#usage, https://docs.anthropic.com/en/api/client-sdks,
https://ai.google.dev/gemini-api/docs/api-key, https://docs.sentry.io/platforms/python/configuration/,
https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables,
https://docs.wandb.ai/guides/track/environment-variables,
https://github.com/alpacahq/alpaca-trade-api-python#alpaca-environment-variables."""

_COMMANDS = (
    (re.compile(rb"""["'](?:aws)["' ]"""), _AWS),
    (re.compile(rb"""["'](?:gh)["' ]"""), ("GH_TOKEN", "GITHUB_TOKEN")),
)
_STARRED = re.compile(
    rb"""(?m)^[ \t]*(?:"[ \t]*)?from[ \t]+([\w.]+)[ \t]+import[ \t]*\(?[ \t]*\*"""
)


def names(source: bytes) -> set[str]:
    """Give the names of the variables that a Python source seems to have read."""
    found = set(read_in(source))
    found.update(it[1].decode() for it in _HANDED.finditer(source))
    for call, told, variables in _SDKS:
        if any(told.search(it[1]) is None for it in call.finditer(source)):
            found.update(variables)
    for command, variables in _COMMANDS:
        if command.search(source):
            found.update(variables)
    return found


def patterns(source: bytes) -> Iterator[Pattern]:
    """Give what those names begin with and end with that a Python source puts together."""
    plain = _OF_PYDANTIC.sub(b"", source) if b"BaseSettings" in source else source
    lines = [it[0] for it in _OF_ENVIRONMENT.finditer(source)]
    formatted = [it[1] for it in _FORMATTED.finditer(source)]
    formatted += (it[1] for line in lines for it in _FORMATTED_IN_ANY_CASE.finditer(line))
    for text in formatted:
        first, *_, last = _BETWEEN.split(text)
        if b"_" in first + last and len(first + last) > 2:
            yield first.decode().upper(), last.decode().upper()
    yield from ((it[1].decode(), "") for it in _BEFORE.finditer(plain))
    yield from (("", it[1].decode()) for it in _BEHIND.finditer(source))
    yield from ((f"{it[2].decode().upper()}_", "") for it in _PREFIX.finditer(source))


def starred(source: bytes) -> set[str]:
    """Give the last part of the name of each module of which a source imports all names."""
    return {it[1].decode().rpartition(".")[2] for it in _STARRED.finditer(source)}

"""The sink tables: that each is well-formed, what they say, and how they are looked up."""

from itertools import combinations
from pathlib import Path

import pytest

from leakguard import sinks
from leakguard.errors import RuleError
from leakguard.finding import Role
from leakguard.pack.location import rule_folder
from leakguard.sinks import Attribute, Shape, Sink
from leakguard.sinks import tables as sink_tables
from tests import sinks_verify

TABLES = sorted((rule_folder() / "sinks").glob("*.toml"))
GOOD = """
packages = ["shop"]
[[sink]]
calls = ["Client"]
positional = ["key", "secret"]
[sink.credentials]
key = "key"
secret = "secret"
"""


def read(folder: Path, text: str) -> sinks.SinkTable:
    path = folder / "shop.toml"
    path.write_text(text, "utf-8")
    return sink_tables.of_contents(sink_tables.parse([path]))


class TestTheTablesOfAFolder:
    def test_are_the_same_from_the_cache(self, tmp_path: Path) -> None:
        (tmp_path / "shop.toml").write_text(GOOD, "utf-8")
        first = sink_tables.load(tmp_path)
        assert sink_tables.load(tmp_path) == first

    def test_are_read_again_when_a_file_has_changed(self, tmp_path: Path) -> None:
        path = tmp_path / "shop.toml"
        path.write_text(GOOD, "utf-8")
        sink_tables.load(tmp_path)
        path.write_text(GOOD.replace("Client", "NewClient"), "utf-8")
        assert sink_tables.load(tmp_path).call_names() == ("NewClient",)

    def test_that_cannot_be_read_are_not_cached(self, tmp_path: Path) -> None:
        (tmp_path / "shop.toml").write_text("packages = []\n[[sink]]\n", "utf-8")
        for _ in range(2):
            with pytest.raises(RuleError):
                sink_tables.load(tmp_path)


def overlap(one: Sink, other: Sink) -> bool:
    """Whether a call could be both."""
    near = any(
        f"{first}.".startswith(f"{second}.") or f"{second}.".startswith(f"{first}.")
        for first in one.packages
        for second in other.packages
    )
    return near and one.method == other.method and bool(set(one.calls) & set(other.calls))


def test_a_table_names_the_version_it_was_read_from() -> None:
    headers = {path.stem: sinks_verify.header(path) for path in TABLES}
    of_an_earlier_version = {"lighter-sdk-0": "lighter-sdk"}
    assert {it: sinks_verify.stem(name) for it, (name, _) in headers.items()} == {
        it: of_an_earlier_version.get(it, it) for it in headers
    }
    assert [it for it, (_, version) in headers.items() if not version[0].isdigit()] == []


def test_a_table_can_be_read_alone_and_says_something() -> None:
    tables = {path.stem: sink_tables.of_contents(sink_tables.parse([path])) for path in TABLES}
    assert [it for it, table in tables.items() if not (table.sinks or table.attributes)] == []


def test_there_is_a_table_for_each_of_many_sdks() -> None:
    assert len(TABLES) >= 300


def test_no_two_tables_contradict_each_other() -> None:
    for one, other in combinations(sinks.load().sinks, 2):
        if one.table == other.table or not overlap(one, other):
            continue
        shorter, longer = sorted((one.positional, other.positional), key=len)
        assert longer[: len(shorter)] == shorter, (one.table, other.table, one.calls)
        for name in set(one.credentials) & set(other.credentials):
            assert one.credentials[name] is other.credentials[name], (one.table, other.table, name)


def test_no_two_sinks_of_a_table_are_the_same_call() -> None:
    for one, other in combinations(sinks.load().sinks, 2):
        if one.table == other.table:
            assert not overlap(one, other), (one.table, one.calls, other.calls)


@pytest.mark.parametrize(
    ("full", "position", "expected"),
    [
        ("binance.client.Client", 0, ("api_key", Role.KEY)),
        ("binance.AsyncClient.create", 1, ("api_secret", Role.SECRET)),
        ("binance.um_futures.UMFutures", 1, ("secret", Role.SECRET)),
        ("okx.Trade.TradeAPI", 2, ("passphrase", Role.PASSPHRASE)),
        ("kraken.spot.Trade", 1, ("secret", Role.SECRET)),
        ("ccxt.pro.kraken", 0, ("config", Shape.MAPPING)),
        ("hmac.new", 0, ("key", Role.SECRET)),
        ("jwt.encode", 1, ("key", Role.SECRET)),
        ("cryptography.fernet.Fernet", 0, ("key", Role.SECRET)),
        ("eth_account.Account.from_key", 0, ("private_key", Role.PRIVATE_KEY)),
        ("solders.keypair.Keypair.from_base58_string", 0, ("s", Role.PRIVATE_KEY)),
        ("google.oauth2.credentials.Credentials", 0, ("token", Role.TOKEN)),
        ("psycopg2.connect", 0, ("dsn", Shape.URL)),
        ("smtplib.SMTP.login", 1, ("password", Role.PASSWORD)),
        ("httpx.BasicAuth", 1, ("password", Role.PASSWORD)),
    ],
)
def test_an_argument_by_position(
    full: str, position: int, expected: tuple[str, Role | Shape]
) -> None:
    found = [
        sink.at(position)
        for sink in sinks.load().sinks_for(full.rpartition(".")[2])
        if sink.is_called(full)
    ]
    assert expected in found


@pytest.mark.parametrize(
    ("full", "keyword", "expected"),
    [
        ("openai.OpenAI", "api_key", Role.KEY),
        ("anthropic.AsyncAnthropic", "api_key", Role.KEY),
        ("pybit.unified_trading.HTTP", "api_secret", Role.SECRET),
        ("boto3.client", "aws_secret_access_key", Role.SECRET),
        ("requests.get", "headers", Shape.HEADERS),
        ("requests.post", "auth", Shape.BASIC_AUTH),
        ("pymysql.connect", "password", Role.PASSWORD),
        ("hashlib.blake2b", "key", Role.SECRET),
        ("praw.Reddit", "client_secret", Role.SECRET),
        ("langchain_openai.ChatOpenAI", "api_key", Role.KEY),
    ],
)
def test_an_argument_by_keyword(full: str, keyword: str, expected: Role | Shape) -> None:
    found = [
        sink.credentials.get(keyword)
        for sink in sinks.load().sinks_for(full.rpartition(".")[2])
        if sink.is_called(full)
    ]
    assert expected in found


@pytest.mark.parametrize(
    "full", ["httpx.AsyncClient", "mybinance.Client", "shop.binance.Client", "binance.get_client"]
)
def test_what_is_imported_from_elsewhere_is_no_client_of_binance(full: str) -> None:
    assert not [
        sink
        for sink in sinks.load().sinks_for(full.rpartition(".")[2])
        if sink.provider == "Binance" and sink.is_called(full)
    ]


def test_no_argument_stands_behind_the_last_credential() -> None:
    (sink,) = sinks.load().sinks_for("UMFutures")
    assert sink.at(2) is None


def test_a_parameter_between_credentials_is_none() -> None:
    (sink,) = sinks.load().sinks_for("SpotWebsocketAPIClient")
    assert sink.at(0) is None


def test_a_method_is_named_by_its_last_part_on_any_object() -> None:
    (sink,) = [sink for sink in sinks.load().sinks_for("login") if sink.packages == ("smtplib",)]
    assert sink.is_named("server.login")
    assert not sink.is_named("server.logout")


def test_a_class_is_named_by_all_of_its_parts() -> None:
    (sink,) = [sink for sink in sinks.load().sinks_for("create") if "binance" in sink.packages]
    assert sink.is_named("AsyncClient.create")
    assert not sink.is_named("Order.create")


def test_the_items_of_an_exchange() -> None:
    (sink,) = [sink for sink in sinks.load().sinks_for("binance") if sink.table == "ccxt"]
    assert (sink.provider, dict(sink.items)["password"]) == ("Binance", Role.PASSPHRASE)


@pytest.mark.parametrize(
    ("dotted", "role"),
    [
        ("openai.api_key", Role.KEY),
        ("stripe.api_key", Role.KEY),
        ("app.secret_key", Role.SECRET),
        ("self.app.secret_key", Role.SECRET),
        ("app.config[SECRET_KEY]", Role.SECRET),
        ("app.config[SQLALCHEMY_DATABASE_URI]", Shape.URL),
        ("exchange.apiKey", Role.KEY),
        ("SECRET_KEY", Role.SECRET),
    ],
)
def test_an_attribute(dotted: str, role: Role | Shape) -> None:
    attribute = sinks.load().attribute_for(dotted)
    assert isinstance(attribute, Attribute)
    assert attribute.role is role


@pytest.mark.parametrize("dotted", ["openai.api_base", "self.SECRET_KEY", "secret_key", "", "."])
def test_no_attribute(dotted: str) -> None:
    assert sinks.load().attribute_for(dotted) is None


@pytest.mark.parametrize("name", ["X-MBX-APIKEY", "x-mbx-apikey"])
def test_a_header_in_any_case(name: str) -> None:
    header = sinks.load().header_for(name)
    assert header is not None
    assert (header.role, header.provider) == (Role.KEY, "Binance")


@pytest.mark.parametrize("name", ["UMFutures", "ConfigurationRestAPI", "SendGridAPIClient"])
def test_a_distinctive_call(name: str) -> None:
    assert name in sinks.load().call_names(common=False)


@pytest.mark.parametrize("name", ["Client", "new", "connect", "login", "get", "create", "Session"])
def test_a_common_call(name: str) -> None:
    assert name in sinks.load().call_names(common=True)


def test_every_call_is_distinctive_or_common() -> None:
    table = sinks.load()
    both = table.call_names(common=False) + table.call_names(common=True)
    assert sorted(both) == list(table.call_names())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            GOOD.replace('= "secret"', '= "secrte"'),
            "shop.toml: unknown role 'secrte'; did you mean 'secret'?",
            id="unknown role",
        ),
        pytest.param(
            GOOD.replace("calls", "call"),
            "shop.toml: unknown key 'call'; did you mean 'calls'?",
            id="unknown key",
        ),
        pytest.param(
            GOOD.replace('["shop"]', '"shop"'),
            "shop.toml: packages: not an array of strings",
            id="no array",
        ),
        pytest.param(
            GOOD.replace('packages = ["shop"]', ""), "shop.toml: packages: missing", id="no package"
        ),
        pytest.param(
            GOOD.replace('"secret"]', '"secret", "url"]'),
            "shop.toml: Client: url, the last, is no credential",
            id="too long",
        ),
        pytest.param(
            GOOD.replace('"secret"]', '"secret", "secret"]'),
            "shop.toml: positional: the same string twice",
            id="twice",
        ),
        pytest.param(
            GOOD.split("[sink.cred")[0], "shop.toml: Client: no credentials", id="no credentials"
        ),
        pytest.param(
            GOOD.replace('= "secret"', '= "mapping"'),
            "shop.toml: Client: a mapping and its items belong together",
            id="no items",
        ),
        pytest.param(
            f'{GOOD}[sink.items]\nkey = "key"\n',
            "shop.toml: Client: a mapping and its items belong together",
            id="no mapping",
        ),
        pytest.param(
            f'{GOOD}[headers]\nX-Key = "url"\n',
            "shop.toml: headers: X-Key cannot be 'url'",
            id="shape of a header",
        ),
        pytest.param(f"provider = 1\n{GOOD}", "shop.toml: provider: not a string", id="provider"),
        pytest.param(
            'packages = ["shop"]\nsink = 1\n', "shop.toml: sink: write [[sink]]", id="no table"
        ),
    ],
)
def test_a_malformed_table_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(RuleError) as raised:
        read(tmp_path, text)
    assert str(raised.value) == message


def test_what_is_no_toml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"^shop\.toml: .*line 1"):
        read(tmp_path, "packages =\n")


def test_an_attribute_of_two_roles_is_refused(tmp_path: Path) -> None:
    text = 'packages = ["shop"]\n' + "".join(
        f'[[attribute]]\nnames = ["shop.key"]\nrole = "{role}"\n' for role in ("key", "token")
    )
    with pytest.raises(RuleError, match=r"shop\.key is another thing in shop"):
        read(tmp_path, text)


def test_the_items_of_a_table_are_those_of_its_mappings(tmp_path: Path) -> None:
    text = GOOD.replace('= "secret"', '= "mapping"') + '[items]\napiKey = "key"\n'
    (sink,) = read(tmp_path, text).sinks
    assert sink.items == {"apiKey": Role.KEY}


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        pytest.param("class Client:\n    def __init__(self, key, secret, url): ...",
                     None, id="same"),
        pytest.param("class Client:\n    def __init__(self, url, key, secret): ...",
                     "has other positional parameters: (url, key, secret, *)", id="order"),
        pytest.param("class Client:\n    def __init__(self, key, *, secret): ...",
                     "has other positional parameters: (key, *, secret)", id="keyword only"),
        pytest.param("class Clients: ...", "is not defined", id="missing"),
        pytest.param("class Base:\n    def __init__(self, key, secret): ...\n"
                     "class Client(Base): ...", None, id="inherited"),
        pytest.param("@dataclass\nclass Client:\n    key: str\n    secret: str",
                     None, id="dataclass"),
        pytest.param("def connect(key, secret): ...\nClient = connect", None, id="alias"),
    ],
)  # fmt: skip
def test_the_check_against_a_package(tmp_path: Path, source: str, fault: str | None) -> None:
    (tmp_path / "shop.py").write_text(source, "utf-8")
    package = sinks_verify.read(tmp_path)
    (sink,) = read(tmp_path, GOOD).sinks
    assert sinks_verify.disagreement(sink, "Client", package) == fault

"""`leakguard verify`: it says whom it will ask, waits for a yes, asks, and says what came of it."""

import functools
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from leakguard.cli import verify as command
from leakguard.examples import made_up
from leakguard.fingerprint import secret_id
from leakguard.verify.asking import Asking
from tests.cli.conftest import Done, Run, run, unread
from tests.cli.terminal import on_terminal
from tests.exchange.faults import Fault
from tests.exchange.keys import EVERYTHING, READ_ONLY, IssuedKey, ed25519_key, hmac_key
from tests.exchange.server import Exchange, serving
from tests.exchange.venue import Kind
from tests.support import Repository, leakguard

__all__ = ("run", "unread")

TRADING = hmac_key(71, permissions=READ_ONLY | {"enableSpotAndMarginTrading"})
READING = ed25519_key(73)
LISTED = hmac_key(75, permissions=EVERYTHING, ips=frozenset({"127.0.0.1"}))
TESTING = hmac_key(77)
STRANGER = hmac_key(79)

CLIENT = "from binance.client import Client\n\nclient = Client({}, {})\n"


def client(key: IssuedKey, *more: str) -> str:
    return CLIENT.format(f'"{key.id}"', ", ".join((f'"{key.secret}"', *more)))


def env(key: IssuedKey) -> str:
    return f"BINANCE_API_KEY={key.id}\nBINANCE_API_SECRET={key.secret}\n"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "Asking", functools.partial(Asking, interval=0))


@pytest.fixture
def exchange() -> Iterator[Exchange]:
    with serving([TRADING, READING, LISTED]) as running:
        yield running


@pytest.fixture
def verify(run: Run, tmp_path: Path, exchange: Exchange) -> Any:
    """Runs the command over files, with the exchange in place of Binance."""

    def verify(files: dict[str, str], *arguments: str, given: bool = True) -> Done:
        folder = tmp_path / "project"
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text)
        endpoint = ("--endpoint", exchange.url) if given else ()
        return run("verify", ".", *endpoint, *arguments, cwd=folder)

    return verify


class TestBeforeAnythingIsSent:
    def test_without_a_terminal_or_a_yes_nothing_is(self, verify: Any, exchange: Exchange) -> None:
        done = verify({"bot.py": client(TRADING)})
        assert (done.code, exchange.asked) == (2, [])
        assert "nothing was asked: there is no terminal to agree on; with --yes you do" in done.err

    def test_the_hosts_are_named(self, verify: Any) -> None:
        done = verify({"bot.py": client(TRADING), ".env": env(STRANGER)}, given=False)
        lines = done.err.splitlines()
        assert f"  bot.py:3  {TRADING.id[:4]}****  https://api.binance.com (Binance)" in lines
        (first,) = [n for n, it in enumerate(lines) if ".env:2" in it]
        assert lines[first].endswith("https://api.binance.com (Binance)")
        assert lines[first + 1] == (
            "      else https://testnet.binance.vision (Binance spot testnet)"
        )
        assert done.code == 2

    def test_no_host_comes_from_what_is_scanned(self, verify: Any) -> None:
        hosts = 'client.API_URL = "https://api.binance.com.evil.example"\n'
        more = {"leakguard.toml": "", ".env": "BINANCE_BASE_URL=https://evil.example\n"}
        done = verify({"bot.py": client(TRADING) + hosts, **more}, given=False)
        assert ("api.binance.com" in done.err, "evil.example" in done.err) == (True, False)

    def test_who_leaves_at_the_question_has_asked_nobody(
        self, tmp_path: Path, exchange: Exchange
    ) -> None:
        (tmp_path / "bot.py").write_text(client(TRADING))
        said = on_terminal("verify", ".", "--endpoint", exchange.url, cwd=tmp_path, typed="\x04")
        assert exchange.asked == []
        assert said.splitlines()[-1] == "leakguard: error: interrupted"

    def test_a_refused_address_is_told(self, verify: Any, exchange: Exchange) -> None:
        done = verify({"bot.py": client(TRADING)}, "--endpoint", "http://api.binance.com", "--yes",
                      given=False)  # fmt: skip
        assert (done.code, exchange.asked) == (2, [])
        assert "plain http is for this machine alone" in done.err

    @pytest.mark.parametrize(("typed", "asked"), [("y\n", 1), ("n\n", 0), ("\n", 0)])
    def test_a_terminal_is_asked(
        self, tmp_path: Path, exchange: Exchange, typed: str, asked: int
    ) -> None:
        (tmp_path / "bot.py").write_text(client(TRADING))
        said = on_terminal(
            "verify", ".", "--endpoint", exchange.url, cwd=tmp_path, typed=typed, columns=200
        )
        assert said.index(exchange.url) < said.index("Ask them? [y/N]")
        assert ("alive" in said, len(exchange.asked)) == (bool(asked), asked)
        assert ("nothing was asked" in said) == (not asked)

    def test_the_proxy_is_named(self, verify: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("https_proxy", f"http://ada:{made_up('base62', 12, 125)}@p.example:3128")
        done = verify({"bot.py": client(TRADING)}, given=False)
        assert "They are asked through the proxy p.example:3128, which sees" in done.err
        assert made_up("base62", 12, 125) not in done.err

    def test_a_proxy_that_cannot_be_used_is_an_error(
        self, verify: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("https_proxy", "socks5://p.example:1080")
        done = verify({"bot.py": client(TRADING)}, "--yes", given=False)
        assert (done.code, "https_proxy names is none of http://" in done.err) == (2, True)

    def test_a_file_that_cannot_be_written_is_told(self, verify: Any, exchange: Exchange) -> None:
        done = verify({"bot.py": client(TRADING)}, "--yes", "--output", "none/there.json")
        assert (done.code, exchange.asked) == (2, [])
        assert "cannot write none/there.json: there is no such folder" in done.err

    def test_a_folder_that_cannot_be_written_to_is_told(
        self, verify: Any, exchange: Exchange
    ) -> None:
        done = verify({"bot.py": client(TRADING)}, "--yes", "--output", ".")
        assert (done.code, exchange.asked) == (2, [])
        assert "cannot write .: it is a folder" in done.err

    @pytest.mark.parametrize("other", [("bot.py",), ("--include-ignored",)], ids=["path", "option"])
    def test_the_history_is_that_of_the_whole_repository(
        self, run: Run, tmp_path: Path, other: tuple[str, ...]
    ) -> None:
        done = run("verify", "--history", *other, cwd=tmp_path)
        assert (done.code, "--history takes no paths" in done.err) == (2, True)


STORIES = {
    "alive": ({"bot.py": client(TRADING)}, 1),
    "behind-a-list": ({"bot.py": client(LISTED)}, 1),
    "dead": ({"bot.py": client(STRANGER)}, 0),
    "one-of-two": ({"bot.py": client(STRANGER), "other.py": client(TRADING)}, 1),
    "none": ({"bot.py": "x = 1\n"}, 0),
    "a-secret-alone": ({".env": f"BINANCE_API_SECRET={TRADING.secret}\n"}, 0),
}


@pytest.mark.parametrize(("files", "code"), STORIES.values(), ids=STORIES)
def test_the_exit_code_tells_whether_a_pair_is_alive(
    verify: Any, files: dict[str, str], code: int
) -> None:
    assert verify(files, "--yes").code == code


def test_what_may_be_alive_counts_as_alive(verify: Any, exchange: Exchange) -> None:
    exchange.fault = Fault.EMPTY
    done = verify({"bot.py": client(TRADING)}, "--yes")
    assert (done.code, "  unknown  " in done.out) == (1, True)


def test_a_pair_is_told_with_all_that_is_known(verify: Any) -> None:
    read = "client.get_account()\n"
    done = verify({"bot.py": client(TRADING) + read}, "--yes")
    assert done.out == (
        f"""\
bot.py:3  alive  severity: critical
  Binance key {TRADING.id[:4]}****, asked at 127.0.0.1
  Binance has answered a request that this pair signed.
  It may: read, trade.
  Any address may use it: there is no IP restriction.
  It was made on 2023-10-30.
  It may trade; your code only reads (get_account in bot.py:4).
  1. Act now: delete the key at Binance; whoever reads it can move money, from anywhere.
  2. Check the account's orders, transfers and withdrawals, and who used its API.
  3. Give the new one a list of the addresses that may use it.
  4. Give the new one no more than the code needs.
  5. `leakguard respond {secret_id(TRADING.secret)}` shows the whole way out.

1 key pair: 1 alive
"""
    )


def test_what_is_told_is_as_wide_as_the_terminal(
    verify: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    files = {"bot.py": client(TRADING), ".env": kraken(), "old.py": client(STRANGER)}
    done = verify(files, "--yes")
    assert max(map(len, (done.out + done.err).splitlines())) <= 80


def test_the_end_says_how_many_pairs_there_are(verify: Any) -> None:
    files = {"a.py": client(TRADING), ".env": kraken(), "b.py": client(STRANGER)}
    done = verify(files, "--yes")
    assert done.out.splitlines()[-1] == "3 key pairs: 1 alive, 1 dead, 1 not asked"


class TestTheHistory:
    """With --history, what `leakguard audit` tells of is asked about."""

    @pytest.fixture
    def lived(self, repository: Repository, exchange: Exchange) -> Repository:
        """STRANGER was replaced by TRADING in a file, and is asked about no more without it."""
        repository.commit("a key", **{"bot.py": client(STRANGER)})
        repository.commit("another", **{".gitignore": ".env\n", "bot.py": "x = 1\n"})
        repository.write(".env", env(TRADING))
        return repository

    def test_what_only_it_has_is_asked_about(
        self, run: Run, lived: Repository, exchange: Exchange
    ) -> None:
        done = run("verify", "--history", "--yes", "--endpoint", exchange.url, cwd=lived.path)
        lines = done.out.splitlines()
        assert ".env:2  alive  severity: critical" in lines
        assert "bot.py:3 (in the history)  dead  severity: info" in lines
        assert (done.code, lines[-1]) == (1, "2 key pairs: 1 alive, 1 dead")

    def test_without_it_nobody_asks_about_that(
        self, run: Run, lived: Repository, exchange: Exchange
    ) -> None:
        done = run("verify", "--yes", "--endpoint", exchange.url, cwd=lived.path)
        assert (done.code, exchange.asked) == (0, [])

    def test_an_audit_knows_then_that_an_old_key_is_dead(
        self, run: Run, lived: Repository, exchange: Exchange, tmp_path: Path
    ) -> None:
        file = tmp_path / "verified.json"
        run("verify", "--history", "--yes", "--endpoint", exchange.url, "--output", file,
            cwd=lived.path)  # fmt: skip
        audited = run("audit", "--verified", file, "--format", "json", cwd=lived.path)
        told = {it["id"]: it for it in json.loads(audited.out)["keys"]}
        old = told[secret_id(STRANGER.secret) or ""]
        assert (old["verified"]["state"], old["exposed"]) == ("dead", False)


@pytest.mark.parametrize("kind", ["text", "json"])
def test_who_leaves_midway_keeps_what_was_answered(
    verify: Any, exchange: Exchange, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str
) -> None:
    def leave(_: float) -> None:
        raise KeyboardInterrupt

    waiting = functools.partial(Asking, interval=3600, sleep=leave)
    monkeypatch.setattr(command, "Asking", waiting)
    files = {"a.py": client(TRADING), "b.py": client(STRANGER), ".env": kraken()}
    done = verify(files, "--yes", "--format", kind, "--output", "../verified.json")
    assert (done.code, done.err.splitlines()[-1]) == (130, "leakguard: error: interrupted")
    written = json.loads((tmp_path / "verified.json").read_text())
    assert [it["places"][0]["path"] for it in written["verified"]] == ["a.py"]
    reasons = {it["places"][0]["path"]: it["reason"] for it in written["not_asked"]}
    assert reasons["b.py"] == "The asking ended before an answer came."
    assert "--may-disturb-bots" in reasons[".env"]
    assert len(exchange.asked) == 1
    if kind == "json":
        assert json.loads(done.out) == written
    else:
        assert "b.py:3  not asked: The asking ended before an answer came." in done.out
        assert done.out.splitlines()[-1] == "3 key pairs: 1 alive, 2 not asked"


RULE = """
from leakguard.finding import Role
from leakguard.rule import Credential, Provider

DOCS = "https://quokka.example/docs"
QUOKKA = Provider(
    name="Binance",
    words=("quokka",),
    rotate="https://quokka.example/keys",
    pair="quokka-key-pair",
    credentials=tuple(
        Credential(id=name, kind="credential", role=role, docs=DOCS, form="[A-Za-z0-9]{64}")
        for name, role in (("quokka-key", Role.KEY), ("quokka-secret", Role.SECRET))
    ),
)
"""


class TestRulesOfOnesOwn:
    """With --rules, what they find is asked about."""

    @pytest.fixture
    def project(self, tmp_path: Path) -> Path:
        for name, text in {
            "rules/quokka.py": RULE,
            "project/quokka.ini": f"quokka_key = {TRADING.id}\nquokka_secret = {TRADING.secret}\n",
        }.items():
            (tmp_path / name).parent.mkdir()
            (tmp_path / name).write_text(text)
        return tmp_path / "project"

    def test_their_pair_is_asked_about(self, project: Path, exchange: Exchange) -> None:
        ask = ("verify", ".", "--yes", "--endpoint", exchange.url)
        without = leakguard(*ask, cwd=project)
        assert (without.returncode, exchange.asked) == (0, [])
        done = leakguard(*ask, "--rules", "../rules", cwd=project)
        assert done.stdout.startswith("quokka.ini:2  alive  severity: critical")
        assert (done.returncode, len(exchange.asked)) == (1, 1)
        named = secret_id(TRADING.secret)
        again = f"`leakguard respond {named} --rules {project.parent / 'rules'}` shows"
        assert again in " ".join(done.stdout.split())

    def test_a_folder_that_is_not_there_is_told(self, project: Path, exchange: Exchange) -> None:
        done = leakguard(
            "verify", ".", "--yes", "--rules", "none", "--endpoint", exchange.url, cwd=project
        )
        assert done.stderr == "leakguard: error: --rules: there is no folder none\n"
        assert (done.returncode, exchange.asked) == (2, [])


class TestWhereNobodyReads:
    """As after `| head -1`."""

    @pytest.fixture
    def project(self, tmp_path: Path) -> Path:
        (tmp_path / "a.py").write_text(client(TRADING))
        (tmp_path / "b.py").write_text(client(STRANGER))
        return tmp_path

    @pytest.mark.parametrize("kind", ["text", "json"])
    def test_the_file_is_written_all_the_same(
        self, unread: Run, project: Path, exchange: Exchange, kind: str
    ) -> None:
        done = unread("verify", ".", "--yes", "--endpoint", exchange.url, "--format", kind,
                      "--output", "verified.json", cwd=project)  # fmt: skip
        written = json.loads((project / "verified.json").read_text())
        states = {it["places"][0]["path"]: it["state"] for it in written["verified"]}
        assert states == {"a.py": "alive", "b.py": "dead"}
        assert (done.code, done.out, "Traceback" in done.err) == (2, "", False)

    def test_nobody_is_asked_any_more_if_no_file_is_wanted(
        self, unread: Run, project: Path, exchange: Exchange
    ) -> None:
        done = unread("verify", ".", "--yes", "--endpoint", exchange.url, cwd=project)
        assert (done.code, len(exchange.asked)) == (2, 1)

    def test_who_leaves_midway_is_told_so(
        self, unread: Run, project: Path, exchange: Exchange, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def leave(_: float) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(
            command, "Asking", functools.partial(Asking, interval=3600, sleep=leave)
        )
        done = unread("verify", ".", "--yes", "--endpoint", exchange.url, "--format", "json",
                      "--output", "verified.json", cwd=project)  # fmt: skip
        assert (done.code, done.err.splitlines()[-1]) == (130, "leakguard: error: interrupted")
        written = json.loads((project / "verified.json").read_text())
        assert (len(written["verified"]), len(written["not_asked"])) == (1, 1)


def test_a_pair_in_several_places_is_asked_about_once(verify: Any, exchange: Exchange) -> None:
    done = verify({"a.py": client(TRADING), "b.py": client(TRADING)}, "--yes")
    assert done.out.startswith("a.py:3, b.py:3  alive")
    assert len(exchange.asked) == 1


def test_a_private_key_is_asked_about_once_however_it_is_folded(
    verify: Any, exchange: Exchange
) -> None:
    escaped = READING.secret.replace("\n", "\\n")
    indented = "".join(f"    {line}\n" for line in READING.secret.splitlines())
    head = f"binance:\n  api_key: {READING.id}\n  private_key: "
    files = {"a.yaml": f'{head}"{escaped}"\n', "b.yaml": f"{head}|\n{indented}"}
    done = verify(files, "--yes")
    assert done.out.startswith("a.yaml:3, b.yaml:4  alive")
    assert (len(exchange.asked), "without an API key" in done.err) == (1, False)


def test_a_private_key_is_asked_about(verify: Any) -> None:
    escaped = READING.secret.replace("\n", "\\n")
    done = verify(
        {"keys.yaml": f'binance:\n  api_key: {READING.id}\n  private_key: "{escaped}"\n'}, "--yes"
    )
    assert "keys.yaml:3  alive  severity: high" in done.out


def test_a_pair_that_is_allowed_to_stay_is_asked_about(verify: Any) -> None:
    allowed = client(TRADING).rstrip() + "  # leakguard: allow hardcoded-argument for a test\n"
    assert "alive" in verify({"bot.py": allowed}, "--yes").out


def test_other_environments_are_asked_in_turn(verify: Any, exchange: Exchange) -> None:
    with serving([TESTING], kind=Kind.TEST) as testnet:
        done = verify({".env": env(TESTING)}, "--yes", "--endpoint",
                      f"binance-spot-testnet={testnet.url}", "--format", "json")  # fmt: skip
    (entry,) = json.loads(done.out)["verified"]
    assert (entry["environment"], entry["state"], entry["severity"], entry["test"]) == (
        "binance-spot-testnet", "alive", "low", True,
    )  # fmt: skip
    assert [(it["environment"], it["state"]) for it in entry["also"]] == [("binance", "dead")]
    assert (len(exchange.asked), len(testnet.asked)) == (1, 1)


def test_what_is_known_to_be_for_the_testnet_is_asked_only_there(
    verify: Any, exchange: Exchange
) -> None:
    with serving([TESTING], kind=Kind.TEST) as testnet:
        done = verify({"bot.py": client(TESTING, "testnet=True")}, "--yes", "--endpoint",
                      f"binance-spot-testnet={testnet.url}")  # fmt: skip
    assert "bot.py:3  alive  severity: low" in done.out
    assert (exchange.asked, testnet.paths) == ([], ["/api/v3/account"])


def test_no_more_pairs_are_asked_about_than_the_limit(verify: Any, exchange: Exchange) -> None:
    done = verify({"a.py": client(TRADING), "b.py": client(STRANGER)}, "--yes", "--limit", "1")
    assert (len(exchange.asked), done.code) == (1, 1)
    assert "b.py:3  not asked: There are more pairs than --limit 1." in done.out


def test_a_secret_without_its_key_is_told(verify: Any) -> None:
    done = verify({".env": f"BINANCE_API_SECRET={TRADING.secret}\n"}, "--yes")
    assert "1 secret with no API key near cannot be asked about" in done.err
    assert done.out == "no key pair of an exchange found in 1 file\n"


def kraken() -> str:
    key, secret = made_up("base64", 56, 81), made_up("base64", 86, 82) + "=="
    return f"KRAKEN_API_KEY={key}\nKRAKEN_PRIVATE_KEY={secret}\n"


def test_a_bot_is_not_disturbed_unless_that_is_wanted(verify: Any, exchange: Exchange) -> None:
    done = verify({".env": kraken()}, "--yes")
    assert (done.code, exchange.asked) == (1, [])
    told = " ".join(done.out.split())
    assert "locks out a bot with this key that counts in seconds" in told
    assert "--may-disturb-bots" in done.out


def test_the_prompt_says_why_a_bot_may_be_disturbed(verify: Any, exchange: Exchange) -> None:
    done = verify({".env": kraken()}, "--may-disturb-bots")
    assert (done.code, exchange.asked) == (2, [])
    assert "Careful: Kraken wants a number with each request that is higher" in done.err


class TestWithoutTheExtra:
    @pytest.fixture(autouse=True)
    def _nothing_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("ccxt", "cryptography.exceptions"):
            monkeypatch.setitem(sys.modules, name, None)

    def test_binance_is_asked_all_the_same(self, verify: Any) -> None:
        assert "bot.py:3  alive" in verify({"bot.py": client(TRADING)}, "--yes").out

    @pytest.mark.parametrize("which", ["private-key", "another-exchange"])
    def test_what_is_missing_is_named(self, verify: Any, exchange: Exchange, which: str) -> None:
        escaped = READING.secret.replace("\n", "\\n")
        own = f'binance:\n  api_key: {READING.id}\n  private_key: "{escaped}"\n'
        text = own if which == "private-key" else kraken()
        done = verify({"a.py": client(TRADING), "keys.yaml": text}, "--yes", "--may-disturb-bots")
        assert (done.code, len(exchange.asked)) == (2, 1)
        assert "a.py:3  alive" in done.out
        told = " ".join(done.out.split())
        assert "install: pip install 'leakguard-lint[verify]'." in told

    def test_what_is_missing_is_named_before_anybody_agrees(self, verify: Any) -> None:
        done = verify({"a.py": client(TRADING), ".env": kraken()}, "--may-disturb-bots")
        assert done.err.index("1 key pair cannot be asked about: ") < done.err.index("going to ask")


class TestTheFile:
    def test_has_what_is_written_for_programs(self, verify: Any, tmp_path: Path) -> None:
        done = verify({"bot.py": client(TRADING)}, "--yes", "--output", "../verified.json")
        written = json.loads((tmp_path / "verified.json").read_text())
        assert done.out.startswith("bot.py:3  alive")
        assert (written["schema"], written["not_asked"]) == (1, [])
        (entry,) = written["verified"]
        assert entry.keys() == {
            "secret_id", "fingerprints", "provider", "places", "environment", "host", "test",
            "state", "reason", "code", "permissions", "ip_restricted", "created", "expires",
            "severity", "advice", "excess", "also",
        }  # fmt: skip
        assert entry["places"] == [{"path": "bot.py", "line": 3}]
        assert entry["permissions"] == ["read", "trade"]
        assert (entry["ip_restricted"], entry["created"]) == (False, "2023-10-30T05:53:39+00:00")

    def test_has_the_identities_that_a_scan_gives(
        self, verify: Any, run: Run, tmp_path: Path
    ) -> None:
        done = verify({"bot.py": client(TRADING)}, "--yes", "--format", "json")
        (entry,) = json.loads(done.out)["verified"]
        scanned = run("scan", ".", "--format", "json", cwd=tmp_path / "project")
        (finding,) = json.loads(scanned.out)["findings"]
        assert entry["fingerprints"] == [finding["fingerprint"]]
        assert entry["secret_id"] == finding["secret_id"]

    def test_names_what_was_not_asked_about(self, verify: Any) -> None:
        done = verify({".env": kraken()}, "--yes", "--format", "json")
        (entry,) = json.loads(done.out)["not_asked"]
        assert (entry["provider"], entry["places"]) == ("Kraken", [{"path": ".env", "line": 2}])

    def test_names_a_file_whatever_it_is_called(self, verify: Any, tmp_path: Path) -> None:
        odd = os.fsdecode(b"b\xffot\n.py")
        done = verify({odd: client(TRADING)}, "--yes", "--output", "../verified.json")
        (entry,) = json.loads((tmp_path / "verified.json").read_bytes())["verified"]
        assert entry["places"] == [{"path": "b\\xffot\n.py", "line": 3}]
        assert done.out.startswith("b\\xffot\\x0a.py:3  alive")

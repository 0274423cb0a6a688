"""What `leakguard respond` says is done, by the real git-filter-repo: no trace is left."""

from base64 import b64encode
from pathlib import Path

import pytest

from leakguard.examples import made_up, made_up_from, made_up_pem
from leakguard.fingerprint import secret_id
from tests import life
from tests.cli.conftest import Run
from tests.respond.leaked import (
    ENV,
    FORMS,
    ID,
    KEY,
    OPAQUE,
    PARTS,
    RAW,
    SECRET,
    executed,
    keys,
    looked,
    responded,
    traces,
)
from tests.support import Repository


def refs(repository: Repository) -> dict[str, str]:
    told = repository.git("for-each-ref", "--format=%(refname) %(objectname)").splitlines()
    return dict(line.split(" ") for line in told)


def test_the_pair_of_a_life_is_gone_and_the_others_are_not(tmp_path: Path, run: Run) -> None:
    repository = life.lived(tmp_path / "life").repository
    old, key = [life.OLD.secret, life.OLD.key], secret_id(life.OLD.secret) or ""
    before = refs(repository)
    told = responded(run, repository, key)
    assert told["purge"]["places"] == [
        ".env, in 1 version (plain)",
        "bot.py, in 2 versions (plain)",
    ]
    code, still = looked(run, repository, key)
    assert (code, still["gone"]) == (1, False)
    assert still["places"] == told["purge"]["places"]

    printed = executed(told["purge"]["commands"], repository.path)

    assert f"Gone: Binance key pair {key} is nowhere in this repository." in printed
    assert traces(repository, [it.encode() for it in old]) == []
    after = refs(repository)
    assert {it for it in before if before[it] != after[it]} == set(told["purge"]["refs"])
    assert life.TESTNET.secret in repository.git("log", "-p")
    assert life.NEW.secret in (repository.path / ".env").read_text()
    assert repository.git("log", "--format=%an %s").splitlines()[-1] == "Ada The bot trades"


@pytest.fixture
def leaked(tmp_path: Path) -> Repository:
    """A repository that has the pair in every form, and in every place that git has."""
    repository = Repository.create(tmp_path / 'it\'s a "leak"\n\x1b[31m')
    repository.commit("start", README="nothing\n")
    for name, content in FORMS.items():
        repository.write(name, content)
    repository.write(f"dumps/{SECRET}.txt", "nothing\n")
    repository.git("add", ".")
    repository.git("commit", "-q", "-m", f"All forms, such as {SECRET}")
    repository.git("tag", "-a", "-m", f"in base64: {b64encode(RAW).decode()}", "v1")
    repository.git("notes", "add", "-m", f"it was {SECRET}")
    repository.git("branch", f"try-{SECRET}")
    who = f"Ada {SECRET} <ada@example.org>"
    repository.git("commit", "-q", "--allow-empty", "-m", "a name", "--author", who)
    for name in ("older.env", "newer.env"):
        repository.stage(name, ENV + name)
        repository.git("stash", "-q")
    repository.stage("gone.env", ENV + "# gone\n")
    repository.git("commit", "-q", "-m", "a mistake")
    repository.git("reset", "-q", "--hard", "HEAD~1")
    repository.git("hash-object", "-w", "--stdin", stdin=f"{ENV}# in no tree".encode())
    return repository


def test_no_form_is_left_anywhere(leaked: Repository, run: Run, home: Path) -> None:
    told = responded(run, leaked, ID)
    before = refs(leaked)
    code, still = looked(run, leaked, ID)
    assert code == 1
    assert still["places"] == told["purge"]["places"]

    executed(told["purge"]["commands"][:-1], leaked.path)

    code, now = looked(run, leaked, ID)
    assert (code, now["gone"], now["places"], now["problems"]) == (0, True, [], [])
    written = [
        b64encode(RAW)[:40],
        RAW.hex()[:30].encode(),
        "".join(SECRET[:9]).encode("utf-16-le"),
    ]
    assert traces(leaked, [*PARTS, *written, KEY.encode()]) == []
    left = set(leaked.git("ls-tree", "--name-only", "HEAD").split())
    assert left == {"README", "dumps", *FORMS} - OPAQUE
    after = refs(leaked)
    changed = {it for it in before if before[it] != after.get(it)}
    assert {it.replace(SECRET, "****") for it in changed} == set(told["purge"]["refs"])
    assert len(leaked.git("stash", "list").splitlines()) == 2
    assert [
        it.name for it in home.rglob("*") if it.is_file() and "backup.git" not in it.parts
    ] == []


PEM = made_up_pem("PRIVATE KEY", 48, "MC4CAQAwBQYDK2VwBCIEI", seed=831)
BODY = "".join(PEM.splitlines()[1:-1])
FOLDED = "".join(f"    {BODY[at : at + 16]}\n" for at in range(0, len(BODY), 16))


def test_a_private_key_is_gone_however_it_was_folded(repository: Repository, run: Run) -> None:
    escaped = PEM.replace("\n", "\\n")
    repository.commit("a key", **{"binance.pem": PEM})
    repository.commit("folded", **{"binance.yaml": f"key: |\n{FOLDED}"})
    repository.commit("one line", **{"binance.json": f'{{"private_key": "{escaped}"}}\n'})
    key = keys(run, repository)[0]

    executed(responded(run, repository, key)["purge"]["commands"][:-1], repository.path)

    assert looked(run, repository, key)[0] == 0
    assert traces(repository, [BODY[at : at + 12].encode() for at in range(0, 52, 4)]) == []


STRANGE = {
    "arrow": "aB3==>dE5fG7hI9jK1",
    "pattern": "kD9(2j*f8)sPQ+71.mZx$",
    "hash": "#4kD92jf8sPQ71mZx",
    "backslash": r"4kD9\2jf8sP\Q71mZx\1",
    "letters-of-others": "4kD9é2jfü8sPQ71mZx€",
    "a-word": "hunter2-go",
}


@pytest.mark.parametrize("value", STRANGE.values(), ids=STRANGE)
def test_a_value_of_strange_signs_is_gone_and_all_else_is_as_it_was(
    repository: Repository, run: Run, value: str
) -> None:
    text = f"import x\n\nuser = 'ada'\npassword = {value!r}\nother = 'hunter'\n"
    repository.commit("a password", **{"login.py": text})
    (key,) = keys(run, repository)

    executed(responded(run, repository, key)["purge"]["commands"][:-1], repository.path)

    assert looked(run, repository, key)[0] == 0
    assert traces(repository, [value.encode(), repr(value).encode()]) == []
    left = (repository.path / "login.py").read_text().splitlines()
    assert [left[0], left[2], left[4]] == ["import x", "user = 'ada'", "other = 'hunter'"]
    assert "***REMOVED***" in left[3]


def test_a_passphrase_that_is_a_word_is_gone_where_it_was_one(
    repository: Repository, run: Run
) -> None:
    key = made_up_from("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", 851)
    secret = made_up("hex", 32, 852).upper()
    okx = f"OKX_API_KEY={key}\nOKX_API_SECRET={secret}\nOKX_API_PASSPHRASE=hunter-2-go\n"
    repository.commit("a key", **{"okx.env": okx, "README": "hunter-2-go is a bot\n"})
    repository.git("switch", "-q", "-c", "hunter-2-go")
    name = secret_id(secret) or ""

    executed(responded(run, repository, name)["purge"]["commands"][:-1], repository.path)

    assert looked(run, repository, name)[0] == 0
    assert traces(repository, [b"PASSPHRASE=hunter", secret.encode(), key.encode()]) == []
    assert (repository.path / "README").read_text() == "hunter-2-go is a bot\n"
    assert "hunter-2-go" in repository.git("branch")

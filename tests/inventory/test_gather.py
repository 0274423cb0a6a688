"""The keys of a repository: what belongs together, where it stands, and where it stood."""

import hashlib
import hmac
from dataclasses import replace
from pathlib import Path

import pytest

from leakguard.audit.succession import successors
from leakguard.errors import UsageError
from leakguard.examples import made_up, made_up_pem
from leakguard.finding import Confidence, Role
from leakguard.fingerprint import fingerprint, secret_id
from leakguard.inventory.keys import Did, HeldKey, Inventory
from leakguard.suppress import entries
from leakguard.suppress.entries import Entry
from tests.inventory.conftest import Gather
from tests.life import NEW, OLD, TESTNET, Life, Pair, lived
from tests.support import Repository

PHRASE = made_up("base62", 12, 1)


def key_of(inventory: Inventory, value: str) -> HeldKey:
    (found,) = (it for it in inventory.keys if it.secret.reveal() == value)
    return found


def told(key: HeldKey) -> list[tuple[str, str, str]]:
    """What commits did with a key: the verb, the commit and the path."""
    return [(str(it.did), it.commit.id, it.path) for it in key.events]


class TestALife:
    @pytest.fixture
    def life(self, tmp_path: Path) -> Life:
        return lived(tmp_path / "life")

    def test_each_pair_is_one_key_wherever_it_stands(self, life: Life, gather: Gather) -> None:
        found = [(it.secret.reveal(), it.kind, it.sandbox) for it in gather(life.repository).keys]
        assert found == [
            (OLD.secret, "Binance key pair", False),
            (NEW.secret, "Binance key pair", False),
            (TESTNET.secret, "Binance key pair", True),
        ]

    def test_commits_tell_its_story(self, life: Life, gather: Gather) -> None:
        old = key_of(gather(life.repository), OLD.secret)
        assert told(old) == [
            ("added", life.added, "bot.py"),
            ("removed", life.moved, "bot.py"),
            ("added", life.mistake, ".env"),
            ("removed", life.removed, ".env"),
        ]
        assert old.first is not None
        assert (old.first.author, old.first.date) == ("Ada", "2024-01-15T09:00:00+00:00")
        assert old.last is not None
        assert old.last.id == life.removed

    def test_a_tag_still_has_it(self, life: Life, gather: Gather) -> None:
        old = key_of(gather(life.repository), OLD.secret)
        assert old.now == ("refs/tags/v1.0",)
        assert not old.is_current
        assert old.refs == ("refs/heads/main", "refs/tags/v1.0")

    def test_what_only_the_disk_has_is_in_no_history(self, life: Life, gather: Gather) -> None:
        new = key_of(gather(life.repository), NEW.secret)
        assert (new.now, new.first, new.is_in_history) == (("work tree",), None, False)
        assert new.is_current
        (spot,) = new.spots
        assert not spot.is_tracked


class TestNames:
    pair = Pair.made_up(731)

    @pytest.mark.parametrize(
        "name",
        [secret_id(pair.secret), secret_id(pair.key), (secret_id(pair.secret) or "")[:6],
         fingerprint("binance-key-pair", "a.env", pair.secret),
         fingerprint("binance-key-pair", "a.env", pair.secret)[:8].upper()],
        ids=["secret-id", "id-of-the-other-half", "its-start", "fingerprint", "its-start-in-caps"],
    )  # fmt: skip
    def test_a_key_is_found_by(self, repository: Repository, gather: Gather, name: str) -> None:
        repository.commit(**{"a.env": self.pair.env()})
        repository.commit(**{"b.env": Pair.made_up(741).env()})
        assert gather(repository).find(name).secret.reveal() == self.pair.secret

    @pytest.mark.parametrize(
        ("name", "message"),
        [("0123456789ab", "no key begins with"), ("abc", "hex digits"), ("x" * 24, "hex digits")],
        ids=["none", "too-short", "no-digits"],
    )
    def test_what_names_none_is_refused(
        self, repository: Repository, gather: Gather, name: str, message: str
    ) -> None:
        repository.commit(**{"a.env": self.pair.env()})
        with pytest.raises(UsageError, match=message):
            gather(repository).find(name)

    def test_a_start_of_several_is_refused(self, gather: Gather, repository: Repository) -> None:
        repository.commit(**{"a.env": self.pair.env()})
        inventory = gather(repository)
        twice = Inventory((*inventory.keys, *inventory.keys))
        with pytest.raises(UsageError, match="2 keys begin with"):
            twice.find(inventory.keys[0].id[:8])

    def test_its_own_id_names_a_key_that_is_a_half_of_others_too(
        self, repository: Repository, gather: Gather
    ) -> None:
        repository.commit(**{"a.env": self.pair.env()})
        (one,) = gather(repository).keys
        other = replace(one, id="0" * 24, aliases=frozenset({one.id}))
        assert Inventory((other, one)).find(one.id) == one

    def test_a_guessable_value_is_named_by_its_first_place(
        self, repository: Repository, gather: Gather
    ) -> None:
        line = f'password = "{made_up("base62", 12)}"\n'
        repository.commit(**{"a.py": line})
        repository.commit(**{"b.py": line})
        (key,) = gather(repository).keys
        assert (key.secret_id, [it.path for it in key.spots]) == (None, ["a.py", "b.py"])
        assert key.id == key.spots[0].finding.fingerprint


class TestPlaces:
    pair = Pair.made_up(751)

    def test_a_half_that_stands_alone_belongs_to_its_pair(
        self, repository: Repository, gather: Gather
    ) -> None:
        repository.commit(**{"a.env": self.pair.env()})
        repository.commit(**{"b.env": f"BINANCE_API_KEY={self.pair.key}\n"})
        (key,) = gather(repository).keys
        assert [it.path for it in key.spots] == ["a.env", "b.env"]
        assert key.spots[1].finding.role is Role.KEY

    def test_a_private_key_is_one_however_it_is_folded(
        self, repository: Repository, gather: Gather
    ) -> None:
        """It is found by each of its ids, and to fold it otherwise is no rotation."""
        pem, other = (
            made_up_pem("PRIVATE KEY", 200, "MIIEvgIBADANBgkqhkiG9w0", seed=seed)
            for seed in (841, 843)
        )
        escaped = pem.replace("\n", "\\n")
        indented = "".join(f"    {line}\n" for line in pem.splitlines())
        pair = f'binance:\n  api_key: {PHRASE * 6}\n  private_key: "{escaped}"\n'
        repository.commit("a key", **{"a.pem": pem, "b.pem": pem.replace("\n", "\r\n")})
        repository.commit("more", **{"c.yaml": f"key: |\n{indented}", "other.pem": other})
        repository.commit("a pair", **{"a.pem": "", "d.yaml": pair})
        found = gather(repository)
        places = [{it.path for it in key.spots} for key in found.keys]
        assert sorted(places, key=len) == [{"other.pem"}, {"a.pem", "b.pem", "c.yaml", "d.yaml"}]
        one = found.find(secret_id(pem.strip()) or "")
        assert len(one.spots) == 4
        assert successors(found.keys) == {}

    def test_one_passphrase_of_two_pairs_stays_with_each(
        self, repository: Repository, gather: Gather
    ) -> None:
        for n in (1, 2):
            key = "-".join(made_up("hex", length, n) for length in (8, 4, 4, 4, 12))
            lines = (
                f"KEY={key}",
                f"SECRET={made_up('hex', 32, n).upper()}",
                f"PASSPHRASE={PHRASE}",
            )
            text = "".join(f"OKX_API_{it}\n" for it in lines)
            repository.commit(**{f"{n}.env": text})
        keys = gather(repository).keys
        assert [it.kind for it in keys] == ["OKX key pair with its passphrase"] * 2

    def test_a_renamed_file_takes_it_along(self, repository: Repository, gather: Gather) -> None:
        first = repository.commit(**{"a.env": self.pair.env()})
        repository.git("mv", "a.env", "b.env")
        second = repository.commit()
        (key,) = gather(repository).keys
        assert told(key) == [("added", first, "a.env"), ("moved", second, "b.env")]
        assert (key.events[1].old_path, key.spots[1].now) == (
            "a.env",
            ("HEAD", "refs/heads/main", "work tree"),
        )
        assert key.spots[0].now == ()

    def test_a_branch_still_has_it(self, repository: Repository, gather: Gather) -> None:
        repository.commit(**{"a.env": self.pair.env()})
        repository.git("branch", "old")
        repository.git("rm", "-q", "a.env")
        repository.commit(**{"b.txt": "\n"})
        (key,) = gather(repository).keys
        assert key.now == ("refs/heads/old",)
        assert key.is_current

    @pytest.mark.parametrize("name", ["a b.env", "a\nb.env", "\xff:x.env"], ids=ascii)
    def test_its_path_may_be_any(self, repository: Repository, gather: Gather, name: str) -> None:
        repository.commit(**{name: self.pair.env()})
        repository.git("tag", "v1")
        (key,) = gather(repository).keys
        assert key.now == ("HEAD", "work tree", "refs/heads/main", "refs/tags/v1")

    def test_a_ref_that_is_called_like_a_value_is_masked(
        self, repository: Repository, gather: Gather
    ) -> None:
        value = made_up("base62", 20, 9)
        repository.commit(**{"a.env": f"API_TOKEN={value}\n"})
        repository.git("tag", f"v-{value}")
        (key,) = gather(repository).keys
        masked = f"refs/tags/v-{value[:4]}****"
        assert (key.now, key.refs) == (
            ("HEAD", "work tree", "refs/heads/main", masked),
            ("refs/heads/main", masked),
        )

    @pytest.mark.parametrize("number", [0, 1], ids=["the-last", "an-older"])
    def test_a_stash_still_has_it(
        self, repository: Repository, gather: Gather, number: int
    ) -> None:
        repository.commit(**{"a.txt": "\n"})
        repository.write("new.env", self.pair.env())
        repository.git("stash", "push", "-q", "--include-untracked")
        if number:
            repository.write("a.txt", "more\n")
            repository.git("stash", "push", "-q")
        (key,) = gather(repository).keys
        assert key.now == (f"stash@{{{number}}}",)

    def test_what_a_commit_says_stays_in_the_history(
        self, repository: Repository, gather: Gather
    ) -> None:
        said = repository.commit(self.pair.env(), **{"a.txt": "\n"})
        (key,) = gather(repository).keys
        assert told(key) == [("added", said, f"commit {said}")]
        assert (key.now, key.refs, key.is_in_history) == ((), ("refs/heads/main",), True)

    def test_what_a_tag_says(self, repository: Repository, gather: Gather) -> None:
        repository.commit(**{"a.txt": "\n"})
        repository.git("tag", "-a", "-m", self.pair.env(), "v1")
        (key,) = gather(repository).keys
        assert (key.now, key.first, key.is_in_history) == (("refs/tags/v1",), None, True)

    def test_a_signed_request_proves_it(self, repository: Repository, gather: Gather) -> None:
        query = "symbol=BTCUSDT&timestamp=1700000000000"
        signature = hmac.new(self.pair.secret.encode(), query.encode(), hashlib.sha256).hexdigest()
        text = f"{self.pair.env()}GET /api/v3/order?{query}&signature={signature}\n"
        repository.commit(**{"log.txt": text})
        (key,) = gather(repository).keys
        assert key.confidence is Confidence.PROVEN


class TestSecrecy:
    pair = Pair.made_up(761)

    def test_a_path_that_is_called_like_a_key_is_masked(
        self, repository: Repository, gather: Gather
    ) -> None:
        repository.commit(**{f"{self.pair.secret}.env": self.pair.env()})
        repository.git("mv", f"{self.pair.secret}.env", f"{self.pair.secret}.txt")
        repository.commit()
        (key,) = (it for it in gather(repository).keys if it.halves)
        assert self.pair.secret not in repr(key)
        assert key.secret.reveal() == self.pair.secret
        assert [it.did for it in key.events] == [Did.ADDED, Did.MOVED]


class TestAllowed:
    pair = Pair.made_up(771)

    def test_what_its_line_allows_does_not_count(
        self, repository: Repository, gather: Gather
    ) -> None:
        mark = "  # leakguard: allow[binance-key-pair] it is of a lesson\n"
        repository.commit(**{"a.env": self.pair.env().rstrip("\n") + mark})
        (key,) = gather(repository).keys
        assert (key.is_allowed, key.spots[0].allowed) == (True, "it is of a lesson")

    @pytest.mark.parametrize("audit", ["false alarm", ""], ids=["a-false-alarm", "not-looked-at"])
    def test_an_entry_of_the_baseline_has_to_be_called_a_false_alarm(
        self, repository: Repository, gather: Gather, audit: str
    ) -> None:
        repository.commit(**{"a.env": self.pair.env()})
        found = gather(repository).keys[0].spots[0].finding
        entries.write(
            str(repository.path),
            Entry(found.fingerprint, found.rule, "a.env", "of a lesson", audit=audit),
        )
        (key,) = gather(repository).keys
        assert key.is_allowed == bool(audit)

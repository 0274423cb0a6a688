"""What is left as it is, and why; files that change meanwhile."""

from pathlib import Path

import pytest

from leakguard.errors import FixError
from leakguard.examples import made_up
from leakguard.fix import apply
from leakguard.fix.load import load
from tests.fix.conftest import planned

V, W = made_up("base62", 64, 361), made_up("base62", 64, 362)
HALF, REST = V[:30], V[30:]
CLIENT = "from binance.client import Client\n"

LEFT = {
    "a stub": ("bot.pyi", f'api_secret: str = "{V}"\n', "a stub is never run"),
    "an encoding that is not known": (
        "bot.py",
        f'# coding: x-none\napi_secret = "{V}"\n',
        "its encoding is not known",
    ),
    "no import can stand above": (
        "bot.py",
        f'"""Doc."""; api_secret = "{V}"\n',
        "there is no place for an import before it",
    ),
    "a part that is used elsewhere": (
        "bot.py",
        f'{CLIENT}_a = "{HALF}"\nClient("{W}", _a + "{REST}")\nprint(_a)\n',
        "a part of it stands elsewhere",
    ),
    "a key in a comment inside": (
        "bot.py",
        f'api_secret = ("{HALF}"  # or {W}\n    "{REST}")\n',
        "a comment in it holds what looks like a key",
    ),
    "a name that is bound within": (
        "bot.py",
        f'{CLIENT}Client(api_secret=(_a := "{HALF}") + "{REST}")\nprint(_a)\n',
        "it binds a name as well",
    ),
    "a name that is bound within a default": (
        "bot.py",
        f'import os\nkey = os.getenv("API_SECRET") or (_a := "{V}")\nprint(_a)\n',
        "it binds a name as well",
    ),
    "an f-string with escapes": (
        "bot.py",
        f'api_secret = f"{V}\\x41"\n',
        "an f-string with escapes",
    ),
    "a bytearray": ("bot.py", f'api_secret = bytearray(b"{V}")\n', "a bytearray can be changed"),
    "a microcontroller": (
        "boot.py",
        f'import network\nwlan = network.WLAN(network.STA_IF)\nwlan.connect("hall", "{V}")\n',
        "a microcontroller has no environment",
    ),
    "half a character": ("bot.py", f'api_secret = "{V}\\ud800"\n', "it holds half a character"),
}


@pytest.mark.parametrize(("path", "text", "reason"), LEFT.values(), ids=LEFT)
def test_it_is_left_and_the_reason_is_told(
    tmp_path: Path, path: str, text: str, reason: str
) -> None:
    plan = planned(tmp_path, {path: text})
    assert not plan.files
    assert reason in " ".join(it.reason for it in plan.left)


def test_one_of_a_pair_is_mended_and_the_other_is_told_to_be_left(tmp_path: Path) -> None:
    text = f'# binance_api_key = "{W}"\nbinance_api_secret = "{V}"\n'
    plan = planned(tmp_path, {"bot.py": text})
    assert dict(plan.values) == {"BINANCE_API_SECRET": V}
    assert [it.reason for it in plan.left] == ["leakguard knows no fix for the rest of it"]


def test_a_name_that_another_module_may_import_is_deleted_only_as_unsafe(tmp_path: Path) -> None:
    text = f"{CLIENT}import os\nfrom dotenv import load_dotenv\nload_dotenv()\n"
    text += f'A = "{HALF}"\nClient("{W}", A + "{REST}")\n'
    careful = planned(tmp_path, {"bot.py": text}, unsafe=False)
    assert not careful.files
    assert "another module may import" in careful.left[0].reason
    assert "A = " not in planned(tmp_path, {"bot.py": text}).files[0].raw.decode()


def test_the_same_name_in_a_function_is_deleted(tmp_path: Path) -> None:
    text = f"{CLIENT}import os\nfrom dotenv import load_dotenv\nload_dotenv()\ndef f():\n"
    text += f'    A = "{HALF}"\n    Client("{W}", A + "{REST}")\n'
    (file,) = planned(tmp_path, {"bot.py": text}, unsafe=False).files
    assert HALF not in file.raw.decode()


def test_a_file_that_changed_since_the_scan_is_not_fixed(tmp_path: Path) -> None:
    (tmp_path / "bot.py").write_text("x = 1\n")
    with pytest.raises(FixError, match="changed since"):
        load("bot.py", str(tmp_path / "bot.py"), b"another digest", ())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_file_in_an_encoding_that_python_does_not_read_is_not_fixed(
    tmp_path: Path, encoding: str
) -> None:
    plan = planned(tmp_path, {"bot.py": f'api_secret = "{V}"\n'.encode(encoding)})
    assert [it.reason for it in plan.left] == ["it is UTF-16 or UTF-32, which Python does not read"]


def test_a_file_that_changes_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    plan = planned(tmp_path, {"bot.py": f'api_secret = "{V}"\n'})
    (tmp_path / "bot.py").write_text("mine\n")
    with pytest.raises(FixError, match="changed meanwhile"):
        apply.apply(plan, None)
    assert [it.name for it in tmp_path.iterdir()] == ["bot.py"]
    assert (tmp_path / "bot.py").read_text() == "mine\n"


def test_a_file_that_becomes_a_link_meanwhile_is_not_followed(tmp_path: Path) -> None:
    plan = planned(tmp_path / "tree", {"bot.py": f'api_secret = "{V}"\n'})
    (tmp_path / "other").write_bytes((tmp_path / "tree" / "bot.py").read_bytes())
    (tmp_path / "tree" / "bot.py").unlink()
    (tmp_path / "tree" / "bot.py").symlink_to(tmp_path / "other")
    with pytest.raises(FixError):
        apply.apply(plan, None)
    assert V in (tmp_path / "other").read_text()

"""Names are followed into the other modules of the scanned tree."""

import pytest

from leakguard.examples import made_up
from leakguard.finding import Severity
from tests.support import Repository, leakguard, scan

KEY, SECRET = made_up("base62", 64, 401), made_up("base62", 64, 402)
CONFIG = f'A = "{KEY}"\nB = "{SECRET}"\n\nclass Live:\n    c = "{SECRET}"\n'
CLIENT = "from binance.client import Client\n"

USES = {
    "from-import": f"{CLIENT}from config import A, B\nClient(A, B)\n",
    "from-import-as": f"{CLIENT}from config import A as x, B as y\nClient(x, y)\n",
    "module": f"{CLIENT}import config\nClient(config.A, config.B)\n",
    "module-as": f"{CLIENT}import config as c\nClient(c.A, c.B)\n",
    "keywords": f"{CLIENT}import config\nClient(api_key=config.A, api_secret=config.B)\n",
    "through-a-name": f"{CLIENT}import config\nsecret = config.B\nClient(config.A, secret)\n",
    "class": f"{CLIENT}from config import Live\nClient('', Live.c)\n",
}


@pytest.mark.parametrize("text", USES.values(), ids=USES)
def test_a_value_in_another_module_is_found_where_it_stands(text: str) -> None:
    report = scan({"config.py": CONFIG, "main.py": text})
    findings = [it for it in report.findings if it.severity is Severity.CRITICAL]
    assert {(it.rule, it.path) for it in findings} == {("hardcoded-argument", "config.py")}
    assert {it.secret.reveal() for it in findings if it.secret} == {SECRET}
    assert {it.path for finding in findings for it in finding.related} >= {"main.py"}


PLACES = {
    "relative": ("app/main.py", "app/config.py", "from .config import B"),
    "relative-above": ("app/web/main.py", "app/config.py", "from ..config import B"),
    "absolute-in-package": ("app/main.py", "app/config.py", "from app.config import B"),
    "absolute-below-src": ("src/app/main.py", "src/app/config.py", "from app.config import B"),
    "package": ("main.py", "config/__init__.py", "from config import B"),
}


@pytest.mark.parametrize(("main", "config", "imports"), PLACES.values(), ids=PLACES)
def test_modules_are_where_imports_say(main: str, config: str, imports: str) -> None:
    report = scan({config: CONFIG, main: f"{CLIENT}{imports}\nClient('', B)\n"})
    assert {it.path for it in report.findings if it.rule == "hardcoded-argument"} == {config}


def test_a_name_is_followed_through_a_module_that_only_passes_it_on() -> None:
    texts = {
        "secrets_of_ours.py": CONFIG,
        "config.py": "from secrets_of_ours import B\n",
        "main.py": f"{CLIENT}from config import B\nClient('', B)\n",
    }
    found = [it.path for it in scan(texts).findings if it.rule == "hardcoded-argument"]
    assert found == ["secrets_of_ours.py"]


def test_modules_that_import_each_other_end() -> None:
    texts = {
        "a.py": f"{CLIENT}from b import X\nClient('', X)\n",
        "b.py": "from a import X\n",
    }
    assert scan(texts).findings == ()


def test_a_module_that_git_ignores_is_not_reported(repository: Repository) -> None:
    repository.write("config.py", CONFIG)
    repository.write(".gitignore", "config.py\n")
    repository.write("main.py", USES["module"])
    done = leakguard("scan", ".", cwd=repository.path)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_name_that_is_defined_twice_is_not_shown_twice() -> None:
    texts = {
        "config.py": f'API_SECRET = "{SECRET}"\n',
        "main.py": f"{CLIENT}from config import API_SECRET\nClient('', API_SECRET)\n",
    }
    (finding,) = scan(texts).findings
    assert (finding.path, finding.severity) == ("config.py", Severity.CRITICAL)

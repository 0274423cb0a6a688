"""Fields of classes of settings: their names are taken, and what such a class refuses is told."""

import pytest

from leakguard.examples import made_up
from leakguard.fix.settings import settings_in
from tests.cli.conftest import Run
from tests.support import Repository

V, W = made_up("base62", 64, 381), made_up("base62", 64, 382)
IMPORT = "from pydantic_settings import BaseSettings, SettingsConfigDict\n\n\n"
FIX = ("fix", "--unsafe-fixes")

READ = {
    "a field": ("api_secret: str", "API_SECRET"),
    "a field with a default": ('api_secret: str = ""', "API_SECRET"),
    "a field without a type": ('api_secret = ""', "API_SECRET"),
    "a prefix": (
        'model_config = SettingsConfigDict(env_prefix="bot_")\n    secret: str',
        "BOT_SECRET",
    ),
    "a prefix in a dict": ('model_config = {"env_prefix": "BOT_"}\n    secret: str', "BOT_SECRET"),
    "a prefix in a class": (
        'class Config:\n        env_prefix = "BOT_"\n    secret: str',
        "BOT_SECRET",
    ),
    "an alias": ('it: str = Field(validation_alias="bot_secret")', "BOT_SECRET"),
    "aliases": ('it: str = Field(validation_alias=AliasChoices("X", "BOT_S"))', "BOT_S"),
}


@pytest.mark.parametrize(("body", "name"), READ.values(), ids=READ)
def test_a_class_reads_the_names_of_its_fields(body: str, name: str) -> None:
    (found,) = settings_in([("a.py", f"{IMPORT}class Mine(BaseSettings):\n    {body}\n".encode())])
    assert name in found.read


def test_a_class_derived_elsewhere_reads_what_its_base_does_by_its_own_prefix() -> None:
    base = f"{IMPORT}class Base(BaseSettings):\n    secret: str\n"
    own = 'class Own(base.Base, env_prefix="OWN_"):\n    key: str\n'
    found = {
        it.name: it.read for it in settings_in([("a.py", own.encode()), ("b.py", base.encode())])
    }
    assert found == {"Base": {"SECRET"}, "Own": {"OWN_SECRET", "OWN_KEY"}}


def test_a_prefix_that_is_computed_may_be_any() -> None:
    text = "class Own(BaseSettings, env_prefix=prefix()):\n    secret: str\n"
    (found,) = settings_in([("a.py", text.encode())])
    assert found.patterns == {("", "SECRET")}


@pytest.mark.parametrize(
    "text",
    ["class Own(BaseModel):\n    secret: str\n", "class Own(BaseSettings:\n    secret: str\n",
     "class A(B): pass\nclass B(A): pass\n", "class Own(BaseSettings):\n    x = " + "(" * 300],
    ids=["another base", "no Python", "a circle", "too deep"],
)  # fmt: skip
def test_what_is_no_class_of_settings_tells_nothing(text: str) -> None:
    assert settings_in([("a.py", text.encode())]) == []


def test_a_name_of_a_field_is_taken(repository: Repository, run: Run) -> None:
    settings = f'{IMPORT}class Settings(BaseSettings):\n    api_secret: str = ""\n'
    repository.commit(**{"bot.py": f'api_secret = "{V}"\n', "settings.py": settings})
    assert 'os.environ["API_SECRET_2"]' in run(*FIX, cwd=repository.path).out


STRICT = {
    "without a word": 'SettingsConfigDict(env_file=".env")',
    "that forbids": 'SettingsConfigDict(env_file=".env", extra="forbid")',
    "by a path": 'SettingsConfigDict(env_file=ROOT / ".env")',
    "of several files": '{"env_file": ("base.env", ".env")}',
}
PATIENT = {
    "that ignores": 'SettingsConfigDict(env_file=".env", extra="ignore")',
    "that allows": '{"env_file": ".env", "extra": Extra.allow}',
    "with another file": 'SettingsConfigDict(env_file="other.env")',
    "with no file": "SettingsConfigDict()",
}
LOADING = "from dotenv import load_dotenv\nload_dotenv()\n"


def with_settings(repository: Repository, config: str) -> None:
    body = f"    model_config = {config}\n    level: str\n"
    settings = f"{IMPORT}class Settings(BaseSettings):\n{body}"
    repository.commit(**{"bot.py": f'{LOADING}api_secret = "{V}"\n', "app/settings.py": settings})


@pytest.mark.parametrize("config", STRICT.values(), ids=STRICT)
def test_entries_that_a_class_refuses_are_unsafe(
    repository: Repository, run: Run, config: str
) -> None:
    with_settings(repository, config)
    out = run("fix", cwd=repository.path).out
    assert "only with --unsafe-fixes: Settings (app/settings.py) refuses entries of .env" in out
    assert 'give its configuration extra="ignore"' in out


@pytest.mark.parametrize("config", PATIENT.values(), ids=PATIENT)
def test_entries_that_a_class_puts_up_with_are_safe(
    repository: Repository, run: Run, config: str
) -> None:
    with_settings(repository, config)
    assert '+api_secret = os.environ["API_SECRET"]' in run("fix", cwd=repository.path).out


IGNORING = '    model_config = SettingsConfigDict(env_file=".env", extra="ignore"{})\n'
FIELDS = {
    "a text": ('api_secret: str = "{V}"', "", "api_secret: str", "API_SECRET"),
    "a secret text or none": (
        'api_secret: Optional[SecretStr] = "{V}"  # mine',
        "",
        "api_secret: Optional[SecretStr]  # mine",
        "API_SECRET",
    ),
    "a field": ('api_secret: str = Field(default="{V}")', "", "api_secret: str", "API_SECRET"),
    "a hidden text": (
        'api_secret: SecretStr = SecretStr("{V}")',
        "",
        "api_secret: SecretStr",
        "API_SECRET",
    ),
    "a field with an alias": (
        'api_secret: str = Field("{V}", alias="BOT_SECRET")',
        "",
        'api_secret: str = Field(alias="BOT_SECRET")',
        "BOT_SECRET",
    ),
    "a field with an alias before": (
        'api_secret: str = Field(alias="BOT_SECRET", default="{V}")',
        "",
        'api_secret: str = Field(alias="BOT_SECRET")',
        "BOT_SECRET",
    ),
    "a prefix": (
        'api_secret: str = "{V}"',
        ', env_prefix="bot_"',
        "api_secret: str",
        "BOT_API_SECRET",
    ),
}


@pytest.mark.parametrize(("field", "more", "after", "name"), FIELDS.values(), ids=FIELDS)
@pytest.mark.parametrize("style", ["environ", "pydantic-settings"])
def test_a_field_keeps_its_annotation_alone(
    repository: Repository, run: Run, style: str, field: str, more: str, after: str, name: str
) -> None:
    imports = f"from pydantic import Field, SecretStr\n{IMPORT}"
    head = f"{imports}class Settings(BaseSettings):\n{IGNORING.format(more)}"
    repository.commit(**{"a.py": f"{head}    {field.format(V=V)}\n"})
    run("fix", "--style", style, "--apply", "--env-file", ".env", cwd=repository.path)
    text = (repository.path / "a.py").read_text()
    assert text.endswith(f"    {after}\n")
    assert text.count("(BaseSettings)") == 1
    assert (repository.path / ".env").read_text() == f"{name}={V}\n"


NO_FIELDS = {
    "another class": 'class A(Base):\n    api_secret: str = "{V}"',
    "a function": 'def f():\n    api_secret: str = "{V}"',
    "a type that is read as JSON": (
        'class A(BaseSettings):\n    api_secret: list[str] | str = "{V}"'
    ),
    "a prefix that is computed": (
        'class A(BaseSettings):\n    model_config = {{"env_prefix": X}}\n'
        '    api_secret: str = "{V}"'
    ),
    "a name that counts by its letters": (
        "class A(BaseSettings):\n    model_config = SettingsConfigDict(case_sensitive=True)\n"
        '    api_secret: str = "{V}"'
    ),
}


@pytest.mark.parametrize("text", NO_FIELDS.values(), ids=NO_FIELDS)
def test_of_all_else_the_default_is_looked_up(repository: Repository, run: Run, text: str) -> None:
    repository.commit(**{"a.py": f"{text.format(V=V)}\n"})
    assert "= os.environ[" in run(*FIX, cwd=repository.path).out


def test_the_key_of_another_is_not_read_by_a_field(repository: Repository, run: Run) -> None:
    """The field had a key of its own, and must not get that of `hedge`."""
    head = f"{IMPORT}class Settings(BaseSettings):\n" + IGNORING.format("")
    repository.commit(**{
        "bot.py": f'api_secret = "{W}"\n',
        "settings.py": f'{head}    api_secret: str = "{V}"\n',
    })  # fmt: skip
    run(*FIX, "--apply", "--env-file", ".env", cwd=repository.path)
    entries = (repository.path / ".env").read_text().splitlines()
    assert sorted(entries) == [f"API_SECRET={V}", f"API_SECRET_2={W}"]

"""The command: one module a verb, loaded when it is called."""

import sys
from importlib import import_module

import click

from leakguard import __version__
from leakguard.errors import LeakguardError
from leakguard.text import neutralise

_VERBS = {
    "scan": "Scan files, folders or what is staged.",
    "hook": "Scan what a git hook is about; for pre-commit.",
    "rules": "List the rules, or show one.",
}


class _Verbs(click.Group):
    """A group whose commands are imported when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _VERBS:
            return None
        command = getattr(import_module(f"leakguard.cli.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_VERBS.items()))


@click.command(
    cls=_Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="leakguard")
def leakguard() -> None:
    """Find leaked and hard-coded keys, and say what to do about each.

    Exit codes: 0 nothing found, 1 findings, 2 usage, configuration, or something that could not
    be read.
    """


def main() -> None:
    """Run the command line and exit."""
    try:
        leakguard.main(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except LeakguardError as error:
        _complain(str(error))
    except BrokenPipeError:
        # The reader of the output has gone; there is nobody left to tell.
        sys.stderr.close()
        sys.exit(2)
    except MemoryError:
        _complain("out of memory: scan fewer files at once, or lower --max-file-size")
    except Exception as error:  # noqa: BLE001
        # A traceback or a message could hold scanned text; say where it happened, no more.
        _complain(f"internal error: {type(error).__name__} in {_where(error)}; please report it")


def _complain(message: str) -> None:
    click.echo(f"leakguard: error: {neutralise(message)}", err=True)
    sys.exit(2)


def _where(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "?"
    return f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}"

"""The command: one module a verb, loaded when it is called."""

import gc
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

from leakguard import __version__
from leakguard.cli.output import ReaderGone
from leakguard.errors import LeakguardError, UsageError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

VERBS = {
    "init": "Set a project up: a hook, CI, .gitignore, a baseline.",
    "scan": "Scan files, folders or what is staged.",
    "fix": "Take keys out of Python files, into an env file.",
    "gate": "Judge a pull request by what its commits bring; for CI.",
    "hook": "Scan what a git hook is about; for pre-commit.",
    "verify": "Ask exchanges whether found keys are alive, after asking you.",
    "baseline": "Let findings stay that are there already.",
    "audit": "Tell how old, how exposed and how well kept every key is.",
    "respond": "Show the way out for a key that has leaked.",
    "config": "Show what is in force, and where it comes from.",
    "rules": "List the rules, or show one.",
    "explain": "Show what a rule is for, or why a finding is one.",
}
_INTERRUPTED = 130  # as shells have it: 128 and the number of SIGINT

_GARBAGE = 200_000
"""Objects made until those in circles are looked for: what is imported and loaded stays anyway."""


class _Verbs(click.Group):
    """A group whose commands are imported when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        command = getattr(import_module(f"leakguard.cli.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in VERBS and not args[0].startswith("-"):
            from leakguard.text import nearest, quoted

            hint = nearest(args[0], list(VERBS))
            raise click.UsageError(f"there is no command {quoted(args[0])}{hint}", ctx)
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        from click.shell_completion import CompletionItem

        verbs = (it for it in VERBS.items() if it[0].startswith(incomplete))
        own = click.Command.shell_complete(self, ctx, incomplete)
        return [*(CompletionItem(verb, help=said) for verb, said in verbs), *own]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))


@click.group(
    cls=_Verbs,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="leakguard", message="%(prog)s %(version)s")
@click.pass_context
def leakguard(context: click.Context) -> None:
    """Find leaked and hard-coded keys, and say what to do about each.

    Exit codes: 0 nothing found, 1 findings, 2 usage, configuration, or something that could not
    be read.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        context.exit(2)
    try:
        os.getcwd()
    except OSError:
        raise UsageError("the current folder is gone, or cannot be entered") from None


def main() -> None:
    """Run the command line and exit."""
    gc.set_threshold(_GARBAGE)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the caller: the exit code still tells
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"))
    try:
        sys.exit(leakguard.main(standalone_mode=False))
    except click.exceptions.Abort:
        _complain("interrupted", _INTERRUPTED)
    except click.ClickException as error:
        _complain(_usage(error))
    except ReaderGone:
        sys.exit(2)
    except LeakguardError as error:
        _complain(str(error))
    except MemoryError:
        _complain("out of memory: scan fewer files at once, or lower --max-file-size")
    except Exception as error:  # noqa: BLE001
        from leakguard import mishap  # says no more than where it happened

        if mishap.is_interruption(error):
            _complain("interrupted", _INTERRUPTED)
        _complain(f"internal error: {mishap.told(error)}")


def _complain(message: str, code: int = 2) -> None:
    from leakguard.masking.redact import scrub_path  # a name on the command line may be a key
    from leakguard.text import neutralise

    click.echo(f"leakguard: error: {neutralise(scrub_path(message))}", err=True)
    sys.exit(code)


def _usage(error: click.ClickException) -> str:
    """What click says of a wrong command line, in one line, and where to read more."""
    said = error.format_message().rstrip(".")
    said = said[:1].lower() + said[1:]
    if not isinstance(error, click.UsageError) or error.ctx is None:
        return said
    return f"{said}; see `{error.ctx.command_path} --help`"

"""The way out for a key, as JSON."""

from typing import Any

from leakguard.masking.redact import scrub
from leakguard.reporters.dumped import dumped
from leakguard.respond import account
from leakguard.respond.commands import Command
from leakguard.respond.response import Response
from leakguard.respond.told import Mask, places

VERSION = 1


def as_json(response: Response) -> str:
    """Give the same as the text, by name."""
    key, plan = response.key, response.purge
    mask = Mask(key.values, response.searched)
    since = response.since
    found: dict[str, Any] = {
        "version": VERSION,
        "key": {
            "id": key.ids[0],
            "kind": key.kind,
            "secret": str(key.secret),
            "provider": key.account.provider,
            "since": since
            and {"id": since.id, "author": mask(scrub(since.author)), "date": since.date},
        },
        "revoke": account.revoke(key.account),
        "deploy": account.deploy(key.account),
        "check": account.check(key.account),
        "purge": {
            "places": places(response.searched, response.affected, mask),
            "stripped": [
                {
                    "blob": it.place.name,
                    "paths": [mask(path) for path in it.paths],
                    "forms": it.place.hit.forms,
                }
                for it in plan.stripped
            ],
            "refs": [mask(it) for it in plan.refs],
            "by_hand": [mask(it) for it in plan.by_hand],
            "warnings": [mask(it) for it in response.warnings],
            "not_in_backup": response.backup,
            "files": response.folder,
            "commands": [_command(it, mask) for it in plan.commands],
        },
        "publish": {
            "others": response.others,
            "commands": [_command(it, mask) for it in plan.publish],
        },
    }
    return dumped(found)


def _command(it: Command, mask: Mask) -> dict[str, str]:
    return {"line": mask.line(it), "why": it.why}

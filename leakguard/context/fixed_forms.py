"""Credentials of one form, which everybody calls by one name: what is called so and has another
form is a stand-in, or belongs to somebody else.

Only what a name says in full is judged so, and only where no rule knows the value. AWS's are not
among them: everything that speaks S3's language is given its keys under AWS's names.
"""

import base64
import binascii
import re

from leakguard.context import names

_FORMS = {
    # https://developer.okta.com/docs/guides/create-an-api-token/main/
    r"okta(?:api)?(?:token|key)": r"00[\w\-]{40}",
    # https://dev.twitch.tv/docs/video-broadcast/
    r"twitchstreamkey": r"live_\d{4,12}_\w{20,40}(?:\?.*)?",
    # https://docs.npmjs.com/about-access-tokens; a UUID before 2021
    r"npm(?:auth|access)?token": r"npm_\w{36}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    # https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/
    r"newrelic(?:license|licence)key": r"[0-9a-f]{40}|\w{36}NRAL|NRAK-\w{27}",
    # https://api.slack.com/concepts/token-types
    r"slack(?:bot|user|app|api|access)?token": r"xox[a-z](?:\.xox[a-z])?-[\w\-%]{10,}|xapp-[\w/-]+",
    # https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys
    r"sendgrid(?:api)?key": r"SG\.[\w\-]{20,24}\.[\w\-]{39,50}",
    # https://docs.stripe.com/keys
    r"stripe(?:api)?secretkey": r"(?:sk|rk)_(?:live|test)_\w{10,250}",
}
"""By a regular expression for the name, in small letters without separators: the forms."""

_NAMES = re.compile("|".join(f"(?:{name})" for name in _FORMS))


def reason_of_fixed_form(name: str | None, value: str) -> str | None:
    """Give `wrong-form` where `name` ends with that of a credential whose form `value` lacks."""
    compact = "".join(names.words(name or ""))
    if not _NAMES.search(compact):
        return None
    form = next((it for named, it in _FORMS.items() if re.search(rf"(?:{named})$", compact)), None)
    if form is None or any(re.fullmatch(form, it) for it in (value, _decoded(value))):
        return None
    return "wrong-form"


def _decoded(value: str) -> str:
    """What a value stands for in base64, as in a Kubernetes Secret; nothing if it is none."""
    try:
        return base64.b64decode(value, validate=True).decode("ascii").strip()
    except (binascii.Error, ValueError):
        return ""

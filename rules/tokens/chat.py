"""Tokens of chat services, their bots and their webhooks."""

import base64
import re

from leakguard.finding import Role, Severity
from leakguard.forms import UUID, base62, base64url, hexadecimal
from leakguard.rule import Credential, Provider

_SLACK_DOCS = "https://docs.slack.dev/authentication/tokens"
_HOOK = "Whoever reads it can post to the channel in the app's name."
_NUMBER = "[0-9]{8,14}"

SLACK = Provider(
    name="Slack",
    words=("slack",),
    rotate="https://docs.slack.dev/authentication/best-practices-for-security",
    credentials=(
        Credential(
            id="slack-bot-token",
            kind="bot token",
            role=Role.TOKEN,
            pattern=rf"xoxb-{_NUMBER}- (?: {_NUMBER}- )? [A-Za-z0-9]{{18,34}}",
            docs=_SLACK_DOCS,
        ),
        Credential(
            id="slack-user-token",
            kind="user token",
            role=Role.TOKEN,
            pattern=rf"xox[pso]- (?: {_NUMBER}- ){{1,3}} [A-Za-z0-9]{{10,64}}",
            docs=_SLACK_DOCS,
        ),
        Credential(
            id="slack-workspace-token",
            kind="workspace or refresh token",
            role=Role.TOKEN,
            pattern=rf"xox[ar]- (?: [0-9]- )? (?: {_NUMBER}- ){{1,3}} [A-Za-z0-9]{{10,64}}",
            docs=_SLACK_DOCS,
        ),
        Credential(
            id="slack-workflow-token",
            kind="workflow token",
            role=Role.TOKEN,
            severity=Severity.MEDIUM,
            why="Until it expires, minutes after it was given out, it acts for the app.",
            pattern=r"xwfp-[A-Za-z0-9\-]{24,200}",
            docs=_SLACK_DOCS,
        ),
        Credential(
            id="slack-configuration-token",
            kind="configuration or rotating token",
            role=Role.TOKEN,
            pattern=r"xoxe\.xox[bp]-[0-9]-[A-Za-z0-9]{100,300}",
            docs="https://docs.slack.dev/app-manifests/configuring-apps-with-app-manifests",
            tail=r"A-Za-z0-9_\-.",
        ),
        Credential(
            id="slack-configuration-refresh-token",
            kind="refresh token of a configuration or rotating token",
            role=Role.TOKEN,
            pattern=r"xoxe-[0-9]-[A-Za-z0-9]{100,300}",
            docs="https://docs.slack.dev/authentication/using-token-rotation",
        ),
        Credential(
            id="slack-app-token",
            kind="app-level token",
            role=Role.TOKEN,
            pattern=r"xapp-[0-9]-A[A-Z0-9]{8,12}-[0-9]{8,14}-[0-9a-f]{64}",
            docs=_SLACK_DOCS,
        ),
        Credential(
            id="slack-client-token",
            kind="token of a signed-in browser",
            role=Role.TOKEN,
            pattern=rf"xoxc- (?: {_NUMBER}- ){{3}} [0-9a-f]{{64}}",
            docs=_SLACK_DOCS,
        ),
        Credential(
            id="slack-session-cookie",
            kind="session cookie",
            role=Role.TOKEN,
            pattern=r"xoxd-[A-Za-z0-9%+/]{60,400} ={0,2}",
            tail=r"A-Za-z0-9_\-%+/",
            docs=_SLACK_DOCS,
        ),
        Credential(
            id="slack-webhook",
            kind="incoming webhook",
            role=Role.TOKEN,
            severity=Severity.MEDIUM,
            why=_HOOK,
            pattern=r"""hooks\.slack (?: -gov )? \.com/ (?:
                services/T[A-Za-z0-9]{8,12}/B[A-Za-z0-9]{8,12}/[A-Za-z0-9]{20,26}
                | workflows/T[A-Z0-9]{8,12}/A[A-Z0-9]{8,12}/[0-9]{10,20}/[A-Za-z0-9]{20,26}
                | triggers/[TE][A-Z0-9]{8,12}/[0-9]{8,16}/[0-9a-f]{32} )""",
            docs="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks",
        ),
        Credential(
            id="slack-signing-secret",
            kind="signing or client secret",
            role=Role.SECRET,
            form=hexadecimal(32),
            names=("secret",),
            docs="https://docs.slack.dev/authentication/verifying-requests-from-slack",
        ),
        Credential(
            id="slack-verification-token",
            kind="verification token",
            role=Role.TOKEN,
            severity=Severity.MEDIUM,
            form=base62(24),
            names=("verification", "verify"),
            docs="https://docs.slack.dev/authentication/verifying-requests-from-slack",
        ),
    ),
)


def bot_of(token: str) -> str | None:
    """Give the bot that a Discord token is for: its id, in base64, is what it starts with."""
    head = token.partition(".")[0]
    try:
        number = base64.b64decode(head + "=" * (-len(head) % 4)).decode("ascii")
    except ValueError:
        return None
    return f"bot {number}" if re.fullmatch("[0-9]{15,20}", number) else None


_DISCORD_DOCS = "https://discord.com/developers/docs/reference#authentication"

DISCORD = Provider(
    name="Discord",
    words=("discord", "discordapp"),
    rotate="https://discord.com/developers/applications",
    credentials=(
        Credential(
            id="discord-bot-token",
            kind="bot token",
            role=Role.TOKEN,
            # What two digits in base64 start with
            pattern=r"""[MNO][DTjz][A-Za-z0-9]{21,26} \.[A-Za-z0-9_\-]{6}
                        \.[A-Za-z0-9_\-]{27,40}""",
            tail=r"A-Za-z0-9_\-.",
            tells=bot_of,
            docs=_DISCORD_DOCS,
        ),
        Credential(
            id="discord-user-token",
            kind="token of a user with two factors",
            role=Role.TOKEN,
            pattern=r"mfa\.[A-Za-z0-9_\-]{84}",
            docs=_DISCORD_DOCS,
        ),
        Credential(
            id="discord-webhook",
            kind="webhook",
            role=Role.TOKEN,
            severity=Severity.MEDIUM,
            why=_HOOK,
            pattern=r"""(?: ptb\. | canary\. )? discord (?: app )? \.com/api/ (?: v[0-9]{1,2}/ )?
                        webhooks/[0-9]{17,20}/[A-Za-z0-9_\-]{60,72}""",
            docs="https://discord.com/developers/docs/resources/webhook",
            rotate="https://support.discord.com/hc/en-us/articles/228383668-Intro-to-Webhooks",
        ),
        Credential(
            id="discord-client-secret",
            kind="client secret",
            role=Role.SECRET,
            form=base64url(32),
            names=("secret",),
            docs="https://discord.com/developers/docs/topics/oauth2",
        ),
    ),
)

_TEAMS_DOCS = (
    "https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/"
    "how-to/add-incoming-webhook"
)

MICROSOFT_TEAMS = Provider(
    name="Microsoft Teams",
    words=("teams", "msteams", "microsoft teams", "office"),
    everyday=True,
    rotate=_TEAMS_DOCS,
    credentials=(
        Credential(
            id="microsoft-teams-webhook",
            kind="incoming webhook",
            role=Role.TOKEN,
            severity=Severity.MEDIUM,
            why=_HOOK,
            pattern=rf"""(?: outlook\.office (?: 365 )? \.com/webhook
                         | [a-z0-9\-]{{1,40}}\.webhook\.office\.com/webhookb2 ) /
                         {UUID}@{UUID}/IncomingWebhook/[0-9a-zA-Z]{{32}}/{UUID}""",
            tail=r"A-Za-z0-9_\-.",
            docs=_TEAMS_DOCS,
        ),
        Credential(
            id="microsoft-teams-workflow",
            kind="workflow webhook",
            role=Role.TOKEN,
            severity=Severity.MEDIUM,
            why="Whoever reads it can start the workflow.",
            pattern=r"""prod-[0-9]{1,3}\.[a-z0-9]{1,30}\.logic\.azure\.com (?: :443 )?
                        /workflows/[0-9a-f]{32}/triggers/[a-zA-Z_]{1,40}/paths/invoke
                        [?][A-Za-z0-9\-_=%.&]{10,200}sig=[A-Za-z0-9_\-]{43}""",
            docs=_TEAMS_DOCS,
        ),
    ),
)

GITTER = Provider(
    name="Gitter",
    words=("gitter",),
    rotate="https://developer.gitter.im/docs/authentication",
    credentials=(
        Credential(
            id="gitter-access-token",
            kind="access token",
            role=Role.TOKEN,
            form=hexadecimal(40),
            docs="https://developer.gitter.im/docs/authentication",
        ),
    ),
)

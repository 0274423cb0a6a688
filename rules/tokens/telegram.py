"""Tokens of Telegram's bots, applications and accounts."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.forms import hexadecimal
from leakguard.rule import Credential, Example, Provider, TokenRule

_SESSION = "Whoever holds it is logged in to the account, with all its chats and without a code."
_END_SESSION = (
    "End the session in Telegram, under Settings > Devices; log in again for a new one.",
    "Keep the new one in the environment or a secret store, and read it from there.",
)
_OF_APPLICATION = (
    "See at https://my.telegram.org/apps whether it can be replaced, and end the sessions "
    "that you do not know.",
    "Keep the new one in the environment or a secret store, and read it from there.",
)
_OBTAINED = "https://core.telegram.org/api/obtaining_api_id"
_PAYMENT = r"[0-9]{8,10} : %s : [A-Za-z0-9_=\-]{5,64}"
_CHARGES = "With the bot's token, it sends invoices in the name of the shop that it belongs to."

TELEGRAM = Provider(
    name="Telegram",
    words=("telegram", "telegrambot", "telebot", "aiogram", "telethon", "pyrogram"),
    rotate="https://core.telegram.org/bots/features#botfather",
    credentials=(
        Credential(
            id="telegram-bot-token",
            kind="bot token",
            role=Role.TOKEN,
            pattern=r"(?: bot )? [0-9]{8,10}:AA[A-Za-z0-9_\-]{32,33}",
            tells=lambda token: f"bot {token.removeprefix('bot').partition(':')[0]}",
            docs="https://core.telegram.org/bots/api#authorizing-your-bot",
        ),
        Credential(
            id="telegram-api-hash",
            kind="API hash",
            role=Role.SECRET,
            form=hexadecimal(32),
            names=("api", "app"),
            called=("api hash", "app hash"),
            advice=_OF_APPLICATION,
            docs=_OBTAINED,
        ),
        Credential(
            id="telegram-session-string",
            kind="session of Telethon",
            role=Role.TOKEN,
            pattern=r"1(?:A[VZlp15]|B[FJVZ])[A-Za-z0-9_\-]{349}=",
            severity=Severity.CRITICAL,
            why=_SESSION,
            advice=_END_SESSION,
            docs="https://docs.telethon.dev/en/stable/concepts/sessions.html",
        ),
        Credential(
            id="telegram-pyrogram-session",
            kind="session of Pyrogram",
            role=Role.TOKEN,
            pattern=r"(?:A[Qgw]|B[AQ])(?:[A-Za-z0-9_\-]{349}|[A-Za-z0-9_\-]{354}|[A-Za-z0-9_\-]{360})",
            near=True,
            severity=Severity.CRITICAL,
            why=_SESSION,
            advice=_END_SESSION,
            docs="https://docs.pyrogram.org/topics/storage-engines",
        ),
        Credential(
            id="telegram-gramjs-session",
            kind="session of GramJS",
            role=Role.TOKEN,
            # The data center, the length of its address, the address, its port, and the key.
            pattern=r"1(?:A[Qgw]|B[AQ])A[H-Za-g][A-Za-z0-9+/]{354,388}={0,2}",
            tail=r"A-Za-z0-9+/",
            severity=Severity.CRITICAL,
            why=_SESSION,
            advice=_END_SESSION,
            docs="https://gram.js.org/beta/classes/sessions.StringSession.html",
        ),
        Credential(
            id="telegram-payment-token",
            kind="payment provider token",
            role=Role.TOKEN,
            pattern=_PAYMENT % "LIVE",
            severity=Severity.MEDIUM,
            why=_CHARGES,
            docs="https://core.telegram.org/bots/payments",
        ),
        Credential(
            id="telegram-payment-test-token",
            kind="payment provider token",
            role=Role.TOKEN,
            pattern=_PAYMENT % "TEST",
            sandbox=True,
            severity=Severity.LOW,
            why=_CHARGES,
            docs="https://core.telegram.org/bots/payments",
        ),
    ),
)

TELEGRAM_APPLICATION = TokenRule(
    id="telegram-application-hash",
    title="Telegram API hash",
    why="With its id it is the application: whoever reads it can log in to accounts in its name.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    provider="Telegram",
    role=Role.SECRET,
    shape=Shape.TOKEN,
    context=r"(?<![A-Za-z0-9])api_?id(?![A-Za-z0-9])",
    pattern=r"""
        (?: ^ | [^A-Za-z0-9] ) (?i: api [_\- ]? hash ) ["'`]? [\])]? \s{0,4}
        (?: : \s{0,2} str \s{0,4} )?
        (?: = | : | => | , ) \s{0,4} ["'`]? (?P<secret> [0-9a-f]{32} ) (?: $ | [^A-Za-z0-9] )
    """,
    advice=_OF_APPLICATION,
    references=(_OBTAINED,),
    invalid=(
        f'API_ID = 2040\nAPI_HASH = "{made_up("hex", 32, 71)}"',
        f"API_ID=2040\nAPI_HASH={made_up('hex', 32, 72)}",
        f"TG_API_ID=2040\nTG_API_HASH={made_up('hex', 32, 76)}",
        f'"api_id": 2040,\n"api_hash": "{made_up("hex", 32, 73)}"',
    ),
    valid=(
        'API_ID = 2040\nAPI_HASH = os.environ["API_HASH"]',
        f'api_hash = "{made_up("hex", 32, 74)}"',
        f"api_id: 2040\napi_hash_algorithm: {made_up('hex', 32, 75)}",
    ),
)

TELEGRAM_CLIENT = TokenRule(
    id="telegram-client-call",
    title="Telegram API hash",
    why=TELEGRAM_APPLICATION.why,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    provider="Telegram",
    role=Role.SECRET,
    shape=Shape.TOKEN,
    context=r"(?<![A-Za-z0-9])TelegramClient(?![A-Za-z0-9])",
    pattern=r"""
        , \s{0,20} [0-9]{4,9} , \s{0,20} ["'`] (?P<secret> [0-9a-f]{32} ) ["'`]
    """,
    but_python=True,
    advice=_OF_APPLICATION,
    references=(_OBTAINED,),
    invalid=(
        Example(
            f'const client = new TelegramClient(session, 2040, "{made_up("hex", 32, 77)}", {{}});',
            "bot.ts",
        ),
        Example(
            "await using(new TelegramClient(\n  new StringSession(),\n  2040,\n"
            f"  '{made_up('hex', 32, 78)}',\n));",
            "bot.js",
        ),
    ),
    valid=(
        Example("new TelegramClient(session, apiId, apiHash, {});", "bot.ts"),
        Example(f'save(file, 2040, "{made_up("hex", 32, 79)}");', "files.ts"),
    ),
)

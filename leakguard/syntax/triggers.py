"""What the syntax rules ask Hyperscan for: literals where a credential may stand.

Each pattern ends with the closing quote, so that `literal_before` finds the value.
"""

from leakguard.document import Span
from leakguard.forms import SIXTY_FOUR
from leakguard.values.elsewhere import IN_OTHER_LETTERS

KEY_LITERAL = SIXTY_FOUR
"""64 letters and digits; those that are no literal, `literal_before` leaves out. The text rules ask
for the same, so that no pass over the bytes is made for it."""

_OTHER_LETTERS = "|".join(
    "".join(rf"\x{byte:02x}" for byte in word.encode()) for word in IN_OTHER_LETTERS
)
NAMED_LITERAL = (
    r"""
    (?: (?i: key | secret | token | pass | pwd | auth | cred | psk | \b pw | _pw
           | salt | api_?hash | kennwort | contrase | senha | parola | haslo | heslo | clave
           | """
    + _OTHER_LETTERS
    + r""" )
        [A-Za-z0-9_]{0,30} \]? ["']? [^"']{0,80}
      | (?i: private ) (?: [_0-9] [A-Za-z0-9_]{0,30} )? ["']? \]? \s{0,4}
        (?: : [^"'=\n]{0,40} )? [:=] [^"'=]{0,80} )
    (?: "" | '' )? ["'] [^"'\s]{4,512} ["']
"""
)
"""A literal without spaces, soon after a word for a credential; `private` says so only where it
ends a name: methods of exchanges begin with it, `privateGetOrders`."""

OWN_DEFINITION = r"""
    \b def [ \t]{1,9} \w{1,60} [ \t]? \( [^()]{0,300} (?i: key | secret | token | passw | passphr )
"""
"""The head of a function as far as a parameter for a credential."""

NAMED_PHRASE = r"""
    (?i: passw | passphrase | passwd | pwd ) [A-Za-z0-9_]{0,20} ["']? \]? [ \t]{0,4}
    (?: : [ ]? [A-Za-z]{1,20} [ ]? )? [=:] [ \t]{0,4}
    (?: " [^"\s]{0,40} [ '] [^"\n]{1,60} " | ' [^'\s]{0,40} [ "] [^'\n]{1,60} ' )
"""
"""A literal with spaces or the other quotes in it, given to a name for a password."""

NAMED_EXPRESSION = r"""
    (?i: key | secret | token | pass | pwd | auth | cred ) [A-Za-z0-9_]{0,30} ["']? \]?
    [ \t]{0,4} (?: : [^\n=]{1,60} )? [=:] [ \t]{0,4} \(? \s{0,20}
    (?: ["'][^"'\n]{0,4}["'] [ ]? \. [ ]? join [ ]? \(
      | [rbuRBU]{0,2} ["'][^"'\n]{1,200}["'] \s{0,20}
        (?: \+ | % | \[ | \. (?: strip | replace | format ) \( )
      | (?: [A-Za-z_.]{0,40} \. )?
        (?: b64decode | standard_b64decode | urlsafe_b64decode | b32decode | b16decode | b85decode
          | a85decode | decodebytes | fromhex | unhexlify | a2b_hex | a2b_base64 | decompress
          | decode | bytes | bytearray | reversed | chr ) [ ]? \( )
"""
"""A credential's name that is given what an expression makes of literals."""

NAMED_NAMES = r"""
    (?i: key | secret | token | pass | pwd | passphrase ) [A-Za-z0-9_]{0,30} ["']? \]?
    [ \t]{0,4} (?: : [ ]? [A-Za-z]{1,20} [ ]? )? = [\s\\(]{0,20}
    (?: [A-Za-z_][\w.]{0,60}
        (?: \[ ["']? \w{1,40} ["']? \] )? [\s\\]{0,20} \+ [\s\\]{0,20} [A-Za-z_"']
      | [A-Za-z_]\w{0,60} (?: \[ [^\]\n"']{0,20} : | \. (?: [lr]? strip | replace ) [ ]? \( )
      | [fF] ["'] [A-Za-z0-9+/=_\-]{0,80} \{ [A-Za-z_][\w.]{0,60} \} )
"""
"""A credential's name that is given what others hold, put together."""

SEVERAL_LITERALS = r"""
    (?i: key | secret | token | pass | pwd | auth | cred | bearer | jwt | hmac | psk | private
       | \b pw | _pw | kennwort | contrase | senha | parola | haslo | heslo )
    [^=\n"'\#]{0,120} = [ \t]{0,4} [(\[]? [ ]?
    [rbuRBU]{0,2} ["'] [^"'\n]{0,200} ["'] [ \t]{0,4} , [ \t]{0,4} [^\n"']{0,80} ["']
"""
"""`user, password = "…", "…"`, as far as the second literal begins. That there are several names,
`Handed` sees: with the comma, in whatever order, it takes Hyperscan twice as long to find."""

ENCODED_PAIR = r"""
    (?: b64encode | encodebytes | encodestring ) [ ]? \( \s{0,20} [rbuRBU]{0,2}
    ["'] [^"':\n]{1,60} : [^"'\n]{4,200} ["']
"""
"""`b64encode(b"user:password")`."""

COLLECTED_LITERALS = r"""
    (?i: passwords | passwds | secrets | tokens | credentials | creds | logins | api_?keys )
    [A-Za-z0-9_]{0,20} ["']? \]? [ \t]{0,4} (?: : [^\n=]{1,60} )? = [ \t]{0,4}
    [\[({] [^"'\n]{0,40} \s{0,40} ["']
"""
"""A list, tuple or dict of credentials, as far as its first literal begins."""

ENVIRON_LITERAL = r"""
    (?: environ | getenv | putenv ) \w{0,2} [^"'\n]{0,30} ["'] [^"'\s]{4,512} ["']
"""
"""The first literal after a word for the environment."""


FALLBACK_OF_READ = r"""
    (?: getenv b? | environ b? \. (?: get | pop ) ) \( \s{0,20} ["'] \w{1,60} ["'] , \s{0,20}
    (?: default [ ]? = [ ]? )? [rbuRBU]{0,2} ["'] [^"'\s]{4,512} ["']
"""
"""What a read of a variable falls back to, whatever the variable is called."""

CREDENTIAL_READ = r"""
    (?: environ b? \s{0,3} (?: \. \s{0,3} (?: get | pop ) \s{0,3} \( | \[ ) | getenv b? \s{0,3} \( )
    \s{0,60} b? ["'] \w{0,60} (?i: key | secret | token | pass | pwd | bearer | jwt ) \w{0,40} ["']
"""
"""A read of a variable that is called like a credential."""

WHOLE_ENVIRON = r"""
    \b environ b? \s{0,3} (?: [,)}\]!:\n] | \. \s{0,3} (?: copy | items | values ) \s{0,3} \( )
"""
"""The environment as a whole."""

RENAMED_ENVIRON = r"\b (?: environ | getenv ) b? \s{1,3} as [ ]"
"""An import that gives the environment another name."""

GIVEN_ENVIRON = r"""
    = [ \t]{0,4} (?: \w{1,20} \. )? (?: environ b? (?: \. get )? | getenv b? ) [ \t]{0,4} \r? [\n\#]
"""
"""A variable that is given the environment, or what reads it."""

LOADS_DOTENV = r"\b (?: load_dotenv | dotenv_values ) \s{0,3} \("


_NAMES_OF_A_TRIGGER = 16
"""Hyperscan looks for few names as literals, and for hundreds in a way that takes twice the time
of all other patterns."""


def sink_calls() -> tuple[str, ...]:
    """Give the patterns of calls of SDKs that take credentials, as far as their brackets, or of
    imports that give them another name: `from binance import Client as KC`."""
    from leakguard import sinks  # only where the database is compiled

    names = sorted(sinks.load().call_names())
    return tuple(
        r"\b (?: "
        + " | ".join(names[start : start + _NAMES_OF_A_TRIGGER])
        + r" ) (?: \s{0,3} \( | [ \t]{1,4} as [ \t] )"
        for start in range(0, len(names), _NAMES_OF_A_TRIGGER)
    )


SEVERAL_IMPORTS = r"(?: ^ | [;:] ) [ \t]{0,40} import [ \t] [\w. \t]{1,80} ,"
"""An import of several modules: which packages they are of, `Handed` tells."""


def imported(package: str) -> str:
    """Give the pattern of an import of a package by itself, or from it."""
    return rf"\b (?: from | import ) [ \t]{{1,4}} {package} \b"


_QUOTES = (b'"', b"'")
_LONGEST = 600
"""Bytes of a literal."""


def literal_before(data: bytes, end: int) -> Span | None:
    """Give the span between the quotes of the literal whose closing quote ends at `end`, in bytes;
    None if no quote ends there, or the opening one is too far."""
    quote = data[end - 1 : end]
    if quote not in _QUOTES:
        return None
    start = data.rfind(quote, max(0, end - _LONGEST), end - 1)
    return None if start < 0 else (start + 1, end - 1)

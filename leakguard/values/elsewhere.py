"""The word for a password in other languages, and what says whose it is: names and stand-ins."""

import re

PASSWORDS = frozenset(
    "senha contrasena parola passe motdepasse mdp passwort kennwort wachtwoord adgangskode kodeord"
    " passord losenord salasana haslo heslo lozinka geslo jelszo sifre sifreniz katasandi sandi"
    " katalaluan clave contrasenya parool parol salasona slaptazodis matkhau".split()
)
"""In small letters without accents."""

NAMES = r"""senha | contrase | parola | mot_?de_?passe | \b mdp \b | kennwort | wachtwoord
    | adgangskode | kodeord | passord | losenord | salasana | haslo | heslo | lozinka | geslo
    | jelszo | sifre | katasandi | kata_sandi | matkhau | clave"""
"""For triggers, in verbose regular expressions that do not tell capitals: how such names begin."""

IN_OTHER_LETTERS = ("密码", "密碼", "口令", "パスワード", "비밀번호", "암호", "пароль")
"""The word in letters that are not Latin, as programs name settings in a dict."""

WHOSE = frozenset(
    "sua seu minha meu tua tu su mi tuo mio uw mijn votre mon ton dein mein ihr de du la el da do"
    " il din ditt deres twoje moje vase tvoje"
    " forte fuerte fort segura seguro teste prueba prova aqui qui ici hier nova nueva".split()
)
"""What stands beside that word where it only says what belongs there: `suaSenha`."""

_NOT_COMPOSED = str.maketrans("łŁøØđĐıß", "lLoOdDis")
_OF_OTHER_LETTERS = re.compile(
    r"(?:[^\W\d_a-z]{1,20}[_\- ]?)?"
    r"(?:пароль|секрет|токен|ключ|密码|密碼|口令|パスワード|비밀번호|암호)[_\- ]?[0-9]{0,3}",
    re.IGNORECASE,
)


def without_accents(value: str) -> str:
    """Give `value` with plain letters for those that have accents: `CONTRASEÑA` as `CONTRASENA`."""
    if value.isascii():
        return value
    import unicodedata  # few values ask for it

    parts = unicodedata.normalize("NFD", value.translate(_NOT_COMPOSED))
    return unicodedata.normalize(
        "NFC", "".join(it for it in parts if not "\u0300" <= it <= "\u036f")
    )


def is_password_in_other_letters(value: str) -> bool:
    """Tell whether `value` is the word for a password in letters that are not Latin."""
    return not value.isascii() and _OF_OTHER_LETTERS.fullmatch(value) is not None

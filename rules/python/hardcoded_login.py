"""A password where somebody logs in."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import libcst as cst

from leakguard.candidate import Candidate, Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import Invalid, SyntaxRule, is_half
from leakguard.syntax import places
from leakguard.syntax.calls import sink_of
from leakguard.syntax.filled import BEARER, filled
from leakguard.syntax.held import logins_in
from leakguard.syntax.literal import Literal
from leakguard.syntax.logins import (
    Passed,
    behind_account,
    passwords,
    session,
    tokens,
    typed_password,
)
from leakguard.syntax.names import Assignment, assigned, dotted, text_of
from leakguard.syntax.unpacked import rows_of
from leakguard.values import reason_against
from leakguard.values.passwords import is_password, is_plain_password, typed

_MOST_HELD = 2_000
"""Literals of a list or dict that are looked at."""

_PASSWORD = made_up("base62", 12, 51)
_TOKEN = made_up("base62", 40, 52)


class HardcodedLogin(SyntaxRule):
    """A literal password where somebody logs in: behind the user in a call, typed into a field,
    set, checked or hashed, or filled into a connection string or a header.

    Nothing names it, so it is told by what is called and by what stands before it. Where that
    leaves a doubt, only what can hardly be anything but a password is reported, with low
    confidence.

    Why it is bad: every reader of the code can log in, and so can every reader of its history.
    Example: `client.login("ada", "<the password>")`
    Use instead: `client.login("ada", os.environ["SERVICE_PASSWORD"])`
    References: CWE-798
    """

    ID = "hardcoded-login"
    TITLE = "hard-coded where somebody logs in"
    SEVERITY = Severity.HIGH
    CONFIDENCE = Confidence.MEDIUM
    ADVICE = (
        "Change it where it is used.",
        "Put the new one into the environment or a secret store, and read it from there:",
    )
    TRIGGERS = ()
    PLACES = (
        places.LOGIN,
        places.BEHIND_USER,
        places.BEHIND_ACCOUNT,
        places.BEHIND_MAILBOX,
        places.TYPED,
        places.TYPED_INTO,
        places.HASHED,
        places.FILLED,
        places.FILLED_PAIR,
        places.APPENDED,
        places.QUOTED,
        places.OF_CLIENT,
        places.PAIR,
        places.COLLECTION,
        places.COOKIE,
    )
    VALID = (
        'client.login("user", "password")\n',
        'client.login("ada", "wrong-password")\n',
        'client.login("ada", os.environ["SERVICE_PASSWORD"])\n',
        'button.connect("clicked", "on_clicked_2")\n',
        'door.connect("north", "tower-stairs")\n',
        'switch = ios_driver("10.0.0.7", "admin", "password")\n',
        'log("10.0.0.7", "admin", "signed-in")\n',
        'allow("10.0.0.7", "admin", "10.0.0.8")\n',
        'assert keyring.get_credential(service, "n0body!") is None\n',
        'await self.auth_request("POST", "v2/user/logout")\n',
        f'credentials = store.load_credentials("{_PASSWORD}")\n',
        'page.fill("#password", "")\n',
        'page.get_by_label("Password").press("Enter")\n',
        'user.set_password("new_password")\n',
        'etag = hashlib.md5(b"static/app.js").hexdigest()\n',
        'url = "postgres://%s:%s@host/db" % ("user", "password")\n',
        'requests.get(url, auth=("user", "password"))\n',
        'headers = {"Authorization": "Bearer " + "your-access-token"}\n',
        'print("no bearer " + "level-2-support")\n',
        'USERS = {"ada": "editor", "bob": "level-2-support"}\n',
        'DEVICES = {"card": ("nvidia", "RTX3080")}\n',
        'HOSTS = {"db": ("db.mail.internal", "postgres", "replica-set-2")}\n',
        'PROXY = ("proxy.mail.internal", 1080, "level-2-support")\n',
        'DOORS = [("north", "10.0.0.7", "admin", "closed")]\n',
        'ROLES = [("admin", "level-2-support")]\n',
        'shell.expect("Password: ")\nshell.sendline("show version")\n',
        'zabbix.login("Admin", "zabbix")\n',
        'url = "https://host/?q=" + quote_plus("stairs+1984")\n',
        'PROXY = ("proxy.mail.internal", 1080, "user", "password")\n',
        'user_settings = {"lang": "de", "theme": "dark-blue-2"}\n',
        'requests.get(url, cookies={"lang": "de", "session": session})\n',
        f'requests.get(url, cookies={{"SOCS": "{_TOKEN}", "CONSENT": "YES+cb.{_TOKEN[:20]}"}})\n',
        'mail.send("admin", "me@mailbox.internal", "status-page-2")\n',
    )
    INVALID = (
        Invalid(
            f'client.login("ada", "{_PASSWORD}")\n',
            fixed='import os\n\nclient.login("ada", os.environ["PASSWORD"])\n',
        ),
        Invalid(f'session.auth = HTTPBasicAuth(user, "{_PASSWORD}")\n'),
        Invalid(f'User.objects.create_user("ada", "ada@mail.internal", "{_PASSWORD}")\n'),
        Invalid(f'user.set_password("{_PASSWORD}")\n'),
        Invalid(f'cache.auth("{_PASSWORD}")\n'),
        Invalid(f'wlan.connect("Workshop", "{_PASSWORD}")\n'),
        Invalid(f'camera = Camera("10.0.0.7", 80, "admin", "{_PASSWORD}")\n'),
        Invalid(f'camera = Camera("10.0.0.7", username, "{_PASSWORD}")\n'),
        Invalid('switch = ios_driver("10.0.0.7", "admin", "c0rridor")\n'),
        Invalid(f'import hdbcli.dbapi\nhdbcli.dbapi.connect("db", "root", "{_PASSWORD}")\n'),
        Invalid(f'driver.find_element_by_id("password").send_keys("{_PASSWORD}\\n")\n'),
        Invalid(f'page.fill("#password", "{_PASSWORD}")\n'),
        Invalid(f'tn.read_until(b"Password: ")\ntn.write(b"{_PASSWORD}\\n")\n'),
        Invalid(f'digest = hashlib.sha256("{_PASSWORD}".encode()).hexdigest()\n'),
        Invalid(f'url = "postgres://%s:%s@host/db" % ("ada", "{_PASSWORD}")\n'),
        Invalid('url = "mongodb://ada:" + quote_plus("St&irs1984") + "@db.mail.internal/"\n'),
        Invalid('shell.expect("Password: ")\nshell.sendline("c0rridor")\n'),
        Invalid(f'body = "grant_type=password&password={{}}".format("{_PASSWORD}")\n'),
        Invalid(f'odbc = "DSN=erp;UID=" + user + ";PWD=" + "{_PASSWORD}"\n'),
        Invalid(
            f'headers = {{"Authorization": "Bearer " + "{_TOKEN}"}}\n',
            fixed='import os\n\nheaders = {"Authorization": "Bearer " + os.environ["API_TOKEN"]}\n',
        ),
        Invalid(f'headers["Authorization"] = "Bearer {{}}".format("{_TOKEN}")\n'),
        Invalid(f'requests.get(url, auth=("ada", "{_PASSWORD}"))\n'),
        Invalid(f'session.auth = ("ada", "{_PASSWORD}")\n'),
        Invalid(f'USERS = {{"ada": "{_PASSWORD}"}}\n'),
        Invalid(f'users = [("ada", "ada@mail.internal", "{_PASSWORD}")]\n'),
        Invalid(f'SERVERS = {{"nas": ("10.0.0.7", "ada", "{_PASSWORD}")}}\n'),
        Invalid(f'hosts = [("db.mail.internal", 5432, "ada", "{_PASSWORD}")]\n'),
        Invalid(f'PROXY = ("proxy.mail.internal", 1080, "ada", "{_PASSWORD}")\n'),
        Invalid(f'Client(proxy=(SOCKS5, "10.0.0.7", 1080, True, "ada", "{_PASSWORD}"))\n'),
        Invalid(f'ADMIN = ("ada", "{_PASSWORD}")\n'),
        Invalid(f'DOORS = [("north", "10.0.0.7", "admin", "{_PASSWORD}")]\n'),
        Invalid('FTP_LOGIN = ("files.mail.internal", "ada", "c0rridor")\n'),
        Invalid(f'requests.get(url, cookies={{"sessionid": "{_TOKEN}"}})\n'),
        Invalid(f'session.cookies.set("sessionid", "{_TOKEN}")\n'),
        Invalid(f'client.set_access_token("{_TOKEN}")\n'),
        Invalid(f'weather = WeatherClient("{_TOKEN}")\n'),
        Invalid(f'chat = Client.builder().app_id("7").app_secret("{_TOKEN}").build()\n'),
    )

    def visit_Call(self, node: cst.Call) -> Iterator[Candidate]:
        sink = sink_of(node, self.module)
        if sink is None or not sink.positional:
            # What has to be named today may have stood behind the user in an older version.
            yield from self._passwords(passwords(node))
        if sink is None:
            for value in (*tokens(node), *session(node)):
                yield from self._token(value)
        if (it := typed_password(node, self.module, self.statement)) is not None:
            yield from self._passwords(iter((it,)))
        yield from self._filled(node)

    def visit_Tuple(self, node: cst.Tuple | cst.List) -> Iterator[Candidate]:
        """`("door", "10.0.0.7", "admin", "…")`."""
        yield from self._passwords(behind_account([it.value for it in node.elements]))

    visit_List = visit_Tuple

    def visit_Assign(self, node: Assignment) -> Iterator[Candidate]:
        for target, value in assigned(node):
            yield from self._held(dotted(target).rpartition(".")[2], value)

    visit_AnnAssign = visit_Assign

    def visit_DictElement(self, node: cst.DictElement) -> Iterator[Candidate]:
        yield from self._held(text_of(node.key) or "", node.value)

    def visit_Arg(self, node: cst.Arg) -> Iterator[Candidate]:
        if node.keyword is not None:
            yield from self._held(node.keyword.value, node.value)

    def _held(self, name: str, value: cst.BaseExpression) -> Iterator[Candidate]:
        if next(rows_of(name, value, self.module), None) is not None:
            return  # a loop names what the rows hold
        for it in islice(logins_in(name, value), _MOST_HELD):
            if it.role is Role.TOKEN:
                yield from self._token(it.value)
            else:
                yield from self._passwords(iter((Passed(it.value, is_sure=it.is_sure),)))

    def visit_BinaryOperation(self, node: cst.BinaryOperation) -> Iterator[Candidate]:
        yield from self._filled(node)

    def visit_FormattedString(self, node: cst.FormattedString) -> Iterator[Candidate]:
        yield from self._filled(node)

    def _filled(self, node: cst.BaseExpression) -> Iterator[Candidate]:
        for value in filled(node):
            yield from self._passwords(iter((Passed(value),)))
        for value in filled(node, BEARER):
            yield from self._token(value)

    def _passwords(self, passed: Iterator[Passed]) -> Iterator[Candidate]:
        has_one = False
        for it in passed:
            literal = None if it.is_sure and has_one else self._written(it.value)
            if literal is None:
                continue
            if it.is_sure and is_password(literal.value):
                has_one = True
                yield self._candidate(literal, self.CONFIDENCE)
            elif not it.is_sure and not is_half(literal.value) and is_plain_password(literal.value):
                yield self._candidate(literal, Confidence.LOW)

    def _written(self, node: cst.BaseExpression) -> Literal | None:
        """The literal that stands there: what a name is given is found where that is done."""
        if isinstance(node, cst.Name | cst.Attribute):
            return None
        literal = self.literal(node)
        return None if literal is None else replace(literal, value=typed(literal.value))

    def _candidate(self, literal: Literal, confidence: Confidence) -> Candidate:
        found = self.candidate(literal, "password", role=Role.PASSWORD, is_known=True)
        return replace(found, confidence=confidence)

    def _token(self, value: cst.BaseExpression) -> Iterator[Candidate]:
        literal = self._written(value)
        if literal is not None and reason_against(literal.value, Shape.KEY) is None:
            yield self.candidate(literal, "token", role=Role.TOKEN, is_known=True)

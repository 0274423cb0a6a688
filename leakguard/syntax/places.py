"""Where a credential may stand that nothing names: the patterns that Hyperscan looks for.

Each ends with the closing quote of a literal, which then has to look like a password. Hyperscan
reads several short patterns ten times faster than one that says the same.
"""

_LITERAL = r"""[rbuRBU]{0,2} ["'] [^"'\s]{4,128} ["']"""
_ASKS = r"""
    (?i: passw | passwd | passwort | pwd | passphrase | passcode | \b pass | pass \b | \b pw \b
       | _pw )
"""
_TYPES = r"""
    \b (?: send_?keys | sendKeys | set_value | set_text | setText | send_text | enter_text
         | input_text | typewrite | fill | fill_in | type | write | send | sendline | sendLine
         | communicate ) [ ]? \(
"""
_FILLS = r"""[^"'\n]{0,120} ["'] \s{0,20} (?: % | \. \s? format \s? \( ) [^\n)]{0,120}"""

LOGIN = rf"""
    (?: (?i: login | logon | log_in | sign_?in | signup | sign_up | auth | credential | creds
           | simple_?bind | bind_s | passw | passphrase | pwd | _pw | superuser | unlock | decrypt
           | (?: add | create | new | register ) [a-z_]{{0,12}} user )
      | \b [A-Za-z_]{{0,20}} (?: connect | Connect ) )
    [A-Za-z_]{{0,24}} [ ]? \( [^()]{{0,240}} {_LITERAL}
"""
"""`login("user", "…")`, `HTTPBasicAuth("user", "…")`, `set_password("…")`."""

BEHIND_USER = rf"""
    \b (?i: user | username | user_name | login | uid | usr | email | mail | account | ssid )
    \s{{0,2}} , \s{{0,20}} {_LITERAL}
"""
"""`Camera(host, user, "…")`."""

BEHIND_ACCOUNT = rf"""
    ["'] (?i: admin | administrator | root | sa | user | ubuntu | pi | postgres | oracle | guest
            | test | api | service | system | operator | manager | ubnt | dbadmin ) ["']
    \s{{0,2}} , \s{{0,20}} {_LITERAL}
"""
"""`Camera(host, "admin", "…")`."""

BEHIND_MAILBOX = rf"""@ [\w.\-]{{1,60}} ["'] \s{{0,2}} , \s{{0,20}} {_LITERAL}"""
"""`Plug(host, "me@mailbox", "…")`."""

PAIR = rf"""
    (?i: auth | credential | creds | login | userpass | userpwd | \b user ) [A-Za-z_]{{0,16}}
    ["']? \]? \s{{0,2}} [=:] \s{{0,2}} [(\[] \s{{0,20}}
    (?: [\w.]{{1,60}} | [rbuRBU]{{0,2}} ["'] [^"'\n]{{0,64}} ["'] ) \s{{0,2}} , \s{{0,20}}
    {_LITERAL}
"""
"""`auth=("user", "…")`."""

COLLECTION = rf"""
    (?i: user | account | admin | member | login | credential | creds | passw | wifi | wlan
       | network | prox (?: y | ies ) | database | \b db | _db | cookie | servers | hosts
       | machines | nodes | routers | switches | cameras | devices )
    [A-Za-z0-9_]{{0,16}} (?: \s{{0,2}} : [^\n=]{{1,60}} )? \s{{0,2}} = \s{{0,2}} [\[({{]
    [^=]{{0,600}} {_LITERAL}
"""
"""`USERS = {"alice": "…"}`, `logins = [("alice", "…")]`."""

COOKIE = rf"""
    (?i: cookies? | \b jar ) (?: [ ]? = [ ]? | [\w.]{{0,16}} \( | ["'] [ ]? : [ ]? ) [^=]{{0,200}}
    {_LITERAL}
"""
"""`cookies={"session": "…"}`, `cookies.set("session", "…")`."""

NAMED_VALUE = rf"""
    ["'] (?: name | Name | key | Key | id ) ["'] \s? : \s? ["'] [\w.\-]{{1,60}} ["'] , \s{{0,80}}
    ["'] (?: value | Value ) ["'] \s? : \s? {_LITERAL}
"""
"""`{"name": "API_TOKEN", "value": "…"}`."""

TYPED = rf"{_ASKS} [^;]{{0,200}} {_TYPES} [^()]{{0,80}} {_LITERAL}"
"""`find_element_by_id("password").send_keys("…")`."""

TYPED_INTO = rf"""{_TYPES} [^()\n]{{0,60}} {_ASKS} [^()\n]{{0,30}} , \s? {_LITERAL}"""
"""`page.fill("#password", "…")`."""

COMPARED = rf"""
    (?: {_ASKS} | (?i: secret | token | \b code | \b pin ) ) [^=!;\n]{{0,80}}
    (?: [=!]= | \b in \s ) \s{{0,2}} [(\[{{]{{0,2}} (?: [^()\n]{{0,80}} , \s? )? {_LITERAL}
"""
"""`if password == "…":`"""


HASHED = rf"""
    \b (?: md5 | sha1 | sha224 | sha256 | sha384 | sha512 | blake2[bs] | hashpw | hash | verify
         | crypt ) [ ]? \( [^(),]{{0,40}} {_LITERAL}
"""
"""`hashlib.sha256(b"…")`"""

FILLED = rf"""
    (?: (?: {_ASKS} \w{{0,4}} | (?i: token | secret | api_?key ) ) \\? ["']? [=:] [ ]? \\? ["']?
      | (?i: \b bearer [ ] ) )
    (?: %s | %\(\w{{1,20}}\)s | \{{\w{{0,12}}\}} ) {_FILLS} {_LITERAL}
"""
"""`"password={}".format("…")`."""

FILLED_PAIR = rf"""
    (?: %s | \{{\w{{0,12}}\}} ) : (?: %s | \{{\w{{0,12}}\}} ) {_FILLS} {_LITERAL}
"""
"""`"postgres://%s:%s@host" % ("user", "…")`."""

APPENDED = rf"""
    (?: (?: {_ASKS} \w{{0,4}} | (?i: token | secret | api_?key ) ) [=:] | (?i: \b bearer [ ] ) )
    ["'] \s{{0,2}} [+]
    \s{{0,20}} {_LITERAL}
"""
"""`";PWD=" + "…"`, `"Bearer " + "…"`."""

QUOTED = rf"\b quote (?: _plus )? [ ]? \( {_LITERAL}"
"""`"://user:" + quote_plus("…")`."""

FALLBACK = rf"\b (?: or | else ) [ ] {_LITERAL}"
"""`password = given or "…"`: of the names before it, one has to be that of a credential."""

OF_CLIENT = r"""
    (?: (?i: token | secret | api_?key ) [A-Za-z_]{0,16} | \b [A-Z] [A-Za-z]{0,24} (?: Client | API
      | Api | Bot | SDK ) | \b Client ) [ ]? \( [^()]{0,100}
    [rbuRBU]{0,2} ["'] [^"'\s]{16,300} ["']
"""
"""`set_token("…")`, `WeatherClient("…")`."""

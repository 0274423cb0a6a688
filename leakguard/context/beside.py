"""The name that a value stands beside, with no sign between them that gives it: in a row of a
table, in a command, in bold type above or before it, in a list.
"""

import re

from leakguard.context import names

_NAME = rb"[A-Za-z_][\w.\-]{1,79}"
_LABEL = rb"[A-Za-z][\w.\- ]{1,60}"
_SHAPES = (
    # set -gx NAME value, setenv NAME value, config set NAME value, secret set NAME --body value,
    # put-parameter --name NAME --type String --value value
    rb"""(?: (?:^|\s) set (?: [ ]--?[A-Za-z]{1,9} ){1,3}
           | \b (?: setenv | SetEnv | (?:fastcgi|uwsgi)_param | kv[ ]put | git[ ]config
                  | (?: config | secrets? | user-secrets | variables? | option | env )
                    [ ] (?: set | add | put | update )
                | defaults[ ]write [ ]{1,4} [\w.\-]{1,80} )
             (?: [ ]--?[A-Za-z][\w\-]{0,20} ){0,3}
           | [ ] (?: --name | -n ) )
         [ ]{1,8} ["']? \$? (?P<command> [/A-Za-z_][\w.\-:/]{1,120} ) ["']?
         (?: [ ]{1,4} --?[a-z][a-z\-]{0,20} [ =] [\w.\-/]{1,60} ){0,2}
         [ ]{1,8} (?: -- [a-z\-]{0,20} (?: body | value | string ) [ =] | -[bv] [ ]? )? ["']? $""",
    # | name | value |
    rb"""(?: ^ | \| ) [ \t]{0,20} [`*"]{0,3} (?P<cell>%b) [`*"]{0,3} [ \t]{0,40}
         \| [ \t]{0,20} [`"]? $"""
    % _LABEL,
    # name,value and "name";"value"
    rb"""(?: ^ | [,;\t] ) (?P<column>%b) [,;\t] $""" % _LABEL,
    rb"""(?: ^ | [,;\t] ) " (?P<quoted>%b) " [,;\t] " $""" % _LABEL,
    # <td>name</td><td><code>value, <b>name:</b> value
    rb"""> \s? (?P<element>%b) :? \s? </\w{1,10}> [ ]? :? [ ]?
         (?: <\w{1,10} (?: \s [^<>]{0,80} )? > [ ]? ){0,3} $"""
    % _LABEL,
    # The name is <code>value, name: <b>value
    rb"""(?P<shown>%b) (?: [ ] is | : ) [ ] <\w{1,10}> $""" % _LABEL,
    # **name:** `value`, **name**: value, name: ``value``
    rb"""\*{2} (?P<bold>%b) (?: : \*{2} | \*{2} [ ]? [:=\-] ) [ ]{0,3} [`"']{0,2} $""" % _LABEL,
    rb"(?P<rst>%b) : [ ] `` $" % _LABEL,
    # "names": ["value
    rb"""(?P<list> [\w.\-]{0,79} (?i: key | token | secret ) s? ) ["']? [ ]?
         (?: [:=] | => ) [ ]? \[ \s? ["'] $""",
    # {name, <<"value, name{"value, var("NAME").unwrap_or("value, "…?name=" + "value
    rb"""\{ \s? (?P<erlang>%b) \s? , \s? << " $""" % _NAME,
    rb"""[ ] (?P<brace>%b) \{ " $""" % _NAME,
    rb"""\( ["'] (?P<default>%b) ["'] \){1,2} [.] (?: unwrap_or | orElse ) \w{0,12} \(
         (?: \|\w*\| [ ] | \(\) [ ]? -> [ ]? )? ["'] $"""
    % _NAME,
    # Set-Item Env:\NAME -Value "value, `env:"NAME" default:"value`, var(&name, "name", "value
    rb"""(?i: \b env: \\ ) (?P<powershell>%b) ["']? [ ]{1,4} -Value [ ]{1,4} ["'] $""" % _NAME,
    rb"""\b (?: env | envconfig ) : "(?P<tag>%b)" [ ] (?: \w{1,20} : "[^"]{0,40}" [ ] ){0,2}
         (?: envDefault | default ) :" $"""
    % _NAME,
    rb"""\b (?: String | P ){1,2} Var P? \( [ ]? &? [\w.\[\]]{1,60} , [ ]? "(?P<flag>%b)" ,
         (?: [ ]? "\w?" , )? [ ]? " $"""
    % _NAME,
    rb"""[?&] (?P<query>%b) = ["'] [ ]? [+.] [ ]? ["'] $""" % _NAME,
)
_BESIDE = tuple(re.compile(shape, re.VERBOSE) for shape in _SHAPES)
_TELLING = re.compile(rb"key|token|secret|pass|pwd|credential|auth|\bpw\b|cred", re.IGNORECASE)
"""What a name has to have to be one that matters here, so that most lines are left at once."""


def name_beside(before: bytes) -> str | None:
    """Give the name of a credential that a value stands beside, or None.

    `before` is what stands before the value on its line.
    """
    if not _TELLING.search(before):
        return None
    for pattern in _BESIDE:
        match = pattern.search(before)
        if match is not None:
            name = match[match.lastgroup or 0].decode("ascii", "replace").strip(" /")
            if names.role(name) is not None:
                return name
    return None

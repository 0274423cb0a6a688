"""What stands before a value that has no credential's name: that of a commit, a file, a request.

A provider's word on the same line does not make its key of a digest or of an identifier.
"""

import re

_OPENS = rb"[\"'`(\[<]{0,2}$"

_DIGEST = re.compile(
    rb"""(?:
        \b (?i: commits? | revision | rev | sha -? (?: 1 | 2?56 | 512 )? | md5 (?: sum )? | hash
             | digest | checksum | etag | tree | (?: fixed | merged? | landed | reverted ) [ ]
               (?: in | as | at | by ) | reverts? | checkout
             | pinned [ ] (?: to | at ) | picked [ ] from )
        ["']? [ \t]{0,4} [:=\#@]? [ \t]{0,4}
      | \. (?i: tar | t?gz | bz2 | xz | zst | zip | whl | jar | war | gem | egg | exe | msi | dmg
             | pkg | deb | rpm | apk | iso | img | bin | js | css | map | so | dll )
        ["'`)]{0,2} [ \t]{0,4} (?: => | [:=,|] )? [ \t]{0,4}
      | (?i: hash | digest | checksum | id | uuid | sha \d{0,3} | md5 | etag ) [\])]{0,2}
        \. to (?: Be | (?: Strict )? Equal | Match ) \( [ ]?
      | (?i: digest | hash \w{0,12} | sha \d{1,3} (?: sum )? | md5 (?: sum )? | checksum )
        \( [^()\n]{0,80} \) [ \t]{0,4} [!=]={1,2} [ \t]{0,4}
    ) %b"""
    % _OPENS,
    re.VERBOSE,
)
_IDENTIFIER = re.compile(
    rb"""\b (?i: request | req | trace | span | job | task | build | run | event | deployment
             | transaction | message | correlation | order | invoice | project | workspace
             | document | page | ticket | issue | object | uuid | guid ) s? (?: [_ \-]? (?i: id ) )?
         ["']? [ \t]{0,4} [:=\#]? [ \t]{0,4} %b"""
    % _OPENS,
    re.VERBOSE,
)

_LOOKED_UP = re.compile(
    rb"""(?: \. | -> | :: )
         (?i: get | find | fetch | retrieve | look_?up | delete | remove | update | show | load
           | cancel )
         (?! _? (?i: client | handler | instance | session | connection | api | sdk ) \( )
         \w{0,40} \( (?: [^()"'\n]{0,40} , [ ]? )? ["'`]$""",
    re.VERBOSE,
)
"""`orders.retrieve("…")`, `acme.GetItem(ctx, "…")`."""


def reason_of_other(before: bytes) -> str | None:
    """Give the name of the reason why a value is no credential by what stands before it on its
    line, or None."""
    if _DIGEST.search(before):
        return "named-as-digest"
    if _LOOKED_UP.search(before):
        return "argument-of-a-call"
    return "named-as-identifier" if _IDENTIFIER.search(before) else None

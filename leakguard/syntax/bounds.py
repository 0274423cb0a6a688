"""Whether a statement is small and flat enough for libcst.

libcst's parser crashes the process on deep nesting and on long chains of operators, which no
`except` can help. One pass over the tokens bounds both before it sees them.
"""

import re

LONGEST = 20_000
"""Characters of a statement; a longer literal is data, which the text rules read."""

DEEPEST = 100
"""Brackets within brackets."""

LONGEST_CHAIN = 300
"""Operators, attributes, calls and subscripts that hang on each other."""

_TOKEN = re.compile(
    r"""
      (?P<skip> \"\"\" [^"\\]*+ (?: (?: \\. | "(?!"") ) [^"\\]*+ )*+ \"\"\"
        | ''' [^'\\]*+ (?: (?: \\. | '(?!'') ) [^'\\]*+ )*+ '''
        | " [^"\\\r\n]*+ (?: \\. [^"\\\r\n]*+ )*+ "
        | ' [^'\\\r\n]*+ (?: \\. [^'\\\r\n]*+ )*+ '
        | \# [^\r\n]*+ )
    | (?P<opening> [(\[{] )
    | (?P<closing> [)\]}] )
    | (?P<break> [,;] | (?<![=!<>:+*/%&|^@-])=(?!=) )
    | (?P<operator> [-+*/%&|^~@.<>!=]+
        | \b (?: and | or | not | in | is | if | else | await | lambda | for ) \b )
    """,
    re.VERBOSE | re.DOTALL,
)


def is_within_bounds(statement: str) -> bool:
    """Tell whether libcst can parse `statement` without danger to the process."""
    return len(statement) <= LONGEST and _is_flat(statement)


def _is_flat(text: str) -> bool:
    chains = [0]
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "opening":
            chains[-1] += 1
            chains.append(0)
            if len(chains) > DEEPEST:
                return False
        elif kind == "closing":
            if len(chains) > 1:
                chains.pop()
        elif kind == "break":
            # `a = b = …` and `a, b, …` are lists to the parser; each part starts anew.
            chains[-1] = 0
        elif kind == "operator":
            chains[-1] += 1 if match.group().isalpha() else len(match.group())
        else:
            chains[-1] += 1
            if _is_formatted(text, match.start()) and not _is_flat(match.group().strip("\"'")):
                return False
        if chains[-1] > LONGEST_CHAIN:
            return False
    return True


def _is_formatted(text: str, start: int) -> bool:
    """Whether the string that starts at `start` is an f-string, which holds expressions."""
    return any(letter in "fFtT" for letter in text[max(0, start - 2) : start])

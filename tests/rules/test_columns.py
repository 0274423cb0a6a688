"""Credentials in tables: which columns, which cells, and how many are told one by one."""

import pytest

from leakguard.examples import made_up
from tests.support import found

FIRST, SECOND = (made_up("base62", 14, seed) for seed in (671, 672))
WORD = "centipede"

TABLES = {
    "quoted": (f'"user","password"\n"ada","{FIRST}"\n', [(2, 8)]),
    "quoted commas": (f'user,password,note\n"a, b",{FIRST},"c, ""d"""\n', [(2, 8)]),
    "spaces": (f"user, password\nada,  {FIRST}  \n", [(2, 7)]),
    "carriage returns": (f"user,password\r\nada,{FIRST}\r\nbob,{SECOND}\r\n", [(2, 5), (3, 5)]),
    "semicolons": (f"user;password\nada;{FIRST}\n", [(2, 5)]),
    "tabs": (f"user\tpassword\nada\t{FIRST}\n", [(2, 5)]),
    "a word beside a user": (f"user,password\nada,{WORD}\n", [(2, 5)]),
    "a word beside no user": (f"colour,password\nred,{WORD}\n", []),
    "an empty cell": (f"user,password\nada,\nbob,{FIRST}\n", [(3, 5)]),
    "a row of another length": (f"user,password\nada,{FIRST},x\n", []),
    "no headings": (f"ada,{FIRST}\nbob,{SECOND}\n", []),
    "headings that are values": ("12,password\n13,hello there\n", []),
    "an unfinished quote": (f'user,password\n"ada,{FIRST}\n', [(2, 6)]),
    "a heading alone": ("user,password", []),
}


@pytest.mark.parametrize(("text", "places"), TABLES.values(), ids=TABLES)
def test_a_cell_below_a_heading_is_found(text: str, places: list[tuple[int, int]]) -> None:
    findings = found(text, "users.csv")
    assert [
        (it.place.line, it.place.column) for it in findings if it.rule == "credential-column"
    ] == places


def test_of_many_rows_the_rest_is_counted() -> None:
    rows = "".join(f"u{number},{made_up('base62', 14, number)}\n" for number in range(230))
    messages = [it.message for it in found(f"user,password\n{rows}", "users.csv")]
    assert len(messages) == 200
    assert sum("with 30 more below it" in message for message in messages) == 1


def test_a_table_elsewhere_is_none() -> None:
    assert "credential-column" not in {
        it.rule for it in found(f"user,password\nada,{FIRST}\n", "users.txt")
    }

"""The pages that are made from the code are those that it makes now."""

from tools.write_rules_page import PAGE, page


def test_the_page_of_rules_is_up_to_date() -> None:
    """If not: `python -m tools.write_rules_page`."""
    assert PAGE.read_text(encoding="utf-8") == page()

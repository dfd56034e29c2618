"""The page on the rules is what the code says."""

from cchc_docs.word.check.rules import RULES
from tools.rules_page import PAGE, rules_page


def test_the_page_is_made_from_the_rules() -> None:
    assert PAGE.read_text(encoding="utf-8") == rules_page(), "run make rules and read the difference"


def test_every_rule_stands_on_it_once() -> None:
    text = rules_page()
    assert all(text.count(f"\n| {rule.id} |") == 1 for rule in RULES)

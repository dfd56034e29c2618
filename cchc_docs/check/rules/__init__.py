"""All rules of format, in the order of a page from its top: one function each, one line each in a table."""

from cchc_docs.check.rule import Rule
from cchc_docs.check.rules import body, head, page, tail

RULES: tuple[Rule, ...] = (*page.RULES, *head.RULES, *body.RULES, *tail.RULES)

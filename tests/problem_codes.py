"""Which problems the code makes: read from its source, and watched while tests run."""

import ast
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from cchc_docs.facts import table
from cchc_docs.problems import Problem, Severity

_MAKERS: Mapping[str, Severity | None] = {
    "Problem": None,
    "report": None,  # either of two
    "remark": None,
    "error": Severity.ERROR,
    "failure": Severity.ERROR,
    "_refuse": Severity.ERROR,
    "BadCell": Severity.ERROR,
    "Unreadable": Severity.ERROR,
    "warning": Severity.WARNING,
    "notice": Severity.NOTE,
    "tell": Severity.NOTE,
}
"""What is called to make a problem, with the severity that it gives."""
_CODE = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")


@cache
def allowed() -> Mapping[str, frozenset[Severity]]:
    """The severities of each code."""
    return {row["ma"]: frozenset(map(Severity, row["muc_do"].split("; "))) for row in table("van_de")}


def made(source: str) -> Iterator[tuple[str, Severity | None]]:
    """The codes in a module's source, each with its severity; None where only running tells it."""
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        words = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        codes = [word for word in words if _CODE.fullmatch(word)]
        if name in _MAKERS and codes:
            yield codes[-1], _MAKERS[name] or _severity(call)  # the name of a field comes before the code


def _severity(call: ast.Call) -> Severity | None:
    for one in call.args:
        if isinstance(one, ast.Attribute) and ast.unparse(one.value) == "Severity":
            return Severity[one.attr]
    return None


def watch() -> None:
    """Let every ``Problem`` made from now on fail whose code or severity is not in the table."""
    make: Callable[..., None] = Problem.__init__

    def checked(self: Problem, code: str, severity: Severity, *args: object, **more: object) -> None:
        make(self, code, severity, *args, **more)
        lowered = sys._getframe(1).f_globals["__name__"] == "dataclasses"  # by dataclasses.replace
        assert is_in_table(code, severity, lowered=lowered), f"not in facts/van_de.csv: {code} ({severity})"

    Problem.__init__ = checked  # type: ignore[method-assign,assignment]


def is_in_table(code: str, severity: Severity, *, lowered: bool = False) -> bool:
    """Tell whether a problem may be so; one that was found already may be told as less grave than it was."""
    if code not in allowed():
        return code in _rules()
    grades = list(Severity)
    return severity in allowed()[code] or (
        lowered and grades.index(severity) > min(grades.index(one) for one in allowed()[code])
    )


@cache
def _rules() -> frozenset[str]:
    from cchc_docs.word.check.rules import RULES  # noqa: PLC0415 - reading Word files is not needed by most tests

    return frozenset(rule.id for rule in RULES)

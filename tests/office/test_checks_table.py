"""The one table of checks: ids, titles, and nothing left out of it."""

import inspect
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from cchc_docs.office import checks
from cchc_docs.office.checks import CHECKS
from cchc_docs.office.figures.history import History
from cchc_docs.text.normal import key
from tests.office.figures.helpers import OFFICE, figures

NO_CHECKS = {"common"}
"""The module of what checks share."""


def test_each_check_has_an_id_of_its_own_and_a_title() -> None:
    assert len({one.id for one in CHECKS}) == len({one.title for one in CHECKS}) == len(CHECKS)
    assert [one.id for one in CHECKS if one.id != key(one.id)] == []
    assert [one.title for one in CHECKS if not one.title[0].isupper() or one.title.endswith(".")] == []


def test_every_function_of_the_checks_stands_in_the_table_once() -> None:
    written = [
        function
        for module in iter_modules(checks.__path__)
        if module.name not in NO_CHECKS
        for name, function in inspect.getmembers(import_module(f"{checks.__name__}.{module.name}"), inspect.isfunction)
        if function.__module__ == f"{checks.__name__}.{module.name}" and not name.startswith("_")
    ]
    listed = [one.find for one in CHECKS]
    assert len(listed) == len(set(listed))
    assert set(listed) == set(written)


def test_what_needs_all_rows_waits_until_they_can_be_read(tmp_path: Path) -> None:
    text = "so_lieu_quy_1:\n  - {1-5.1: 1}\nso_lieu_6_thang:\n  - {1-5.1: 5000}\n"
    history = figures(tmp_path, text, OFFICE)
    whole = {one.code for one in checks.check(history)}
    partly = History.of_file(replace(history.data, unread=frozenset({"ket_qua"})))
    assert whole - {one.code for one in checks.check(partly)} == {"tang_giam_bat_thuong"}

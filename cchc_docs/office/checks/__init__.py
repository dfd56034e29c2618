"""Checks that need figures: numbers that disagree, and words that disagree with numbers; listed in ``CHECKS``.

Each is tied to an error of a real, issued report. They run after ``records.checks``, which need no figures.
"""

from collections.abc import Callable, Iterator
from itertools import chain

from cchc_docs.office.checks import citations, files, narrative, numbers, remains, repeats, results, units
from cchc_docs.office.figures.history import History
from cchc_docs.problems import Problem, Problems

Check = Callable[[History], Iterator[Problem]]


def check(history: History) -> tuple[Problem, ...]:
    """All that ``CHECKS`` find, each once."""
    problems = Problems()
    rules = CHECKS if history.data.unread else (*CHECKS, *CHECKS_OF_WHOLE_DATA)
    problems.extend(chain.from_iterable(rule(history) for rule in rules))
    return tuple(problems)


CHECKS: tuple[Check, ...] = (
    results.periods,
    results.measures,
    numbers.formulas,
    numbers.counts,
    numbers.notes,
    files.rows,
    units.gone,
    citations.points,
    citations.dates_of_documents,
    citations.issuers,
    narrative.sums,
    narrative.decimals,
    narrative.leading_zeros,
    remains.periods_and_years,
    remains.places,
    remains.dissolved,
    repeats.paragraphs_again,
    repeats.numbers_again,
)
"""Checks of what stands there; what they find is sorted by place afterwards."""

CHECKS_OF_WHOLE_DATA: tuple[Check, ...] = (
    results.tasks,
    numbers.typed_and_computed,
    numbers.cross_checks,
    numbers.ratios,
    numbers.jumps,
    numbers.signs_without_note,
    files.carried_over,
    units.missing_reports,
    citations.cited_figures,
    narrative.contradictions,
    repeats.directions,
)
"""Checks that would be wrong where rows could not be read: a sum lacks them, a report seems to be missing."""

"""Official papers of administrative reform work (cải cách hành chính) from one data file a year.

What the command line does, as functions: ``docs/python.md`` shows each of them. Every function that makes or judges
something gives a ``Result`` (or a class made from it) with ``made``, the files, and ``problems``, all that a person
must mend; what is wrong with a person's file is never an exception. Paths are ``str`` or ``os.PathLike``.

A name is loaded when it is first asked for, so that importing the package is quick.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc_docs.authoring.dictionary import DescribeResult as DescribeResult
    from cchc_docs.authoring.dictionary import TypesView as TypesView
    from cchc_docs.authoring.dictionary import TypeView as TypeView
    from cchc_docs.commands.check import CheckedFile as CheckedFile
    from cchc_docs.commands.check import CheckResult as CheckResult
    from cchc_docs.commands.check import check as check
    from cchc_docs.commands.check import files_to_check as files_to_check
    from cchc_docs.commands.check import rules as rules
    from cchc_docs.commands.describe import describe as describe
    from cchc_docs.commands.forms import make_forms as make_forms
    from cchc_docs.commands.gather import gather as gather
    from cchc_docs.commands.gather import read_day as read_day
    from cchc_docs.commands.make import make as make
    from cchc_docs.commands.mend import MendResult as MendResult
    from cchc_docs.commands.mend import mend as mend
    from cchc_docs.commands.new import new_folder as new_folder
    from cchc_docs.commands.new import new_type as new_type
    from cchc_docs.commands.new import next_year as next_year
    from cchc_docs.commands.open import OpenResult as OpenResult
    from cchc_docs.commands.open import open_folder as open_folder
    from cchc_docs.commands.trace import TraceResult as TraceResult
    from cchc_docs.commands.trace import trace as trace
    from cchc_docs.commands.watch import preview as preview
    from cchc_docs.commands.watch import watch as watch
    from cchc_docs.entry.gather import GatherResult as GatherResult
    from cchc_docs.making.jobs import MadeDocument as MadeDocument
    from cchc_docs.making.jobs import MakeResult as MakeResult
    from cchc_docs.making.manifest import FileState as FileState
    from cchc_docs.office.figures.trace import Step as Step
    from cchc_docs.problems import Place as Place
    from cchc_docs.problems import Problem as Problem
    from cchc_docs.problems import ProblemsFound as ProblemsFound
    from cchc_docs.problems import Severity as Severity
    from cchc_docs.result import Result as Result
    from cchc_docs.word.check.report import Report as Report
    from cchc_docs.word.template import Template as Template

__version__ = "0.1.0"

_HOMES = {
    "authoring.dictionary": ("DescribeResult", "TypeView", "TypesView"),
    "commands.check": ("CheckResult", "CheckedFile", "check", "files_to_check", "rules"),
    "commands.describe": ("describe",),
    "commands.forms": ("make_forms",),
    "commands.gather": ("gather", "read_day"),
    "commands.make": ("make",),
    "commands.mend": ("MendResult", "mend"),
    "commands.new": ("new_folder", "new_type", "next_year"),
    "commands.open": ("OpenResult", "open_folder"),
    "commands.trace": ("TraceResult", "trace"),
    "commands.watch": ("preview", "watch"),
    "entry.gather": ("GatherResult",),
    "making.jobs": ("MadeDocument", "MakeResult"),
    "making.manifest": ("FileState",),
    "office.figures.trace": ("Step",),
    "problems": ("Place", "Problem", "ProblemsFound", "Severity"),
    "result": ("Result",),
    "word.check.report": ("Report",),
    "word.template": ("Template",),
}
"""The module of each name, as the imports above say it to those who read types."""
_HOME = {name: f"{__name__}.{module}" for module, names in _HOMES.items() for name in names}

__all__ = [
    "CheckResult",
    "CheckedFile",
    "DescribeResult",
    "FileState",
    "GatherResult",
    "MadeDocument",
    "MakeResult",
    "MendResult",
    "OpenResult",
    "Place",
    "Problem",
    "ProblemsFound",
    "Report",
    "Result",
    "Severity",
    "Step",
    "Template",
    "TraceResult",
    "TypeView",
    "TypesView",
    "__version__",
    "check",
    "describe",
    "files_to_check",
    "gather",
    "make",
    "make_forms",
    "mend",
    "new_folder",
    "new_type",
    "next_year",
    "open_folder",
    "preview",
    "read_day",
    "rules",
    "trace",
    "watch",
]

if not TYPE_CHECKING:  # for a reader of types every name is there, and no other

    def __getattr__(name: str) -> object:
        """The name from its module, once it is asked for."""
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415 - only for this

        found = globals()[name] = getattr(import_module(_HOME[name]), name)
        return found


def __dir__() -> list[str]:
    """All names, loaded or not."""
    return sorted({*globals(), *__all__})

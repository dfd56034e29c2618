"""One shape for every answer: the files made and the problems; and the problem that every answer can have."""

from dataclasses import dataclass
from pathlib import Path

from cchc_docs.files import reason
from cchc_docs.problems import Place, Problem, Severity


@dataclass(frozen=True, slots=True)
class Result:
    """The result of a function of the front door; those with more to tell give a class of their own made from it."""

    made: tuple[Path, ...] = ()
    """The files that now hold what was asked for, in the order in which they are shown."""
    problems: tuple[Problem, ...] = ()
    """All that a person must mend or should know, each once."""

    @property
    def has_errors(self) -> bool:
        """Return True if any of the problems is a *lỗi*."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def ok(self) -> bool:
        """Return True if none of the problems is a *lỗi*."""
        return not self.has_errors


def cannot_write(path: Path, error: OSError, what: str = "Không ghi được tệp này", hint: str = "") -> Problem:
    """The problem of a file that the system refuses to write.

    ``what`` is its sentence up to the reason, ``hint`` what to do instead.
    """
    sentence = f"{what}: {reason(error)}."
    return Problem("khong_ghi_duoc", Severity.ERROR, Place(str(path)), sentence, hint or "Chọn tên hoặc chỗ khác.")

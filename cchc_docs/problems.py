"""One shape for everything that a person must mend: a bad cell, a bad tag in a template, a wrong margin.

A ``Problem`` is a value. Whoever finds one adds it to a ``Problems`` list and goes on; the command line shows
them all at once, each with its place. Exceptions are for our own bugs, with one exception: ``ProblemsFound``,
where nothing useful can be returned.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from cchc_docs.text.cell_names import cell_name
from cchc_docs.text.normal import key, on_a_line


class Severity(StrEnum):
    """The grade of a problem, by what it stops."""

    ERROR = "loi"
    """Nothing is made from it until it is mended."""
    WARNING = "canh_bao"
    """The document is made; someone should look."""
    NOTE = "luu_y"
    """Worth knowing."""

    @property
    def label(self) -> str:
        """The word on the screen."""
        return {"loi": "Lỗi", "canh_bao": "Cảnh báo", "luu_y": "Lưu ý"}[self]


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a person's file, in that person's words.

    ``file`` is the name as given. A workbook adds ``sheet`` (as typed), and a cell its ``row`` and ``column`` (from 1,
    0 where it is no cell); YAML and JSON add ``line`` (from 1); a Word file adds ``part`` (*thân văn bản*, *đầu
    trang* …) and ``paragraph``, its text, and ``subject``, the row whose document it was.
    """

    file: str = ""
    sheet: str = ""
    row: int = 0
    column: int = 0
    line: int = 0
    part: str = ""
    paragraph: str = ""
    subject: str = ""

    @property
    def cell(self) -> str:
        """The cell as a person names it, ``D17``; empty where this is no cell."""
        return cell_name(self.row, self.column) if self.column else ""

    def __str__(self) -> str:
        steps = [
            on_a_line(self.file),
            self.subject and f"đối tượng {self.subject}",
            self.sheet and f"trang “{self.sheet}”",
            self.cell and f"ô {self.cell}",
            self.line and f"dòng {self.line}",
            self.part,
            self.paragraph and f"đoạn “{self.paragraph}”",
        ]
        return ", ".join(str(step) for step in steps if step)

    def reading_order(self, sheets: Sequence[str]) -> tuple[int, int, int]:
        """A key that sorts places as a person goes through the file: by sheet (in order of ``sheets``), row, column."""
        sheet = sheets.index(self.sheet) if self.sheet in sheets else -1
        return sheet, self.row or self.line, self.column


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person must mend.

    ``code`` is stable and for machines (``thieu_gia_tri``); ``what`` is one Vietnamese sentence, ``hint`` says what
    to do. Sentences end with a full stop.
    """

    code: str
    severity: Severity
    where: Place
    what: str
    hint: str = ""

    def __str__(self) -> str:
        head = f"{self.severity.label}: {self.where}: " if str(self.where) else f"{self.severity.label}: "
        return head + self.what + (f" {self.hint}" if self.hint else "")

    def as_json(self) -> dict[str, str]:
        """The form of the command line's ``--json`` contract."""
        return {
            "ma": self.code,
            "muc_do": self.severity.value,
            "o_dau": str(self.where),
            "noi_dung": self.what,
            "goi_y": self.hint,
        }


@dataclass(slots=True)
class Problems:
    """A growing list of problems, each once, in the order found."""

    _found: dict[Problem, None] = field(default_factory=dict)

    def add(self, problem: Problem) -> None:
        """Keep ``problem`` unless it is known already."""
        self._found[problem] = None

    def error(self, code: str, where: Place, what: str, hint: str = "") -> None:
        """Add a *lỗi*."""
        self.add(Problem(code, Severity.ERROR, where, what, hint))

    def warning(self, code: str, where: Place, what: str, hint: str = "") -> None:
        """Add a *cảnh báo*."""
        self.add(Problem(code, Severity.WARNING, where, what, hint))

    def notice(self, code: str, where: Place, what: str, hint: str = "") -> None:
        """Add a *lưu ý*."""
        self.add(Problem(code, Severity.NOTE, where, what, hint))

    def extend(self, problems: Iterable[Problem]) -> None:
        """Add all of ``problems``."""
        for problem in problems:
            self.add(problem)

    @property
    def has_errors(self) -> bool:
        """True if any of them is a *lỗi*."""
        return any(problem.severity is Severity.ERROR for problem in self._found)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


class ProblemsFound(Exception):
    """Raised where problems leave nothing to return (an unreadable file, a template that does not compile)."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class _Candidates:
    """Names that may have been meant, their keys made once, and what was found for the words asked last."""

    def __init__(self, known: tuple[str, ...]) -> None:
        self._by_key = {key(candidate): candidate for candidate in known}
        self._keys = list(self._by_key)
        self.closest = lru_cache(maxsize=1024)(self._closest)

    def _closest(self, word: str, at_least: float) -> str:
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - a fifth of the start of `cchc --help`, seldom needed

        found = process.extractOne(key(word), self._keys, scorer=fuzz.ratio, score_cutoff=at_least)
        return self._by_key[found[0]] if found else ""


# A thousand free texts are each compared with the same names of some thousand offices.
_candidates = lru_cache(maxsize=32)(_Candidates)


def closest(word: str, known: Iterable[str], *, at_least: float = 70) -> str:
    """The one of ``known`` that ``word`` most probably means, compared without accents; ``""`` if none is near.

    ``at_least`` is a similarity in % (100 = equal).

    >>> closest("Chủ chì", ["Chủ trì", "Phối hợp"])
    'Chủ trì'
    """
    return _candidates(tuple(known)).closest(word, at_least)


def did_you_mean(word: str, known: Iterable[str], *, at_least: float = 70) -> str:
    """``Có phải “…” không?`` for the nearest of ``known``, or nothing.

    >>> did_you_mean("Chủ chì", ["Chủ trì", "Phối hợp"])
    'Có phải “Chủ trì” không?'
    """
    near = closest(word, known, at_least=at_least)
    return f"Có phải “{near}” không?" if near else ""

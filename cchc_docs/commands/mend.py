"""A document mended into a new file: what is safe to mend is done, what is left is told."""

from dataclasses import dataclass
from pathlib import Path

from cchc_docs.commands.check import what_is, write_copy
from cchc_docs.commands.known import KnownPaper, known_paper
from cchc_docs.files import StrPath, optional_path
from cchc_docs.making.origins import Origins
from cchc_docs.problems import Place, Problem, ProblemsFound, Severity
from cchc_docs.result import Result
from cchc_docs.word.check import verdict
from cchc_docs.word.check.mend import Mended
from cchc_docs.word.check.mend import mend as mend_document
from cchc_docs.word.check.report import Report


@dataclass(frozen=True, slots=True)
class MendResult(Result):
    """The result of mending; ``problems`` holds what kept it from being done, then what is left for a person."""

    done: tuple[Problem, ...] = ()
    """The mended problems."""
    report: Report | None = None
    """The mended document as the rules judge it; None where nothing could be mended."""

    @property
    def lines(self) -> list[str]:
        """What is left, a line for each rule."""
        return verdict.lines(self.report) if self.report else []

    @property
    def left(self) -> tuple[Problem, ...]:
        """The problems that are left for a person."""
        return tuple(self.report.problems) if self.report else ()


def mend(
    path: StrPath, out: StrPath | None, *, document_type: str = "", templates: StrPath | None = None
) -> MendResult:
    """Mend what is safe to mend in the format of a Word document: page, fonts, sizes, gaps, numbers, fixed words.

    The document itself is not changed; its words, notes, pictures and comments stay as they are.

    Args:
        path: the ``.docx`` to mend.
        out: the file to write; where another one is there, a name beside it is taken. None: write nothing, only tell
            what would be mended.
        document_type: its type or kind of paper, where that is not to be recognised.
        templates: a folder whose templates come before those of the working folder and the shipped ones.

    Returns:
        The file made, what was mended, what is left.
    """
    file = Path(path)
    known = known_paper(file, document_type, optional_path(templates), Origins())
    if not known.can_be_judged:
        return MendResult(problems=known.problems)
    try:
        mended = _mended(file, known)
    except ProblemsFound as found:
        return MendResult(problems=tuple(dict.fromkeys([*known.problems, *found.problems])))
    saved = Result() if out is None else write_copy(Path(out), mended.content)
    problems = (*dict.fromkeys([*known.problems, *saved.problems]), *mended.report.problems)
    return MendResult(saved.made, problems, tuple(mended.done), mended.report)


def _mended(path: Path, known: KnownPaper) -> Mended:
    """Raises ProblemsFound for a file that is no finished document."""
    where = Place(path.name)
    if what_is(path) != "van_ban":
        what = "Lệnh sua chỉ sửa văn bản Word đã làm xong, không sửa mẫu hay tệp dữ liệu."
        hint = "Với mẫu, sửa bằng Word; với dữ liệu, sửa bằng Excel."
        raise ProblemsFound([Problem("khong_phai_van_ban", Severity.ERROR, where, what, hint)])
    return mend_document(path, where, loai=known.kind, profile=known.profile)

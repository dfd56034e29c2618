"""What ``cchc sua`` did to a paper that it should have left alone: its words, its formats, its lines, its rules."""

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import groupby

from cchc_docs.problems import Place, Severity
from cchc_docs.word.check.document import Paragraph
from cchc_docs.word.check.mend import mend
from cchc_docs.word.check.opening import open_document
from cchc_docs.word.check.report import Report, judge

WHERE = Place("thu.docx")


@dataclass(frozen=True, slots=True)
class Leave:
    """What a mend may change: paragraphs by their text, attributes everywhere, and whether it may draw lines."""

    paragraphs: Collection[str] = ()
    everywhere: Collection[str] = ()
    lines: bool = False
    rules: Collection[str] = field(default=())
    """Rules that may be broken afterwards: what a planted fault had hidden."""


def plain(text: str) -> str:
    """A text as it is compared: composed letters, single blanks.

    >>> plain("Nơi  nha\\u0323\\u0302n:")
    'Nơi nhận:'
    """
    return " ".join(unicodedata.normalize("NFC", text).split())


def harms(before: bytes, leave: Leave | None = None, told: Report | None = None) -> list[str]:
    """One sentence for each thing that mending ``before`` harmed; ``told`` is its report, where that is known."""
    leave = leave or Leave()
    done = mend(before, WHERE)
    found = [*_changes(before, done.content, leave)]
    new = broken(judge(done.content, WHERE)) - broken(told or judge(before, WHERE)) - set(leave.rules)
    found += [f"breaks {rule}" for rule in sorted(new)]
    if mend(done.content, WHERE).content != done.content:
        found.append("twice is not once")
    return found


def broken(report: Report) -> set[str]:
    """The rules of *lỗi* and *cảnh báo* that a paper breaks."""
    return {one.code for one in report.problems if one.severity is not Severity.NOTE}


def _changes(before: bytes, after: bytes, leave: Leave) -> list[str]:
    if before == after:
        return []
    old, new = _shown(before), _shown(after)
    found = _of_texts(old, new, leave)
    allowed = set(map(plain, leave.paragraphs))
    for one, other in zip(old, new, strict=False):
        if len(old) != len(new) or _is_allowed(plain(one.text), allowed):
            continue
        changed = [name for name, what in _look(one).items() if what != _look(other)[name]]
        if left := [name for name in changed if name not in leave.everywhere]:
            found.append(f"{', '.join(left)} of “{plain(one.text)[:60]}”")
    if not leave.lines and _lines(after) > _lines(before):
        found.append("a line was drawn")
    return found


def _of_texts(old: Sequence[Paragraph], new: Sequence[Paragraph], leave: Leave) -> list[str]:
    """Texts that are not what they were, those that may change apart."""
    before, after = [plain(one.text) for one in old], [plain(one.text) for one in new]
    allowed = set(map(plain, leave.paragraphs))
    found = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal" and not all(_is_allowed(text, allowed) for text in before[a:b]):
            found.append(f"“{' / '.join(before[a:b])[:60]}” became “{' / '.join(after[c:d])[:60]}”")
    return found


def _is_allowed(text: str, allowed: Collection[str]) -> bool:
    return any(one == text or (len(one) > 3 and one in text) for one in allowed)


def _shown(content: bytes) -> list[Paragraph]:
    return [one for one in open_document(content, WHERE).paragraphs if not one.is_blank]


def _lines(content: bytes) -> int:
    return sum(len(one.drawn) for one in open_document(content, WHERE).paragraphs)


def _look(paragraph: Paragraph) -> dict[str, object]:
    """How a paragraph looks, by attribute; of its letters, each stretch once."""
    own = paragraph.format
    letters = [piece.format for piece in paragraph.pieces for _ in range(len("".join(piece.text.split())))]

    def stretches(name: str) -> tuple[object, ...]:
        return tuple(value for value, _ in groupby(getattr(one, name) for one in letters))

    names = {"bold": "bold", "italic": "italic", "caps": "caps", "size": "size", "font": "hansi", "color": "color"}
    return {name: stretches(attribute) for name, attribute in names.items()} | {
        "align": own.align,
        "indent": (own.left, own.first),
        "gap": (own.before, own.after),
        "line": (own.line, own.line_rule),
    }

"""A ``.docx`` template, compiled once and run many times: ``Template(path).render(context)``.

The dialect is docxtpl's: ``{{ value }}``, ``{% if %}``, ``{%p for %}``, ``{%tr for %}``, ``{% vm %}`` … What depends
only on the template is done when it is opened, and everything wrong in it is said then, at once. The way of a part:
``marking`` finds the tags, ``structure`` moves them to where they take effect, ``blocks`` and ``language`` check them,
``compiler`` makes the function that prints, with ``wiring`` around every value and ``inline`` to write it.
"""

import itertools
import os
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from cchc_docs.files import StrPath
from cchc_docs.problems import Place, Problem, Problems, ProblemsFound
from cchc_docs.text.numbering import DanhSo
from cchc_docs.word.ooxml import xml
from cchc_docs.word.ooxml.package import Package, in_order, pack, write
from cchc_docs.word.template.compiler import TemplatePart, compile_part
from cchc_docs.word.template.inline import Notes, Printer
from cchc_docs.word.template.marking import texts_of
from cchc_docs.word.template.notes import plan
from cchc_docs.word.template.review import refuse_deleted_tags, strip_comments, warn_of_changes, warn_of_links
from cchc_docs.word.template.shape import Known
from cchc_docs.word.template.tags import scan

_BODY = "thân văn bản"
_LABELS = {
    "header": "đầu trang",
    "footer": "chân trang",
    "footnotes": "chú thích",
    "endnotes": "chú thích cuối văn bản",
}
_PROPERTIES = "thuộc tính của tệp"
_DRAWING_ID = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


class Template:
    """A compiled template.

    ``source`` is a ``.docx``: a path, its bytes, or a file open for reading bytes; ``name`` is what messages call it,
    by default the file's name.
    ``warnings`` is what its author should look at and that stops no document. An instance keeps no state between
    documents and may serve several threads. With ``known``, names that its context will not have are mistakes too, and
    so is what its author can hardly have meant; ``known`` then holds what the template asks for.

    Raises:
        ProblemsFound: the file cannot be opened as a Word document, or its tags are wrong: every one, with its
        paragraph.
        TypeError: ``source`` is none of these, such as a file that is open as text.
    """

    def __init__(self, source: StrPath | bytes | BinaryIO, name: str = "", known: Known | None = None) -> None:
        content = _opened(source)
        self.name = name or (content.name if isinstance(content, Path) else "")
        problems = Problems()
        package = Package(content, Place(file=self.name))
        strip_comments(package)
        warn_of_links(package, problems)
        self._notes = plan(package)
        self._parts: list[TemplatePart] = []
        self._drawings: set[str] = set()
        for member, label in _parts_of(package).items():
            root = package.tree(member)
            self._drawings.update(element.get("id", "") for element in root.iter(_DRAWING_ID))
            where = Place(file=self.name, part=label)
            warn_of_changes(root, where, problems)
            refuse_deleted_tags(root, where, problems)
            part = compile_part(member, root, where, self._notes.number_style, problems, known)
            if part:
                self._parts.append(part)
        if problems.has_errors:
            raise ProblemsFound(problems)
        self.warnings: tuple[Problem, ...] = tuple(problems)
        self._body = package.main
        self._proven: set[str] = set()
        self._unsettled = frozenset(part.member for part in self._parts if part.columns)
        self._order = in_order({**package.members, self._notes.member: b""})
        self._static = {member: pack(member, content) for member, content in package.members.items()}
        self._with_notes = {member: pack(member, content) for member, content in self._notes.changed.items()}

    def render(self, context: Mapping[str, object]) -> bytes:
        """The document for ``context``, as the bytes of a ``.docx``. The same context gives the same bytes.

        ``danh_so`` is always the numbering of ``text.numbering``, whatever the context calls so; ``so_lieu`` in the
        context is what ``[[code]]`` cites.

        Raises:
            ProblemsFound: the template asks for names that the context does not have, or a value cannot be printed.
        """
        names = {unicodedata.normalize("NFC", key): value for key, value in context.items()}
        names["danh_so"] = DanhSo()
        problems = Problems()
        notes = Notes(self._notes.first_id, self._notes.note)
        drawings = (number for number in itertools.count(1) if str(number) not in self._drawings)
        figures = names.get("so_lieu")
        printed: dict[str, bytes] = {}
        for part in self._parts:
            printer = Printer(
                problems,
                figures if isinstance(figures, Mapping) else None,
                notes if part.member == self._body else None,
                drawings.__next__,
            )
            printed[part.member] = part.print(names, printer)
        if problems.has_errors:
            raise ProblemsFound(problems)
        members = dict(self._static)
        if notes.xml:
            member = self._notes.member
            members |= self._with_notes
            printed[member] = self._notes.filled(printed.get(member, self._notes.empty), notes.xml)
        for member, content in printed.items():
            self._check(member, content)
            members[member] = pack(member, content)
        return write(members[member] for member in self._order if member in members)

    def _check(self, member: str, content: bytes) -> None:
        """Let no part pass that Word could not open.

        The first document proves a part. After it nothing can go wrong that did not then: blocks end where they began,
        below elements that begin alike (``blocks``), values are escaped where they are printed, what brings XML of its
        own (``inline``) brings whole runs with the one prefix that the part has (``xml.with_w_prefix``), and what is
        taken out later (``repair``) is whole elements. Only where cells come and go is each document read again.
        """
        if member not in self._proven and not xml.is_well_formed(content):
            problems = Problems()
            problems.error(
                "mau_hong",
                Place(file=self.name),
                f"Mẫu cho ra phần “{member}” mà Word không đọc được.",
                "Xem lại các thẻ {% if %}, {% for %} mở ở đoạn này mà đóng ở đoạn khác; dùng {%p … %} thay cho chúng.",
            )
            raise ProblemsFound(problems)
        if member not in self._unsettled:
            self._proven.add(member)


def _opened(source: StrPath | bytes | BinaryIO) -> Path | bytes:
    if isinstance(source, (str, os.PathLike)):
        return Path(source)
    content = source if isinstance(source, bytes) else source.read()
    if not isinstance(content, bytes):
        raise TypeError("a template is read as bytes: open its file in mode 'rb'")
    return content


def has_tags(source: Path | bytes) -> bool:
    """Return True if a Word file has any tag, so that it is a template rather than a finished document.

    Raises:
        ProblemsFound: the file cannot be opened as a Word document.
    """
    package = Package(source, Place(file=source.name if isinstance(source, Path) else ""))
    texts = (text for member in _parts_of(package) for text in texts_of(package.tree(member)))
    return any(scan(text).tags for text in texts)


def _parts_of(package: Package) -> dict[str, str]:
    """The members that may hold tags, with what a clerk calls them, in the order in which they are printed."""
    parts = {package.main: _BODY}
    for relation in package.relations:
        if relation.kind in _LABELS and relation.target in package.members:
            parts[relation.target] = _LABELS[relation.kind]
    for relation in package.relations_of(""):
        if relation.kind == "core-properties" and relation.target in package.members:
            parts[relation.target] = _PROPERTIES
    return parts

"""Finding the tags of a part and marking them in its tree.

Each tag becomes a processing instruction ``<?cchc N?>``: after serialising, these are the only ones, whatever the
template's own text says. Word spreads a tag over several runs; it is gathered into the first.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from cchc_docs.problems import Place, Problems
from cchc_docs.word.ooxml import xml
from cchc_docs.word.ooxml.xml import Element, drop, parent_of, w
from cchc_docs.word.template.inline import RunStyle
from cchc_docs.word.template.tags import Found, Tag, scan, shorten

_TARGET = "cchc"
MARK = rf"<\?{_TARGET} (\d+)\?>"
"""A mark as it reads when the part is serialised: a regular expression, its group the tag's number."""

_MARKUP_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_ANCHORS = tuple(f"{{{_DRAWING}}}{name}" for name in ("anchor", "inline"))
# Attributes of paragraphs, runs and drawings for whoever edits on; a loop would repeat what must be unique.
_EDITING = (
    w("rsid"),
    "{http://schemas.microsoft.com/office/word/2010/wordml}",
    "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}",
)
# The names of places, by element, where an author may type what looks like a tag and is none of ours.
_ELSEWHERE = {
    w("instrText"): "mã trường",
    w("fldSimple"): "mã trường",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}t": "công thức",
    "{urn:schemas-microsoft-com:vml}textpath": "chữ nghệ thuật (WordArt)",
    f"{{{_DRAWING}}}docPr": "chữ thay thế của hình",
}
_LOOKED_AT = (w("t"), w("delText"), w("delInstrText"))  # tags in the first are marked; what is deleted is not printed
_APART = re.compile(r"\{\s+[{%]|[}%]\s+\}")
_STRAY = re.compile(r"\}\}|%\}")
# Characters that Word writes as elements; within a tag they are what the author typed between two words.
_ATOMS = {w("tab"): " ", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "-", w("softHyphen"): ""}


@dataclass(slots=True, eq=False)
class Spot:
    """A tag in its part: where it stands for a person, and where in the tree its effect begins or ends."""

    number: int
    tag: Tag
    place: Place
    style: RunStyle | None = None
    mark: Element | None = None
    """Its processing instruction; None while the tag is only text."""
    inside: Element | None = None
    """The element among whose children it opens or closes a block; a block must end where it began."""
    depth: tuple[object, ...] = ()
    """The elements from there down to the tag; where two tags have the same, a block may go from one to the other."""
    in_box: bool = False
    """True if the tag stands in a text box, where Word allows no footnote."""
    source: str | None = None
    """Template source that stands for the tag, where that is not the tag itself."""


def new_mark(spot: Spot) -> Element:
    """A mark for ``spot``, to be put into the tree."""
    spot.mark = etree.ProcessingInstruction(_TARGET, str(spot.number))
    return spot.mark


def marks_below(element: Element) -> Iterator[tuple[int, Element]]:
    """The marks in ``element`` with their tags' numbers."""
    return ((int(mark.text or 0), mark) for mark in element.iter(etree.ProcessingInstruction))


def clean(root: Element) -> None:
    """Take out what only an editor needs: its ids, spelling marks, cached page breaks, marks of shared blocks.

    Smart tags, which a program puts around what it takes for a name or a place, leave their content behind: half a tag
    may stand in one.
    """
    for element in list(root.iter(w("smartTag"))):
        _unwrap(element)
    for element in list(root.iter(w("proofErr"), w("lastRenderedPageBreak"))):
        drop(element)
    shared = [mark for mark in root.iter(w("bookmarkStart")) if mark.get(w("name"), "").startswith("khung_")]
    ids = {mark.get(w("id")) for mark in shared}
    for mark in [*shared, *(end for end in root.iter(w("bookmarkEnd")) if end.get(w("id")) in ids)]:
        drop(mark)
    for fallback in list(root.iter(f"{{{_MARKUP_COMPATIBILITY}}}Fallback")):
        # The copy of a text box for Word 2007 would count its numbers and notes a second time.
        if any("{" in text for text in fallback.itertext(w("t"))):
            drop(fallback)
    for element in root.iter(w("p"), w("r"), w("tr"), w("sectPr"), *_ANCHORS):
        for name in [name for name in element.attrib if str(name).startswith(_EDITING)]:
            del element.attrib[name]


def _unwrap(element: Element) -> None:
    """Put the content of ``element`` in its place."""
    for child in list(element):
        if child.tag != w("smartTagPr"):
            element.addprevious(child)
    drop(element)


@dataclass(slots=True)
class _Paragraph:
    """A text that can hold tags, and the elements that it is made of."""

    atoms: list[tuple[Element, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(text for _, text in self.atoms)


class Marker:
    """Marks the tags of one part; ``spots`` lists them by number.

    ``note_style`` is the character style of footnote numbers. Without ``styled`` the part has bare texts and no runs
    (core properties).
    """

    def __init__(self, root: Element, where: Place, note_style: str, *, styled: bool, problems: Problems) -> None:
        self.spots: list[Spot] = []
        self._root = root
        self._where = where
        self._note_style = note_style
        self._styled = styled
        self._problems = problems
        self._styles: dict[str, RunStyle] = {}

    def mark(self) -> list[Spot]:
        """Put a mark into the tree for every tag in it; the tags, by number."""
        for paragraph in list(_paragraphs(self._root) if self._styled else _texts(self._root)):
            text = paragraph.text
            if "{" in text or "}" in text:
                self._mark(paragraph, text)
        return self.spots

    def _mark(self, paragraph: _Paragraph, text: str) -> None:
        place = Place(file=self._where.file, part=self._where.part, paragraph=shorten(text))
        found = scan(text)
        if found.unclosed:
            self._problems.error(
                "the_chua_dong",
                place,
                f"Thẻ “{found.unclosed}” không có dấu đóng trong đoạn này.",
                "Đóng {{ bằng }}, {% bằng %}, {# bằng #} trong cùng một đoạn. Muốn in hai dấu ngoặc: {{ '{{' }}.",
            )
        else:
            for piece in found.between(text):
                _refuse_braces(piece, place, self._problems)
        tags = list(enumerate(found.tags, len(self.spots)))
        self.spots.extend(Spot(number, one.tag, place) for number, one in tags)
        start = passed = 0
        for element, piece in paragraph.atoms:
            end = start + len(piece)
            here = []
            for number, one in islice(tags, passed, None):
                if one.start >= end:
                    break
                here.append((number, one))
                passed += one.end <= end
            if here:
                self._rewrite(element, _pieces(text, start, end, here))
            start = end

    def _rewrite(self, element: Element, pieces: list[str | int]) -> None:
        """Put the pieces of an element's text, strings and tag numbers, in the place of that text."""
        run = parent_of(element)
        if self._styled and (element.tag != w("t") or not pieces):
            # An element within a tag (a tab, a line break), or text that went to the tag's first run.
            drop(element)
            drop_if_empty(run)
            return
        element.text = None
        last: Element | None = None
        for piece in pieces:
            if isinstance(piece, int):
                spot = self.spots[piece]
                last = new_mark(spot)
                element.append(last)
                spot.style = self._style(run) if self._styled else None
                spot.in_box = next(run.iterancestors(w("txbxContent")), None) is not None
            elif last is None:
                element.text = piece
            else:
                last.tail = piece
        if self._styled:
            element.set(xml.SPACE, "preserve")

    def _style(self, run: Element) -> RunStyle:
        rpr = run.find(w("rPr"))
        text = "" if rpr is None else xml.fragment(rpr, self._root)
        if text not in self._styles:
            self._styles[text] = _run_style(rpr, self._root, self._note_style)
        return self._styles[text]


def report_unfilled(root: Element, where: Place, problems: Problems) -> None:
    """Report what looks like a tag and was marked as none: it would be printed as it was typed."""
    for element in root.iter("*"):
        for text in (element.text or "", *map(str, element.attrib.values())):
            found = _first_tag(text) if "{" in text and element.tag not in _LOOKED_AT else ""
            if found:
                inside = next(element.iterancestors(w("p")), None)
                place = Place(where.file, part=where.part, paragraph="" if inside is None else text_of(inside))
                what = _ELSEWHERE.get(str(element.tag), "hình vẽ hoặc thuộc tính của Word")
                problems.error(
                    "the_khong_dien",
                    place,
                    f"Thẻ “{shorten(found)}” nằm trong {what}, nơi mẫu không điền được.",
                    "Chuyển thẻ ra phần chữ của đoạn, hoặc bỏ thẻ này.",
                )


def _first_tag(text: str) -> str:
    """Return the first text that looks like a tag. Two plain searches: no pattern is linear on many openings."""
    for opening, closing in (("{{", "}}"), ("{%", "%}")):
        start = text.find(opening)
        end = text.find(closing, start + 2) if start >= 0 else -1
        if end >= 0:
            return text[start : end + 2]
    return ""


def has_odd_braces(text: str) -> bool:
    """Return True if text between tags has braces that were to be a tag's, which is reported anyway."""
    return bool(_APART.search(text) or _STRAY.search(text))


def _refuse_braces(text: str, place: Place, problems: Problems) -> None:
    """Report, in the text between tags, braces that were to be a tag's: they would be printed."""
    if apart := _APART.search(text):
        problems.error(
            "ngoac_tach_roi",
            place,
            f"Hai dấu “{apart[0]}” bị tách rời nên không thành thẻ và sẽ được in nguyên.",
            "Gõ liền hai dấu: {{ … }} hoặc {% … %}.",
        )
    elif stray := _STRAY.search(text):
        problems.error(
            "the_chua_mo",
            place,
            f"Dấu đóng “{stray[0]}” không có dấu mở thẻ trong đoạn này nên sẽ được in nguyên.",
            "Mở {{ và đóng }}, mở {% và đóng %} trong cùng một đoạn.",
        )


def texts_of(root: Element) -> Iterator[str]:
    """The text of every paragraph that has any, as tags are looked for in it."""
    found = _paragraphs(root) if root.tag.startswith(f"{{{xml.W}}}") else _texts(root)
    return (paragraph.text for paragraph in found if paragraph.atoms)


def paragraphs_of(root: Element) -> Iterator[tuple[Element, str]]:
    """Every paragraph that has text, with that text; those of text boxes are theirs alone."""
    for paragraph in _paragraphs(root):
        if paragraph.atoms:
            holder = next(paragraph.atoms[0][0].iterancestors(w("p")))
            yield holder, paragraph.text


def _run_style(rpr: Element | None, root: Element, note_style: str) -> RunStyle:
    """The run properties ``rpr`` and their variants, as text that can stand below ``root``."""

    def copy() -> Element:
        return etree.Element(w("rPr"), nsmap={"w": xml.W}) if rpr is None else deepcopy(rpr)

    def emphasised(*names: str) -> str:
        properties = copy()
        for name in names:
            xml.set_run_property(properties, name)
        return xml.fragment(properties, root)

    note = copy()
    for name in ("vertAlign", "position", "u", "b", "bCs", "i", "iCs", "caps"):
        for old in note.findall(w(name)):
            note.remove(old)
    xml.set_run_property(note, "rStyle", val=note_style)
    plain = "" if rpr is None else xml.fragment(rpr, root)
    variants = (plain, emphasised("b", "bCs"), emphasised("i", "iCs"), emphasised("b", "bCs", "i", "iCs"))
    return RunStyle(variants, xml.fragment(note, root))


def _paragraphs(root: Element) -> Iterator[_Paragraph]:
    """All paragraphs with the text that is their own, not that of text boxes anchored in them."""
    found: list[_Paragraph] = []
    open_ones: list[_Paragraph] = []
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=(w("p"), w("t"), *_ATOMS)):
        if element.tag == w("p"):
            if event == "end":
                open_ones.pop()
            else:
                open_ones.append(_Paragraph())
                found.append(open_ones[-1])
        elif event == "start" and open_ones and parent_of(element).tag == w("r"):
            text = element.text or "" if element.tag == w("t") else _ATOMS[str(element.tag)]
            open_ones[-1].atoms.append((element, text))
    return iter(found)


def text_of(paragraph: Element) -> str:
    """Return what a paragraph says, shortened for messages; text that a tracked change took out is left out."""
    return shorten("".join(element.text or "" for element in paragraph.iter(w("t"))))


def _texts(root: Element) -> Iterator[_Paragraph]:
    """The texts of a part that has no paragraphs."""
    return (_Paragraph([(element, element.text or "")]) for element in root.iter("*"))


def _pieces(text: str, start: int, end: int, tags: list[tuple[int, Found]]) -> list[str | int]:
    """Return what remains of ``text[start:end]`` when each tag stands where it begins."""
    pieces: list[str | int] = []
    at = start
    for number, one in tags:
        if one.start > at:
            pieces.append(text[at : one.start])
        if one.start >= start:
            pieces.append(number)
        at = min(one.end, end)
    if at < end:
        pieces.append(text[at:end])
    return pieces


def drop_if_empty(run: Element) -> None:
    """Take out a run that lost its text."""
    if run.getparent() is not None and all(child.tag == w("rPr") for child in run):
        drop(run)

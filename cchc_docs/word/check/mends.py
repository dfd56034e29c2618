"""Small safe changes of an open document: formats of runs, paragraphs, sections and lines; single signs of a text.

Each is an action that waits: a finding carries it, ``cchc sua`` carries it out. They set direct formatting only on what
is wrong and leave every other run, drawing, note, comment and tracked change where it is.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from functools import partial

from lxml import etree

from cchc_docs.word.check.blocks import Block
from cchc_docs.word.check.document import Document, Paragraph
from cchc_docs.word.check.formats import Piece
from cchc_docs.word.check.lines import Line
from cchc_docs.word.ooxml import xml
from cchc_docs.word.ooxml.xml import Element, w
from cchc_docs.word.template.filters import duong_ke

Mend = Callable[[], None]

_EMU_PER_MM = 36_000
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
FONT = "Times New Roman"


def all_of(*mends: Mend | None) -> Mend | None:
    """Several mends as one; None where none is."""
    there = [mend for mend in mends if mend is not None]

    def run() -> None:
        for mend in there:
            mend()

    return run if there else None


# -- Runs


def runs(pieces: Iterable[Piece], **properties: object) -> Mend | None:
    """Set properties of the runs of ``pieces``: ``size`` (pt), ``bold``, ``italic``, ``caps``, ``underline``, ``font``,
    ``color``. A run that holds other text too is split, so that only the piece changes."""
    own = [piece for piece in pieces if piece.text.strip()]
    return partial(_set_pieces, own, properties) if own else None


def block_runs(block: Block, **properties: object) -> Mend | None:
    """``runs`` for a block."""
    return runs(block.pieces, **properties)


def _set_pieces(pieces: Sequence[Piece], properties: Mapping[str, object]) -> None:
    for piece in pieces:
        run = piece.run
        assert isinstance(run, etree._Element)  # noqa: SLF001 - pieces know it as an object, lxml apart
        if _isolate(run, piece):
            rpr = run.find(w("rPr"))
            if rpr is None:
                rpr = etree.Element(w("rPr"))
                run.insert(0, rpr)
            for name, value in properties.items():
                _set_run(rpr, name, value)


_SIGN_LENGTHS = frozenset(map(w, ("tab", "ptab", "br", "cr", "noBreakHyphen", "sym")))


def _isolate(run: Element, piece: Piece) -> bool:
    """Leave in ``run`` only what ``piece`` shows, the rest in runs of the same properties before and after it.

    False where the run has changed since the piece was read: the next round looks anew.
    """
    before, after = [], []
    at = shown = 0
    for child in run.iterchildren():
        if child.tag == w("rPr"):
            continue
        length = len(child.text or "") if child.tag == w("t") else int(child.tag in _SIGN_LENGTHS)
        if length and at + length <= piece.offset:
            before.append(child)
        elif length and at >= piece.offset + len(piece.text):
            after.append(child)
        else:
            shown += length
        at += length
    if shown != len(piece.text):
        return False
    for rest, place in ((before, run.addprevious), (after, run.addnext)):
        if rest:
            other = etree.Element(w("r"))
            rpr = run.find(w("rPr"))
            if rpr is not None:
                other.append(deepcopy(rpr))
            other.extend(rest)
            place(other)
    return True


def _set_run(rpr: Element, name: str, value: object) -> None:
    if name == "size":
        half_points = f"{float(str(value)) * 2:.0f}"
        for tag in ("sz", "szCs"):
            xml.set_run_property(rpr, tag, val=half_points)
    elif name in {"bold", "italic", "caps"}:
        for tag in {"bold": ("b", "bCs"), "italic": ("i", "iCs"), "caps": ("caps",)}[name]:
            xml.set_run_property(rpr, tag, val="1" if value else "0")
    elif name == "underline":
        xml.set_run_property(rpr, "u", val="none")
    elif name == "color":
        xml.set_run_property(rpr, "color", val="auto")
    elif name == "font":
        xml.set_run_property(rpr, "rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)


# -- Text


def text(block: Block, new: str) -> Mend | None:
    """Change the text of a block to ``new``, sign by sign, each run keeping its own; None where that cannot be done."""
    texts = _texts(block.pieces)
    old = "".join(element.text or "" for element in texts)
    start = old.find(block.text)
    if start < 0 or old.count(block.text) != 1 or not new:
        return None
    return partial(_change, texts, old, old[:start] + new + old[start + len(block.text) :])


def normalised(paragraph: Paragraph, change: Callable[[str], str]) -> Mend | None:
    """Change the texts of a paragraph's runs, each by itself or, where signs cross runs, together."""
    texts = _texts(paragraph.pieces)
    old = "".join(element.text or "" for element in texts)
    new = change(old)
    return partial(_change, texts, old, new) if texts and new != old else None


def _texts(pieces: Iterable[Piece]) -> list[Element]:
    own = [piece.run for piece in pieces if isinstance(piece.run, etree._Element)]  # noqa: SLF001
    return [element for run in dict.fromkeys(own) for element in run.iterchildren(w("t"))]


def _change(texts: list[Element], old: str, new: str) -> None:
    """Give ``texts``, which together read ``old``, the text ``new``; what stays the same stays in its run.

    Where another mend was quicker and they read something else, nothing is done: the next round finds out.
    """
    if "".join(element.text or "" for element in texts) != old:
        return
    starts = [0]
    for element in texts:
        starts.append(starts[-1] + len(element.text or ""))
    changed = [element.text or "" for element in texts]
    edits = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for kind, first, last, new_first, new_last in reversed(edits):
        if kind == "equal":
            continue
        # What comes new stands where the old began; between two texts it belongs to the one before.
        home = max((at for at in range(len(texts)) if starts[at] < first + (first < last)), default=0)
        for number in range(len(texts)):
            begin = max(first, starts[number])
            end = max(min(last, starts[number + 1]), begin)
            put = new[new_first:new_last] if number == home else ""
            if begin < min(last, starts[number + 1]) or put:
                offset = min(begin, starts[number + 1]) - starts[number]
                changed[number] = changed[number][:offset] + put + changed[number][max(end - starts[number], offset) :]
    for element, content in zip(texts, changed, strict=True):
        element.text = content
        element.set(xml.SPACE, "preserve")


# -- Paragraphs


def paragraph(one: Paragraph, **properties: object) -> Mend:
    """Set a paragraph's ``align``, ``first``, ``left``, ``right`` (twips), ``before``, ``after`` (pt), ``line``
    (lines), ``keep_next``, ``contextual``."""
    return partial(_set_paragraph, one.element, properties)


def _set_paragraph(element: Element, properties: dict[str, object]) -> None:
    ppr = element.find(w("pPr"))
    if ppr is None:
        ppr = etree.Element(w("pPr"))
        element.insert(0, ppr)
    for name, value in properties.items():
        if name == "align":
            xml.update_paragraph_property(ppr, "jc", val=str(value))
        elif name == "first":
            xml.update_paragraph_property(ppr, "ind", firstLine=str(value), hanging=None)
        elif name in {"left", "right"}:
            xml.update_paragraph_property(
                ppr, "ind", **{name: str(value), {"left": "start", "right": "end"}[name]: None}
            )
        elif name in {"before", "after"}:
            twips = f"{float(str(value)) * 20:.0f}"
            xml.update_paragraph_property(
                ppr, "spacing", **{name: twips, f"{name}Autospacing": None, f"{name}Lines": None}
            )
        elif name == "line":
            xml.update_paragraph_property(ppr, "spacing", line=f"{float(str(value)) * 240:.0f}", lineRule="auto")
        elif name == "keep_next":
            xml.update_paragraph_property(ppr, "keepNext", val=None)
        elif name == "contextual":
            xml.update_paragraph_property(ppr, "contextualSpacing", val="0")


def drop(one: Paragraph) -> Mend | None:
    """Take a blank paragraph out; None where it holds anything at all, or ends a cell or a section."""
    element = one.element
    parent = element.getparent()
    held = [child for child in element.iter() if child.tag not in {element.tag, *map(w, ("pPr", "rPr", "r", "t"))}]
    formats = {w("pPr"), w("rPr")}
    outside = [child for child in held if not any(up.tag in formats for up in child.iterancestors())]
    if parent is None or outside or element.find(f"{w('pPr')}/{w('sectPr')}") is not None:
        return None
    following = element.getnext()
    if following is None or following.tag != w("p"):
        return None
    return partial(_drop, element)


def _drop(element: Element) -> None:
    if (parent := element.getparent()) is not None:
        parent.remove(element)


def row_stays_whole(row: Element) -> Mend:
    """Keep a table's row on one page."""
    return partial(_keep_row, row)


def _keep_row(row: Element) -> None:
    properties = row.find(w("trPr"))
    if properties is None:
        properties = etree.Element(w("trPr"))
        at = 1 if row.find(w("tblPrEx")) is not None else 0
        row.insert(at, properties)
    if properties.find(w("cantSplit")) is None:
        properties.insert(0, etree.Element(w("cantSplit")))


# -- Sections


def section(element: Element | None, name: str, **attributes: str | None) -> Mend | None:
    """Set attributes of a property of a section; None for a document that has none."""
    return None if element is None else partial(xml.update_section_property, element, name, **attributes)


# -- Lines


def draw_line(document: Document, under: Block, ratio: float) -> Mend:
    """Draw a line under a block, ``ratio`` times as long as it, on a paragraph of its own in the middle."""
    return partial(_draw, document, under, ratio)


def _draw(document: Document, under: Block, ratio: float) -> None:
    size, width = under.size or 14.0, under.width
    limit = under.paragraph.container.width / 56.69
    drawn = duong_ke(
        under.visible,
        ratio,
        size,
        dam=under.bold,
        nghieng=under.italic,
        toi_da=max(limit, 10) if width > limit else None,
    )
    run = etree.fromstring(f'<x xmlns:w="{xml.W}">{drawn.with_id(_next_id(document))}</x>')[0]
    element = etree.Element(w("p"))
    _set_paragraph(element, {"align": "center", "first": 0, "left": 0, "before": 2, "after": 0, "line": 1})
    rpr = etree.SubElement(element[0], w("rPr"))
    _set_run(rpr, "size", 4)
    run.insert(0, etree.fromstring(f'<w:rPr xmlns:w="{xml.W}"><w:sz w:val="8"/><w:szCs w:val="8"/></w:rPr>'))
    element.append(run)
    under.paragraph.element.addnext(element)


def _next_id(document: Document) -> int:
    known = [
        int(one.get("id", "0"))
        for root in document.trees.values()
        for one in root.iter(f"{_WP}docPr")
        if one.get("id", "0").isdecimal()
    ]
    return max((number for number in known if number < 2**30), default=0) + 1


def resize(line: Line, length: float) -> Mend | None:
    """Give a drawn line another length, in mm; only lines of DrawingML, whose two sizes are known."""
    element = line.element
    if element is None or not element.tag.startswith(_WP):
        return None
    return partial(_resize, element, round(length * _EMU_PER_MM))


def _resize(element: Element, emu: int) -> None:
    for one in (element.find(f"{_WP}extent"), *element.iter(f"{_A}ext")):
        if one is not None and one.get("cx") is not None:
            one.set("cx", str(emu))


def blacken(line: Line) -> Mend | None:
    """Draw a line in black."""
    element = line.element
    if element is None or not element.tag.startswith(_WP):
        return None
    return partial(_blacken, element)


def _blacken(element: Element) -> None:
    for shape in element.iter("{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}spPr"):
        stroke = shape.find(f"{_A}ln")
        if stroke is None:
            stroke = etree.SubElement(shape, f"{_A}ln", w="9525")
        for paint in (*stroke.iterchildren(f"{_A}solidFill"), *stroke.iterchildren(f"{_A}gradFill")):
            stroke.remove(paint)
        fill = etree.Element(f"{_A}solidFill")
        etree.SubElement(fill, f"{_A}srgbClr", val="000000")
        stroke.insert(0, fill)


def clear(block: Block) -> Mend | None:
    """Take away the signs of a typed line (the paragraph stays)."""
    if not block.whole:
        return None
    return partial(_clear, _texts(block.pieces))


def _clear(texts: list[Element]) -> None:
    for element in texts:
        element.text = ""

"""The runs of one paragraph: its text in pieces, the fields, drawings and breaks between them."""

from cchc_docs.word.check import lines
from cchc_docs.word.check.formats import Piece
from cchc_docs.word.check.styles import Properties, Styles
from cchc_docs.word.ooxml.xml import Element, w

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SDT = w("sdt")
_R, _RPR, _T = w("r"), w("rPr"), w("t")
_INLINE = frozenset(
    map(w, ("hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "customXml", "sdtContent", "dir", "bdo"))
)
_DRAWINGS = frozenset([w("drawing"), w("pict"), w("object"), f"{_MC}AlternateContent"])
_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("sym"): "•"}
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_BR, _FLD_CHAR, _INSTR, _FLD_SIMPLE = w("br"), w("fldChar"), w("instrText"), w("fldSimple")


class RunReader:
    """The reading of one paragraph's runs."""

    def __init__(self, styles: Styles, table: tuple[str, Properties, Properties], style: str) -> None:
        self.styles, self.table, self.style = styles, table, style
        self.pieces: list[Piece] = []
        self.drawn: list[lines.Line] = []
        self.fields: list[str] = []
        self.boxes: list[tuple[Element, int]] = []
        self.breaks = False
        self._open: list[bool] = []
        self._in_code = False

    def read(self, parent: Element) -> None:
        """Read the runs in ``parent``, those in links, changes and controls too."""
        for child in parent:
            tag = child.tag
            if tag == _R:
                self._run(child)
            elif tag in _INLINE:
                if tag == _FLD_SIMPLE:
                    self.fields.append(child.get(w("instr"), ""))
                self.read(child)
            elif tag == _SDT:
                content = child.find(w("sdtContent"))
                if content is not None:
                    self.read(content)

    def _run(self, run: Element) -> None:
        text = ""
        for child in run:
            tag = child.tag
            if tag == _T:
                if not self._in_code:
                    text += child.text or ""
            elif tag in _SIGNS:
                text += _SIGNS[tag]
            elif tag == _BR and child.get(w("type"), "textWrapping") == "textWrapping":
                text += "\n"
            elif tag != _RPR:
                self._mark(child)
        if text:
            style = self.styles.run(self.table, self.style, run.find(_RPR))
            if not style.hidden:
                self.pieces.append(Piece(text, style, run))

    def _mark(self, child: Element) -> None:
        """Read what stands in a run and is no text: breaks, fields, drawings."""
        if child.tag == _BR:
            self.breaks = True
        elif child.tag == _FLD_CHAR:
            self._field(child.get(w("fldCharType"), ""))
        elif child.tag == _INSTR:
            self.fields.append(child.text or "")
        elif child.tag in _DRAWINGS:
            self._drawing(child)

    def _field(self, kind: str) -> None:
        """Keep track of fields, which may stand in one another: their codes are not shown, their results are."""
        if kind == "begin":
            self._open.append(True)
        elif kind == "separate" and self._open:
            self._open[-1] = False
        elif kind == "end" and self._open:
            self._open.pop()
        self._in_code = any(self._open)

    def _drawing(self, element: Element) -> None:
        chosen = element
        if element.tag.startswith(_MC):
            chosen = next(iter(element), element)
        self.drawn += lines.shapes(chosen)
        for box in chosen.iter(w("txbxContent")):
            if not any(parent.tag == w("txbxContent") for parent in box.iterancestors() if parent is not element):
                extent = next(chosen.iter(f"{_WP}extent"), None)
                width = 0 if extent is None else round(lines.whole_emu(extent.get("cx")) * 56.7)
                self.boxes.append((box, width))

"""Word files of papers: paragraphs with styles or without, drawings new and old, leftovers of Word 2003."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from benchmarks.other_papers.model import Block, Box, Break, Grid, Page, Para, Run

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NS = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EMU = 36_000
_SIGNS = {"\t": "<w:tab/>", "\n": "<w:br/>"}
_FIELD = (
    '<w:r>{0}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{0}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r>{0}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{0}<w:t>2</w:t></w:r><w:r>{0}<w:fldChar w:fldCharType="end"/></w:r>'
)


@dataclass(slots=True)
class Habits:
    """How someone's Word writes."""

    styled: bool = False
    """Formats stand in styles, else on each paragraph."""
    old: bool = False
    """Lines in VML, leftovers of Word 2003."""
    split: bool = False
    """Runs split where the cursor once stood."""


@dataclass(slots=True)
class Writer:
    """Writes one file; counts its drawings and keeps its styles."""

    habits: Habits
    rng: Random
    page: Page
    font: str
    drawings: int = 0
    styles: dict[str, str] = field(default_factory=dict)

    # -- Paragraphs

    def para(self, one: Para, extra: str = "", frame: str = "") -> str:
        """A paragraph; ``extra`` is XML of runs before its text, ``frame`` a property."""
        own, marks = _paragraph_properties(one), _marks(one)
        kept = "<w:keepNext/>" if one.keep else ""
        if not self.habits.styled:
            return f"<w:p{self._rsid()}><w:pPr>{kept}{frame}{own}</w:pPr>{extra}{self.runs(one)}</w:p>"
        key = f"<w:pPr>{kept}{own}</w:pPr><w:rPr>{marks}</w:rPr>"
        name = self.styles.setdefault(key, f"Kieu{len(self.styles) + 1}")
        return f'<w:p{self._rsid()}><w:pPr><w:pStyle w:val="{name}"/>{frame}</w:pPr>{extra}{self.runs(one)}</w:p>'

    def runs(self, one: Para) -> str:
        """The runs of a paragraph."""
        return "".join(self._run(one, run, text) for run in one.runs for text in self._pieces(run.text))

    def _pieces(self, text: str) -> list[str]:
        if not self.habits.split or len(text) < 12 or self.rng.random() < 0.5:
            return [text]
        at = self.rng.randrange(3, len(text) - 3)
        return [text[:at], text[at:]]

    def _run(self, one: Para, run: Run, text: str) -> str:
        own = replace(one, b=one.b if run.b is None else run.b, i=one.i if run.i is None else run.i)
        if not self.habits.styled:
            marks = _marks(own)
        else:
            marks = "".join(
                f'<w:{tag} w:val="{int(value)}"/>'
                for tag, value, was in (("b", own.b, one.b), ("i", own.i, one.i))
                if value != was
            )
        shown = "".join(_SIGNS.get(part) or _text(part) for part in re.split(r"([\t\n])", text) if part)
        proof = '<w:proofErr w:type="spellStart"/>' if self.habits.old and self.rng.random() < 0.1 else ""
        return f"{proof}<w:r{self._rsid()}><w:rPr>{marks}</w:rPr>{shown}</w:r>"

    def _rsid(self) -> str:
        return f' w:rsidR="00{self.rng.randrange(16**6):06X}"' if self.habits.old else ""

    # -- Drawings

    def line(self, length: float, *, above: float = 0, at: float | None = None) -> str:
        """A run that draws a line, ``at`` so many mm from the column's edge, in the text where that is None."""
        self.drawings += 1
        if self.habits.old:
            return self._vml(length, above, at)
        return _drawn(self.drawings, length, at, above)

    def _vml(self, length: float, above: float, at: float | None) -> str:
        start = 0 if at is None else at / 25.4 * 72
        end, down = start + length / 25.4 * 72, above / 25.4 * 72
        place = "mso-position-horizontal:center" if at is None else "mso-position-horizontal:absolute"
        return (
            f'<w:r><w:pict><v:line id="_x0000_s{1025 + self.drawings}" style="position:absolute;left:0;z-index:{self.drawings};'
            f'{place}" from="{start:.1f}pt,{down:.1f}pt" to="{end:.1f}pt,{down:.1f}pt" strokecolor="black"/></w:pict></w:r>'
        )

    def under(self, one: Para, frame: str = "") -> str:
        """A paragraph of its own with the line under ``one``."""
        holder = replace(one, runs=[], size=2, before=0, after=0, first=0, align="center", below=0, b=False, i=False)
        return self.para(holder, self.line(one.below), frame)

    # -- Blocks

    def blocks(self, blocks: Iterable[Block]) -> str:
        """All of them, each paragraph with its line below it."""
        return "".join(map(self.block, blocks))

    def block(self, one: Block) -> str:
        """One block."""
        if isinstance(one, Para):
            if one.below and not one.runs:
                return self.under(one)
            return self.para(one) + (self.under(one) if one.below else "")
        if isinstance(one, Grid):
            return self.grid(one)
        if isinstance(one, Box):
            return self.box(one)
        if one.page:
            return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        return f"<w:p><w:pPr>{self.section(one)}</w:pPr></w:p>"

    def grid(self, one: Grid) -> str:
        """A table, without margins in its cells where it is not ruled."""
        rows = "".join(self._row(row, one.widths) for row in one.rows)
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        edges = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)
        borders = f"<w:tblBorders>{edges}</w:tblBorders>" if one.ruled else ""
        margin = 57 if one.ruled else 0
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in one.widths)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(one.widths)}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/><w:tblCellMar>'
            f'<w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
        )

    def _row(self, cells: list[list[Para]], widths: Sequence[int]) -> str:
        inside = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{self.blocks(cell) or "<w:p/>"}</w:tc>'
            for cell, width in zip(cells, widths, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{inside}</w:tr>"

    def box(self, *those: Box) -> str:
        """Text boxes without a border, side by side, hanging from one paragraph; the text goes on below them."""
        return f"<w:p>{''.join(map(self._boxed, those))}</w:p>"

    def _boxed(self, one: Box) -> str:
        self.drawings += 1
        number, width, height = self.drawings, one.width * _EMU, one.height * _EMU
        shape = (
            '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln><a:noFill/></a:ln></wps:spPr>'
            f'<wps:txbx><w:txbxContent>{self.blocks(one.inside)}</w:txbxContent></wps:txbx><wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp>'
        )
        wrap = "<wp:wrapTopAndBottom/>"
        return f"<w:r>{_anchored(number, width, height, one.left * _EMU, 0, shape, wrap)}</w:r>"

    # -- Sections and the package

    def section(self, end: Break) -> str:
        """The properties of a section that ends."""
        page = self.page
        wide = end.landscape
        width, height = (page.height, page.width) if wide else (page.width, page.height)
        turned = ' w:orient="landscape"' if wide else ""
        where = "footer" if page.number_at == "footer" else "header"
        number = f'<w:{where}Reference w:type="default" r:id="rId9"/>' if page.number_at != "none" else ""
        restart = '<w:pgNumType w:start="1"/>' if end.restarts else ""
        if page.even_footer and page.number_at == "header":
            number += '<w:footerReference w:type="even" r:id="rId8"/>'
        return (
            f'<w:sectPr>{number}<w:pgSz w:w="{width}" w:h="{height}"{turned}/><w:pgMar w:top="{page.top}" w:right="{page.right}" '
            f'w:bottom="{page.bottom}" w:left="{page.left}" w:header="{page.header}" w:footer="567" w:gutter="0"/>'
            f"{restart}{'<w:titlePg/>' if page.title_page else ''}</w:sectPr>"
        )

    def packed(self, content: str, last: Break) -> bytes:
        """The whole file."""
        where = "footer" if self.page.number_at == "footer" else "header"
        parts = {"rId1": ("styles", "styles"), "rId2": ("settings", "settings"), "rId9": (where, "number")}
        if self.page.even_footer:
            parts["rId8"] = ("footer", "even")
        members = {
            "[Content_Types].xml": _content_types([("document.main", "document"), *parts.values()]),
            "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document")}),
            "word/_rels/document.xml.rels": _relations(parts),
            "word/styles.xml": self._styles(),
            "word/settings.xml": f'<w:settings xmlns:w="{W}"/>',
            "word/number.xml": self._number(),
            "word/document.xml": f"<w:document {_NS}><w:body>{content}{self.section(last)}</w:body></w:document>",
        }
        even = {"word/even.xml": f"<w:ftr {_NS}><w:p>{_FIELD.format('')}</w:p></w:ftr>"} if "rId8" in parts else {}
        return _zipped(members | even)

    def _number(self) -> str:
        page = self.page
        tag = "ftr" if page.number_at == "footer" else "hdr"
        marks = f'<w:rPr>{"<w:b/>" if page.number_bold else ""}<w:sz w:val="{page.number_size * 2:.0f}"/></w:rPr>'
        own = f'<w:p><w:pPr><w:jc w:val="{page.number_align}"/></w:pPr>{_FIELD.format(marks)}</w:p>'
        blank = '<w:p><w:pPr><w:rPr><w:sz w:val="28"/></w:rPr></w:pPr></w:p>' * page.blank_above
        return f"<w:{tag} {_NS}>{blank}{own}</w:{tag}>"

    def _styles(self) -> str:
        own = "".join(
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>{properties}</w:style>'
            for properties, name in self.styles.items()
        )
        return (
            f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{self.font}" w:eastAsia="{self.font}" '
            f'w:hAnsi="{self.font}" w:cs="{self.font}"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault>'
            '<w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
            f"{own}</w:styles>"
        )


def _paragraph_properties(one: Para) -> str:
    indent = f'w:firstLine="{one.first}"' if one.first >= 0 else f'w:hanging="{-one.first}"'
    line = (
        f'w:line="{one.line * 240:.0f}" w:lineRule="auto"'
        if one.line < 10
        else f'w:line="{one.line * 20:.0f}" w:lineRule="exact"'
    )
    return (
        f'<w:spacing w:before="{one.before * 20:.0f}" w:after="{one.after * 20:.0f}" {line}/>'
        f'<w:ind w:left="{one.left}" {indent}/><w:jc w:val="{one.align}"/>'
    )


def _marks(one: Para) -> str:
    fonts = f'<w:rFonts w:ascii="{one.font}" w:hAnsi="{one.font}" w:cs="{one.font}"/>' if one.font else ""
    weight = ("<w:b/>" if one.b else "") + ("<w:i/>" if one.i else "")
    color = f'<w:color w:val="{one.color}"/>' if one.color else ""
    return f'{fonts}{weight}{color}<w:sz w:val="{one.size * 2:.0f}"/><w:szCs w:val="{one.size * 2:.0f}"/>'


def _drawn(number: int, length: float, at: float | None, above: float) -> str:
    emu = round(length * _EMU)
    shape = (
        f'<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{emu}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/>'
        '</a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
    )
    if at is None:
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{emu}" cy="0"/>'
            f'<wp:docPr id="{number}" name="Line {number}"/>{_graphic(shape)}</wp:inline></w:drawing></w:r>'
        )
    return f"<w:r>{_anchored(number, emu, 0, round(at * _EMU), round(above * _EMU), shape)}</w:r>"


def _graphic(shape: str) -> str:
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    return f'<a:graphic><a:graphicData uri="{uri}">{shape}</a:graphicData></a:graphic>'


def _anchored(
    number: int, width: int, height: int, left: int, top: int, shape: str, wrap: str = "<wp:wrapNone/>"
) -> str:
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" '
        'allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/>{wrap}<wp:docPr id="{number}" name="Shape {number}"/><wp:cNvGraphicFramePr/>'
        f"{_graphic(shape)}</wp:anchor></w:drawing>"
    )


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{_escaped(text)}</w:t>'


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _content_types(those: Iterable[tuple[str, str]]) -> str:
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>' for kind, name in those
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{parts}</Types>"
    )


def _relations(those: dict[str, tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}.xml"/>' for name, (kind, target) in those.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


def _zipped(members: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name), _DECLARED + text, zipfile.ZIP_DEFLATED)
    return stream.getvalue()

"""Effective formatting against LibreOffice: documents of every mixture of styles, and where their PDF shows each word.

All documents of an example are converted in one run. Where the two differ on purpose, ``DEVIATIONS`` says why.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pdfplumber
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from cchc_docs.problems import Place
from cchc_docs.word.check.document import Document, Paragraph
from cchc_docs.word.check.formats import Piece, mm
from cchc_docs.word.check.opening import open_document
from tests.pdf import convert
from tests.word.check.papers import HEAD, PARTS, W, document_xml

DEVIATIONS = (
    "Toggles (bold, italic, capitals) of the styles of a table, a paragraph and its letters cancel one another in Word "
    "(ECMA-376 part 1, 17.7.3); in LibreOffice the nearest style wins. Only paragraph styles have toggles here; "
    "test_styles has the cases of Word by hand.",
    "In a table with a style, LibreOffice lets the table's size and font win over a character style's; in Word the "
    "character style is nearer to the letters. No character styles in tables here.",
    "In a table with a style, LibreOffice forgets direct formatting that equals the document's defaults. No run sets them.",
    "LibreOffice takes fonts of a theme by the language of East Asian and complex text alone: test_styles has themes.",
)
FAMILIES = {"Times New Roman": "LiberationSerif", "Arial": "LiberationSans", "Courier New": "LiberationMono"}
_MM = 25.4 / 72
_DOCUMENTS = 16


def run_properties(random: Random, *, toggles: bool = True) -> str:
    """Some of the properties that a run can have, in the order of the schema."""
    found = ""
    if random.random() < 0.4:
        font = random.choice(("Arial", "Courier New"))
        found += f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}" w:eastAsia="{font}"/>'
    if toggles:
        for name in ("b", "i", "caps"):
            if random.random() < 0.3:
                found += f'<w:{name} w:val="{random.choice("01")}"/>'
    if random.random() < 0.5:
        size = random.choice([size for size in range(16, 41) if size != 24])
        found += f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    return f"<w:rPr>{found}</w:rPr>" if found else ""


def paragraph_properties(random: Random) -> str:
    found = ""
    if random.random() < 0.4:
        found += f'<w:spacing w:before="{random.randint(0, 12) * 20}" w:after="{random.randint(0, 12) * 20}"/>'
    if random.random() < 0.5:
        first = random.choice(("firstLine", "hanging"))
        found += f'<w:ind w:left="{random.randint(6, 20) * 60}" w:right="{random.randint(0, 10) * 60}" w:{first}="{random.randint(0, 6) * 60}"/>'
    if random.random() < 0.5:
        found += f'<w:jc w:val="{random.choice(("left", "center", "right", "both"))}"/>'
    return found


def style(random: Random, kind: str, name: str, based: str = "", *, toggles: bool = True) -> str:
    ppr = f"<w:pPr>{paragraph_properties(random)}</w:pPr>" if kind != "character" else ""
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{parent}{ppr}{run_properties(random, toggles=toggles)}'


def styles(random: Random) -> str:
    conditions = "".join(
        f'<w:tblStylePr w:type="{name}">{run_properties(random, toggles=False)}</w:tblStylePr>'
        for name in ("firstRow", "lastRow", "firstCol", "band1Horz")
    )
    end = "</w:style>"
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
        'w:cs="Times New Roman" w:eastAsia="Times New Roman"/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        + style(random, "paragraph", "P1", "Normal") + end + style(random, "paragraph", "P2", "P1") + end
        + style(random, "character", "C1", toggles=False) + end
        + style(random, "character", "C2", "C1", toggles=False) + end
        + style(random, "table", "T1", "TableNormal", toggles=False) + conditions + end
        + "</w:styles>"
    )  # fmt: skip


def body(random: Random) -> str:
    count = iter(range(1000))

    def paragraph(names: tuple[str, ...], letters: tuple[str, ...] = ("",)) -> str:
        name = random.choice(names)
        chosen = f'<w:pStyle w:val="{name}"/>' if name else ""
        runs = "".join(
            f"<w:r>{_with_style(random, letters)}<w:t xml:space='preserve'>từ{next(count)}mẫu </w:t></w:r>"
            for _ in range(random.randint(1, 3))
        )
        return f"<w:p><w:pPr>{chosen}{paragraph_properties(random)}</w:pPr>{runs}</w:p>"

    bits = {
        "firstRow": 0x20,
        "lastRow": 0x40,
        "firstColumn": 0x80,
        "lastColumn": 0x100,
        "noHBand": 0x200,
        "noVBand": 0x400,
    }
    on = {name: name == "noVBand" or (name != "lastColumn" and random.random() < 0.5) for name in bits}
    value = sum(bit for name, bit in bits.items() if on[name])
    look = f' w:val="{value:04X}"' + "".join(f' w:{name}="{int(on[name])}"' for name in bits)
    cell = '<w:tc><w:tcPr><w:tcW w:w="4677" w:type="dxa"/></w:tcPr>{}</w:tc>'
    rows = "".join(f"<w:tr>{cell.format(paragraph(('',)))}{cell.format(paragraph(('',)))}</w:tr>" for _ in range(4))
    return (
        "".join(paragraph(("", "P1", "P2"), ("", "", "C1", "C2")) for _ in range(8))
        + f'<w:tbl><w:tblPr><w:tblStyle w:val="T1"/><w:tblW w:w="9354" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook{look}/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="4677"/><w:gridCol w:w="4677"/></w:tblGrid>{rows}</w:tbl>'
        + paragraph(("",))
        + '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" '
        'w:footer="567" w:gutter="0"/></w:sectPr>'
    )


def _with_style(random: Random, names: tuple[str, ...]) -> str:
    name = random.choice(names)
    properties = run_properties(random)
    if not name:
        return properties
    inner = properties.removeprefix("<w:rPr>").removesuffix("</w:rPr>")
    return f'<w:rPr><w:rStyle w:val="{name}"/>{inner}</w:rPr>'


def document(random: Random) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        parts = {**PARTS, "word/styles.xml": styles(random), "word/document.xml": document_xml(body(random))}
        for name, text in parts.items():
            archive.writestr(name, HEAD + text)
    return stream.getvalue()


@dataclass(frozen=True)
class Shown:
    """A word on a page: its letters, font, size, and edges in mm from the left of the page."""

    font: str
    size: float
    left: float
    right: float


def shown(path: Path) -> dict[str, Shown]:
    found = {}
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            for word in page.extract_words(extra_attrs=["fontname", "size"], x_tolerance=1.5):
                font = word["fontname"].partition("+")[2]
                found[word["text"]] = Shown(font, word["size"], word["x0"] * _MM, word["x1"] * _MM)
    return found


def differences(opened: Document, page: dict[str, Shown]) -> Iterator[str]:
    for paragraph in opened.paragraphs:
        pieces = [piece for piece in paragraph.pieces if piece.text.strip()]
        for piece in pieces:
            yield from _of_piece(piece, page)
        if pieces and _on_one_line(paragraph):
            yield from _of_place(opened, paragraph, page, pieces)


def _word(piece: Piece) -> str:
    text = piece.text.strip()
    return text.upper() if piece.format.caps else text


def _of_piece(piece: Piece, page: dict[str, Shown]) -> Iterator[str]:
    word, form = _word(piece), piece.format
    if word not in page:
        yield f"{word} ({form}) is not on the page"
        return
    seen = page[word]
    family, _, face = seen.font.partition("-")
    if family != FAMILIES[form.hansi]:
        yield f"{word}: {form.hansi}, shown in {seen.font}"
    if abs(seen.size - form.size) > 0.2:
        yield f"{word}: {form.size} pt, shown in {seen.size}"
    if ("Bold" in face, "Italic" in face or "Oblique" in face) != (form.bold, form.italic):
        yield f"{word}: bold {form.bold}, italic {form.italic}, shown in {seen.font}"


def _on_one_line(paragraph: Paragraph) -> bool:
    return sum(len(piece.text) * piece.format.size * 0.65 / 72 * 25.4 for piece in paragraph.pieces) < mm(
        paragraph.container.width - paragraph.format.left - paragraph.format.right - max(paragraph.format.first, 0)
    )


def _of_place(opened: Document, paragraph: Paragraph, page: dict[str, Shown], pieces: list[Piece]) -> Iterator[str]:
    form, section = paragraph.format, opened.sections[0]
    words = [_word(piece) for piece in pieces]
    if not all(word in page for word in words):
        return
    column = paragraph.container.width * paragraph.container.column
    start = mm(section.left + column + form.left)
    end = mm(section.left + column + paragraph.container.width - form.right)
    first, last = page[words[0]], page[words[-1]]
    if form.align in {"left", "both"} and abs(first.left - start - mm(form.first)) > 0.6:
        yield f"{words[0]}: begins at {start + mm(form.first):.1f} mm, shown at {first.left:.1f}"
    if form.align == "right" and abs(last.right - end) > 2.5:  # the blank after the last word is as wide as its size
        yield f"{words[-1]}: ends at {end:.1f} mm, shown at {last.right:.1f}"
    if form.align == "center":
        middle = (start + mm(form.first) + end) / 2
        if abs((first.left + last.right) / 2 - middle) > 1.5:
            yield f"{words[0]}: its middle is {middle:.1f} mm, shown at {(first.left + last.right) / 2:.1f}"


@settings(max_examples=1, phases=[Phase.generate], database=None)
@given(seed=st.integers(0, 10**6))
def test_words_stand_on_the_page_as_their_formats_say(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    files = {f"d{number}": document(Random(f"{seed}-{number}")) for number in range(_DOCUMENTS)}
    pages = convert(files, tmp_path_factory.mktemp("formats"))
    found = [
        f"{seed}-{name}: {what}"
        for name, content in files.items()
        for what in differences(open_document(content, Place(name)), shown(pages[name]))
    ]
    assert found == [], "\n".join(found)


def test_the_comparison_sees_a_difference(tmp_path: Path) -> None:
    """Else the test above proves nothing: the formats of one document against the page of another."""
    one, other = document(Random("1")), document(Random("2"))
    pages = convert({"other": other}, tmp_path)
    assert len(list(differences(open_document(one, Place("one")), shown(pages["other"])))) > 5

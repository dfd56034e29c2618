"""Lines that someone drew, with their lengths: shapes of DrawingML and VML, borders, signs typed to look like one."""

import math
import re
from dataclasses import dataclass
from enum import Enum

from cchc_docs.word.check.formats import mm
from cchc_docs.word.check.styles import color_of, whole
from cchc_docs.word.ooxml.xml import Element, w

_EMU_PER_MM = 36_000
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_LINES = frozenset(["line", "straightConnector1", "lineInv"])
_FLAT = 1.0  # mm: a rectangle no higher than this is a line
_TYPED = re.compile(r"[\s_–—―─━═=*\-.]*(?:[_–—―─━═]{3,}|-{4,}|={4,}|\*{4,})[\s_–—―─━═=*\-.o0]*")
_UNITS = {"pt": 25.4 / 72, "in": 25.4, "cm": 10.0, "mm": 1.0, "px": 25.4 / 96, "pc": 25.4 / 6, "": 25.4 / 96}
_LENGTH = re.compile(r"\s*(-?\d*\.?\d+)\s*(pt|in|cm|mm|px|pc)?\s*")
_STYLE = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
_DASHES = frozenset(["dash", "dot", "dashDot", "lgDash", "sysDash", "sysDot", "dashed", "dotted", "dotDash"])


class LineKind(Enum):
    """The ways in which a line comes about; the value is its name for a person."""

    DRAWN = "nét vẽ"
    BORDER = "đường viền"
    TYPED = "ký tự gõ từ bàn phím"


@dataclass(frozen=True, slots=True)
class Line:
    """A horizontal line: how long it is in mm, how thick in pt, what colour (``""`` automatic), and what draws it.

    ``offset`` is where it begins, in mm from the left edge of its column, as far as the file says.
    """

    kind: LineKind
    length: float
    width: float = 0.75
    color: str = ""
    solid: bool = True
    element: Element | None = None
    offset: float | None = None

    @property
    def floats(self) -> bool:
        """Return True if the line is a shape beside the text, which Word ties to a paragraph near it."""
        own = self.element
        return own is not None and (own.tag == f"{_WP}anchor" or "position:absolute" in own.get("style", ""))


def is_typed(text: str) -> bool:
    """Return True if ``text`` is only signs that look like a line.

    >>> is_typed("__________"), is_typed("-----o0o-----"), is_typed("- Sở Nội vụ;"), is_typed("...")
    (True, True, False, False)
    """
    return len(text) < 200 and _TYPED.fullmatch(text) is not None


def shapes(run: Element) -> list[Line]:
    """The horizontal lines among the drawings of a run (of what Word wrote twice, the newer way of writing)."""
    found = [line for shape in run.iter(f"{_WP}inline", f"{_WP}anchor") if (line := _drawing(shape)) is not None]
    if found:
        return found
    names = (f"{_VML}line", f"{_VML}shape", f"{_VML}rect")
    return [line for shape in run.iter(*names) if (line := _vml(shape)) is not None]


def _drawing(shape: Element) -> Line | None:
    geometry = next(shape.iter(f"{_A}prstGeom"), None)
    connector = next(shape.iter(f"{_WPS}cNvCnPr"), None) is not None
    extent = shape.find(f"{_WP}extent")
    if extent is None or (geometry is None and not connector):
        return None
    width, height = (whole_emu(extent.get(name)) for name in ("cx", "cy"))
    kind = "" if geometry is None else geometry.get("prst", "")
    is_line = connector or kind in _LINES
    if next(shape.iter(w("txbxContent")), None) is not None:
        return None
    if height > max(_FLAT, 0.2 * width) or not (is_line or (kind == "rect" and height <= _FLAT)):
        return None
    thick, color, solid = _stroke(shape)
    offset = shape.find(f"{_WP}positionH/{_WP}posOffset")
    start = None if offset is None else whole_emu(offset.text)
    return Line(LineKind.DRAWN, math.hypot(width, height), thick, color, solid, shape, start)


_BLACK, _PAPER = frozenset(["tx1", "dk1", "text1"]), frozenset(["lt1", "bg1"])
"""The theme's colours for text, and for what lies under it."""


def _stroke(shape: Element) -> tuple[float, str, bool]:
    """How thick the line of a shape is (pt), its colour, and whether it is solid.

    A shape that sets no line of its own takes that of its style: the theme's accent colour, blue in most.
    """
    stroke = next(shape.iter(f"{_A}ln"), None)
    scheme = next((shape if stroke is None else stroke).iter(f"{_A}schemeClr"), None)
    named = "" if scheme is None else scheme.get("val", "")
    if stroke is None:
        return 0.75, f"CHỦ ĐỀ {named}" if scheme is not None and named not in _BLACK | _PAPER else "", True
    paint = next(stroke.iter(f"{_A}srgbClr"), None)
    color = color_of(None if paint is None else paint.get("val"))
    if paint is None and scheme is not None and named not in _BLACK:
        color = f"CHỦ ĐỀ {named}"
    dash = next(stroke.iter(f"{_A}prstDash"), None)
    return whole(stroke.get("w"), 9525) / 12_700, color, dash is None or dash.get("val", "solid") == "solid"


def whole_emu(text: str | None) -> float:
    """EMU (1/36000 mm) as mm; 0 for what is no number."""
    try:
        return int(float(text or 0)) / _EMU_PER_MM
    except (ValueError, OverflowError):
        return 0.0


def _vml(shape: Element) -> Line | None:
    style = dict(_STYLE.findall(shape.get("style", "")))
    if next(shape.iter(w("txbxContent")), None) is not None:
        return None
    if shape.tag == f"{_VML}line":
        ends = [_point(shape.get(name, "0,0")) for name in ("from", "to")]
        (left, top), (right, bottom) = ends
        width, height = abs(right - left), abs(bottom - top)
    else:
        width, height = (_length(style.get(name, "0")) for name in ("width", "height"))
        is_rule = shape.get(f"{_OFFICE}hr") is not None
        is_line = shape.get(f"{_OFFICE}connectortype") == "straight" or "_x0000_t32" in shape.get("type", "")
        if not (is_rule or is_line or (shape.tag == f"{_VML}rect" and height <= _FLAT)):
            return None
    if width == 0 or height > max(_FLAT, 0.2 * width):
        return None
    stroke = shape.find(f"{_VML}stroke")
    dash = "" if stroke is None else stroke.get("dashstyle", "")
    color = shape.get("strokecolor", "black").split(" ")[0]
    color = "" if color in {"black", "#000", "#000000", "windowText"} else color.lstrip("#").upper()
    return Line(
        LineKind.DRAWN,
        math.hypot(width, height),
        _length(shape.get("strokeweight", "0.75pt")) / _UNITS["pt"],
        color,
        dash.lower() not in {name.lower() for name in _DASHES},
        shape,
        _length(style["margin-left"]) if "margin-left" in style else None,
    )


def _point(text: str) -> tuple[float, float]:
    across, _, down = text.partition(",")
    return _length(across), _length(down)


def _length(text: str) -> float:
    """A length of VML in mm; 0 for what is none."""
    found = _LENGTH.match(text)
    return float(found[1]) * _UNITS[found[2] or ""] if found else 0.0


def border_line(kind: str, width: float, color: str, length_twips: float) -> Line:
    """The line that a border draws."""
    return Line(LineKind.BORDER, mm(length_twips), width, color, kind in {"single", "thick"})

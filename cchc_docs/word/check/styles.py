"""Find the format of a run or paragraph: document defaults, theme, table style, style chains, lists, direct formatting.

ECMA-376 part 1, 17.7.2 gives the order; 17.7.3 says that toggles (bold, italic, capitals …) of the table, paragraph and
character styles cancel one another. Every chain of styles is merged once, every mixture of them resolved once.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from cchc_docs.word.check.formats import TWIPS_PER_PT, Border, ParagraphFormat, RunFormat
from cchc_docs.word.check.themes import Theme
from cchc_docs.word.ooxml.xml import Element, w

Properties = dict[str, Any]
"""Properties that one place sets, by name; what it does not set is not there."""

_VAL = w("val")
_OFF = frozenset(["0", "false", "off"])
_TOGGLES = ("bold", "italic", "caps", "hidden")
_MOST_STEPS = 64  # of a chain of styles; Word allows ten and so do we not loop
_AUTO_SPACING = 14.0  # pt: what Word puts where a web page's own spacing is asked for
_MOST_POINTS = 1638.0
"""Word's largest font size; what asks for more is a broken file."""


def whole(value: str | None, otherwise: int = 0) -> int:
    """A whole number of an attribute; ``otherwise`` for one that is none, or absurd.

    >>> whole("12"), whole("12.7"), whole("9e9"), whole(None, 5)
    (12, 12, 0, 5)
    """
    try:
        number = int(float(value)) if value is not None else otherwise
    except (ValueError, OverflowError):
        return otherwise
    return number if abs(number) < 10_000_000 else otherwise


def is_on(element: Element) -> bool:
    """Return True if an on-off property is on: it is unless it says no."""
    return element.get(_VAL, "1") not in _OFF


def color_of(value: str | None) -> str:
    """A colour as six capitals, ``""`` for automatic.

    >>> color_of("auto"), color_of("ff0000")
    ('', 'FF0000')
    """
    return "" if value in {None, "auto", ""} else str(value).upper().lstrip("#")


def border_of(element: Element) -> Border | None:
    """A border, or None where it says that there is none."""
    kind = element.get(_VAL, "nil")
    if kind in {"nil", "none"}:
        return None
    return Border(kind, whole(element.get(w("sz"))) / 8, color_of(element.get(w("color"))))


def key_of(element: Element | None) -> tuple[Any, ...]:
    """All that a block of properties says, for looking it up again."""
    if element is None:
        return ()
    return tuple(
        (child.tag, *child.items()) if not len(child) else (child.tag, *child.items(), key_of(child))
        for child in element
    )


class Styles:
    """The styles of one document, and every format that was asked for so far."""

    def __init__(self, root: Element | None, theme: Theme, list_indents: Callable[[str, int], Properties]) -> None:
        self._theme = theme
        self._list_indents = list_indents
        self._elements: dict[str, Element] = {}
        self._defaults: dict[str, str] = {}
        self._run_defaults: Properties = {}
        self._paragraph_defaults: Properties = {}
        if root is not None:
            self._read(root)
        self._chains: dict[tuple[str, str], Properties] = {}
        self._runs: dict[tuple[Any, ...], RunFormat] = {}
        self._paragraphs: dict[tuple[Any, ...], ParagraphFormat] = {}

    def _read(self, root: Element) -> None:
        for style in root.iterchildren(w("style")):
            name = style.get(w("styleId"), "")
            self._elements.setdefault(name, style)
            if style.get(w("default")) in {"1", "true", "on"}:
                self._defaults.setdefault(style.get(w("type"), ""), name)
        for defaults, into, read in (
            ("rPr", self._run_defaults, self.read_run),
            ("pPr", self._paragraph_defaults, read_paragraph),
        ):
            found = root.find(f"{w('docDefaults')}/{w(defaults + 'Default')}/{w(defaults)}")
            if found is not None:
                into.update(read(found))

    def default(self, kind: str) -> str:
        """The id of the default style of a kind (``paragraph``, ``table``)."""
        return self._defaults.get(kind, "")

    def name(self, style: str) -> str:
        """A style's name as Word shows it."""
        element = self._elements.get(style)
        found = None if element is None else element.find(w("name"))
        return style if found is None else found.get(_VAL, style)

    def lineage(self, style: str) -> list[Element]:
        """A style and those that it is based on, the oldest first."""
        line: list[Element] = []
        known: set[str] = set()
        while style in self._elements and style not in known and len(line) < _MOST_STEPS:
            known.add(style)
            line.append(self._elements[style])
            based = self._elements[style].find(w("basedOn"))
            style = "" if based is None else based.get(_VAL, "")
        return line[::-1]

    def _chain(self, style: str, kind: str) -> Properties:
        """The run or paragraph properties of a style with all that it is based on."""
        known = self._chains.get((style, kind))
        if known is None:
            known = {}
            for element in self.lineage(style):
                found = element.find(w(kind))
                if found is not None:
                    known |= self.read_run(found) if kind == "rPr" else read_paragraph(found)
            self._chains[style, kind] = known
        return known

    # -- Runs

    def run(
        self, table: tuple[str, Properties, Properties], style: str, direct: Element | None, kind: str = ""
    ) -> RunFormat:
        """The format of a run in a paragraph of ``style``; ``table`` is what its table style gives, with a key."""
        key = (table[0], style, kind, key_of(direct))
        known = self._runs.get(key)
        if known is None:
            known = self._runs[key] = self._resolve_run(table, style, direct)
        return known

    def _resolve_run(self, table: tuple[str, Properties, Properties], style: str, direct: Element | None) -> RunFormat:
        own = {} if direct is None else self.read_run(direct)
        character = self._chain(own.pop("style"), "rPr") if "style" in own else {}
        layers = (table[1], self._chain(style or self.default("paragraph"), "rPr"), character)
        properties = dict(self._run_defaults)
        for layer in layers:
            properties.update(layer)
        for name in _TOGGLES:
            votes = sum(bool(layer.get(name)) for layer in layers)
            properties[name] = bool(votes % 2) or bool(self._run_defaults.get(name))
        properties.update(own)
        return _run_format(properties)

    def read_run(self, element: Element) -> Properties:
        """Return the properties that an ``rPr`` sets."""
        found: Properties = {}
        for child in element:
            read = _RUN.get(child.tag)
            if read is not None:
                read(child, found)
            elif child.tag == _FONTS:
                self._theme.read_fonts(child, found)
        return found

    # -- Paragraphs

    def paragraph(self, table: tuple[str, Properties, Properties], direct: Element | None) -> ParagraphFormat:
        """The format of a paragraph with these direct properties."""
        key = (table[0], key_of(direct))
        known = self._paragraphs.get(key)
        if known is None:
            known = self._paragraphs[key] = self._resolve_paragraph(table, direct)
        return known

    def _resolve_paragraph(self, table: tuple[str, Properties, Properties], direct: Element | None) -> ParagraphFormat:
        own = {} if direct is None else read_paragraph(direct)
        style = own.pop("style", "") or self.default("paragraph")
        if style not in self._elements:
            style = self.default("paragraph")
        chain = self._chain(style, "pPr")
        properties = self._paragraph_defaults | table[2]
        # A list's indents stand below those set beside it, and above all that comes from further away.
        for layer in (chain, own):
            if "list_id" in layer or ("list_level" in layer and layer is own):
                both = chain | layer
                properties.update(self._list_indents(both.get("list_id", ""), both.get("list_level", 0)))
            properties.update(layer)
        if properties.get("list_id") == "0":
            properties["list_id"] = ""
        return _paragraph_format(properties, style)

    def table(self, style: str, conditions: Iterable[str]) -> tuple[Properties, Properties]:
        """Return what a table style gives to runs and paragraphs in ``conditions`` (``firstRow`` …); the last wins."""
        runs: Properties = {}
        paragraphs: Properties = {}
        lineage = self.lineage(style)
        for element in lineage:
            self._add(element, runs, paragraphs)
        for condition in conditions:
            for element in lineage:
                for part in element.iterchildren(w("tblStylePr")):
                    if part.get(w("type")) == condition:
                        self._add(part, runs, paragraphs)
        return runs, paragraphs

    def _add(self, element: Element, runs: Properties, paragraphs: Properties) -> None:
        if (found := element.find(w("rPr"))) is not None:
            runs.update(self.read_run(found))
        if (found := element.find(w("pPr"))) is not None:
            paragraphs.update(read_paragraph(found))


def _run_format(found: Mapping[str, Any]) -> RunFormat:
    complex_script = found.get("complex", False)
    size = found.get("size_cs" if complex_script else "size", 10.0)
    return RunFormat(
        ascii=found.get("cs" if complex_script else "ascii", "") or "Times New Roman",
        hansi=found.get("cs" if complex_script else "hansi", "") or "Times New Roman",
        east_asia=found.get("east_asia", ""),
        cs=found.get("cs", ""),
        size=size if 0 < size <= _MOST_POINTS else 10.0,
        bold=bool(found.get("bold_cs" if complex_script else "bold")),
        italic=bool(found.get("italic_cs" if complex_script else "italic")),
        caps=bool(found.get("caps")),
        hidden=bool(found.get("hidden")),
        underline=found.get("underline", ""),
        color=found.get("color", ""),
        raised=found.get("raised", ""),
    )


def _paragraph_format(found: Mapping[str, Any], style: str) -> ParagraphFormat:
    rule = found.get("line_rule", "auto")
    line = found.get("line", 240)
    before = _AUTO_SPACING if found.get("before_auto") else found.get("before", 0) / TWIPS_PER_PT
    after = _AUTO_SPACING if found.get("after_auto") else found.get("after", 0) / TWIPS_PER_PT
    return ParagraphFormat(
        style=style,
        align=found.get("align", "left"),
        left=found.get("left", 0),
        right=found.get("right", 0),
        first=found.get("first", 0),
        before=before,
        after=after,
        line=line / 240 if rule == "auto" else line / TWIPS_PER_PT,
        line_rule=rule,
        contextual=bool(found.get("contextual")),
        keep_next=bool(found.get("keep_next")),
        page_break_before=bool(found.get("page_break_before")),
        outline=found.get("outline", 9),
        list_id=found.get("list_id", ""),
        list_level=found.get("list_level", 0),
        borders=found.get("borders", {}),
        tabs=found.get("tabs", ()),
    )


# -- How each element is read

_FONTS = w("rFonts")


def _toggle(name: str) -> Callable[[Element, Properties], None]:
    def read(element: Element, found: Properties) -> None:
        found[name] = is_on(element)

    return read


def _points(name: str) -> Callable[[Element, Properties], None]:
    def read(element: Element, found: Properties) -> None:
        found[name] = whole(element.get(_VAL)) / 2

    return read


def _value(name: str, *nothing: str) -> Callable[[Element, Properties], None]:
    def read(element: Element, found: Properties) -> None:
        value = element.get(_VAL, "")
        found[name] = "" if value in nothing else value

    return read


def _color(element: Element, found: Properties) -> None:
    found["color"] = color_of(element.get(_VAL))
    if element.get(w("themeColor")) in {"text1", "dark1"} and element.get(w("themeTint")) is None:
        found["color"] = ""


_RUN: dict[str, Callable[[Element, Properties], None]] = {
    w("rStyle"): _value("style"),
    w("b"): _toggle("bold"),
    w("bCs"): _toggle("bold_cs"),
    w("i"): _toggle("italic"),
    w("iCs"): _toggle("italic_cs"),
    w("caps"): _toggle("caps"),
    w("vanish"): _toggle("hidden"),
    w("sz"): _points("size"),
    w("szCs"): _points("size_cs"),
    w("u"): _value("underline", "none"),
    w("vertAlign"): _value("raised", "baseline"),
    w("cs"): _toggle("complex"),
    w("rtl"): _toggle("complex"),
    w("color"): _color,
}

_ALIGNMENTS = {"start": "left", "end": "right", "left": "left", "right": "right", "center": "center", "both": "both"}


def read_paragraph(element: Element) -> Properties:
    """Return the properties that a ``pPr`` sets."""
    found: Properties = {}
    for child in element:
        read = _PARAGRAPH.get(child.tag)
        if read is not None:
            read(child, found)
    return found


def _align(element: Element, found: Properties) -> None:
    found["align"] = _ALIGNMENTS.get(element.get(_VAL, ""), "both")  # distribute and the kashidas justify too


def _indents(element: Element, found: Properties) -> None:
    for name, attributes in (("left", ("left", "start")), ("right", ("right", "end"))):
        for attribute in attributes:
            if (value := element.get(w(attribute))) is not None:
                found[name] = whole(value)
    if (value := element.get(w("firstLine"))) is not None:
        found["first"] = whole(value)
    if (value := element.get(w("hanging"))) is not None:
        found["first"] = -whole(value)


def _spacing(element: Element, found: Properties) -> None:
    for name in ("before", "after", "line"):
        if (value := element.get(w(name))) is not None:
            found[name] = whole(value)
    if (rule := element.get(w("lineRule"))) is not None:
        found["line_rule"] = rule if rule in {"exact", "atLeast"} else "auto"
    elif element.get(w("line")) is not None:
        found["line_rule"] = "auto"
    for name, attribute in (("before_auto", "beforeAutospacing"), ("after_auto", "afterAutospacing")):
        if (value := element.get(w(attribute))) is not None:
            found[name] = value not in _OFF


def _list(element: Element, found: Properties) -> None:
    for name, tag in (("list_id", "numId"), ("list_level", "ilvl")):
        child = element.find(w(tag))
        if child is not None:
            found[name] = child.get(_VAL, "") if name == "list_id" else min(max(whole(child.get(_VAL)), 0), 8)


def _borders(element: Element, found: Properties) -> None:
    borders = {child.tag.rpartition("}")[2]: border_of(child) for child in element}
    found["borders"] = {side: border for side, border in borders.items() if border is not None}


def _tabs(element: Element, found: Properties) -> None:
    found["tabs"] = tuple(
        sorted(whole(tab.get(w("pos"))) for tab in element.iterchildren(w("tab")) if tab.get(_VAL) != "clear")
    )


def _outline(element: Element, found: Properties) -> None:
    found["outline"] = whole(element.get(_VAL), 9)


_PARAGRAPH: dict[str, Callable[[Element, Properties], None]] = {
    w("pStyle"): _value("style"),
    w("jc"): _align,
    w("ind"): _indents,
    w("spacing"): _spacing,
    w("contextualSpacing"): _toggle("contextual"),
    w("keepNext"): _toggle("keep_next"),
    w("pageBreakBefore"): _toggle("page_break_before"),
    w("outlineLvl"): _outline,
    w("numPr"): _list,
    w("pBdr"): _borders,
    w("tabs"): _tabs,
}

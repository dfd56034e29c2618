"""The numbers that Word prints before the paragraphs of a list: they stand in no run and are part of the text."""

from collections.abc import Callable
from typing import Any

from cchc_docs.text.numbering import roman
from cchc_docs.word.check.formats import ParagraphFormat
from cchc_docs.word.ooxml.xml import Element, w

_VAL = w("val")
_LEVELS = 9


def _roman(number: int) -> str:
    return roman(number) if 0 < number < 4000 else str(number)


def _letter(number: int) -> str:
    """a … z, then aa, bb as Word counts on."""
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 20) if number > 0 else ""


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerLetter": _letter,
    "none": lambda _: "",
    "bullet": lambda _: "•",
}


class Lists:
    """The lists of a document; ``number`` is asked paragraph after paragraph, as they stand."""

    def __init__(self, root: Element | None, read_paragraph: Callable[[Element], dict[str, Any]]) -> None:
        self._read = read_paragraph
        self._kinds: dict[str, dict[int, Element]] = {}
        self._lists: dict[str, tuple[str, dict[int, Element], dict[int, int]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        if root is None:
            return
        for kind in root.iterchildren(w("abstractNum")):
            self._kinds[kind.get(w("abstractNumId"), "")] = _levels(kind)
        for one in root.iterchildren(w("num")):
            kind_id = _child(one, "abstractNumId")
            own: dict[int, Element] = {}
            starts: dict[int, int] = {}
            for change in one.iterchildren(w("lvlOverride")):
                level = _whole(change.get(w("ilvl")))
                if (start := _child(change, "startOverride")) != "":
                    starts[level] = _whole(start)
                own |= _levels(change)
            self._lists[one.get(w("numId"), "")] = (kind_id, own, starts)

    def _level(self, list_id: str, level: int) -> Element | None:
        kind, own, _ = self._lists.get(list_id, ("", {}, {}))
        return own.get(level, self._kinds.get(kind, {}).get(level))

    def indents(self, list_id: str, level: int) -> dict[str, Any]:
        """The paragraph properties that a level of a list gives."""
        found = self._level(list_id, level)
        properties = None if found is None else found.find(w("pPr"))
        return {} if properties is None else self._read(properties)

    def number(self, paragraph: ParagraphFormat) -> str:
        """Return what is printed before the next paragraph of this format, ``""`` for one in no list."""
        found = self._level(paragraph.list_id, paragraph.list_level) if paragraph.list_id else None
        if found is None:
            return ""
        kind, _, starts = self._lists[paragraph.list_id]
        level = paragraph.list_level
        counts = self._counts.setdefault(kind, [None] * _LEVELS)
        start = starts.pop(level, None)
        if start is not None:
            counts[level] = start
        else:
            before = counts[level]
            counts[level] = self._start(paragraph.list_id, level) if before is None else before + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        return self._text(found, paragraph.list_id, counts)

    def _start(self, list_id: str, level: int) -> int:
        found = self._level(list_id, level)
        return 1 if found is None else _whole(_child(found, "start") or "1")

    def _text(self, found: Element, list_id: str, counts: list[int | None]) -> str:
        pattern = _child(found, "lvlText")
        if _child(found, "numFmt") == "bullet":
            return "•" if pattern else ""
        for level in range(_LEVELS):
            if f"%{level + 1}" in pattern:
                own = self._level(list_id, level)
                style = "decimal" if own is None else _child(own, "numFmt") or "decimal"
                count = counts[level]
                shown = _FORMATS.get(style, str)(self._start(list_id, level) if count is None else count)
                pattern = pattern.replace(f"%{level + 1}", shown)
        return pattern


def _levels(element: Element) -> dict[int, Element]:
    return {_whole(level.get(w("ilvl"))): level for level in element.iterchildren(w("lvl"))}


def _child(element: Element, name: str) -> str:
    found = element.find(w(name))
    return "" if found is None else found.get(_VAL, "")


def _whole(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 6 else 0

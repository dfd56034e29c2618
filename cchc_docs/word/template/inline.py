"""Turn a value into Word: escaped text, line breaks, and for text with markup its own runs, notes and cited figures.

A template tag stands inside a run: ``<w:r><w:rPr>…</w:rPr><w:t>before {{ value }} after</w:t></w:r>``. A plain value is
only escaped. A value with marks closes that run, prints runs of its own with the same properties plus bold or
italic, and opens the run again, so what the template's author formatted stays.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from cchc_docs.problems import Place, Problems, did_you_mean
from cchc_docs.text.markup import Citation, Footnote, Piece, Text, has_marks, parse
from cchc_docs.text.normal import MarkedText, printable
from cchc_docs.word.template.filters import RunXml, as_text, kind_of

_OPEN_TEXT = '<w:t xml:space="preserve">'
_BREAK = f"</w:t><w:br/>{_OPEN_TEXT}"
_TAB = f"</w:t><w:tab/>{_OPEN_TEXT}"


def escaped(text: str) -> str:
    """``text`` as XML character data, on one line: for places that hold no runs, as the document's title.

    >>> escaped("Sở A & B\\n<2023>\\x07")
    'Sở A &amp; B &lt;2023&gt;'
    """
    return " ".join(_escape(text).split("\n"))


def text_xml(text: str) -> str:
    """``text`` as the content of a ``w:t``, line breaks and tabs as the elements that Word knows.

    >>> text_xml("A & B\\nC")
    'A &amp; B</w:t><w:br/><w:t xml:space="preserve">C'
    """
    return _escape(text).replace("\n", _BREAK).replace("\t", _TAB)


def _escape(text: str) -> str:
    return printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@dataclass(frozen=True, slots=True)
class RunStyle:
    """The run around a tag, as strings that are ready to be put together.

    ``rpr`` holds its ``w:rPr`` as it is, with bold, with italic, with both (index ``bold + 2 * italic``); ``note_rpr``
    is the one of a footnote's number at this place. Each is ``""`` or a whole element.
    """

    rpr: tuple[str, str, str, str]
    note_rpr: str

    def open(self, *, bold: bool = False, italic: bool = False) -> str:
        """The start of a run, up to where its text begins."""
        return f"<w:r>{self.rpr[bold + 2 * italic]}{_OPEN_TEXT}"


CLOSE = "</w:t></w:r>"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place of a template where a value is printed: the tag as typed, where it stands, and the run around it.

    Without a ``style`` the value goes into bare character data (core properties).
    """

    tag: str
    place: Place
    style: RunStyle | None = None
    in_box: bool = False
    """In a text box; Word allows no footnote there."""


@dataclass(slots=True)
class Notes:
    """The footnotes of one document, as they come up while its body is printed."""

    first_id: int = 1
    note: Callable[[int, str], str] = lambda number, runs: f"{number}{runs}"
    """Builds one ``w:footnote`` from its id and its runs."""
    xml: list[str] = field(default_factory=list)

    def add(self, runs: str) -> int:
        """Keep a note; its id."""
        number = self.first_id + len(self.xml)
        self.xml.append(self.note(number, runs))
        return number


_NOTE_STYLE = RunStyle(("", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>", "<w:rPr><w:b/><w:i/></w:rPr>"), "")


@dataclass(slots=True)
class Printer:
    """Prints the values of one part of one document.

    ``figures`` is the context's ``so_lieu``: what ``[[code]]`` stands for. ``notes`` is None where Word allows no
    footnote (headers, footers, notes). What a person must mend goes to ``problems`` and the printing goes on, so that
    all of it is found in one run.
    """

    problems: Problems
    figures: Mapping[str, object] | None = None
    notes: Notes | None = None
    new_id: Callable[[], int] = lambda: 1
    reopened: set[str] = field(default_factory=set)
    """Run starts that may stand empty now, since a marked value began or ended where its run does."""

    def value(self, value: object, slot: Slot) -> str:
        """``value`` as XML for the place ``slot``."""
        if isinstance(value, MarkedText) and has_marks(value):
            return self._marked(value, slot)
        if isinstance(value, RunXml):
            return self._verbatim(value, slot)
        text = as_text(value)
        if text is None:
            self.problems.error(
                "khong_in_duoc",
                slot.place,
                f"Thẻ “{slot.tag}” in ra {kind_of(value)}, không phải chữ hay số.",
                "Dùng vòng lặp {% for … %}, bộ lọc |noi, hoặc viết rõ mục cần in (ví dụ .ten).",
            )
            return ""
        return text_xml(text) if slot.style else escaped(text)

    def _verbatim(self, run: RunXml, slot: Slot) -> str:
        if slot.style is None:
            return ""
        start = slot.style.open()
        self.reopened.add(start)
        return CLOSE + run.with_id(self.new_id()) + start

    def _marked(self, value: str, slot: Slot) -> str:
        pieces = list(parse(value).pieces)
        if slot.style is None:
            return escaped("".join(self._bare(piece, slot) for piece in pieces))
        before = _take_plain(pieces, 0)
        if not pieces:
            return before
        after = _take_plain(pieces, -1)
        start = slot.style.open()
        self.reopened.add(start)
        return before + CLOSE + self._runs(pieces, slot.style, slot) + start + after

    def _bare(self, piece: Piece, slot: Slot) -> str:
        match piece:
            case Text(text=text):
                return text
            case Citation(code=code):
                return self._figure(code, slot)
            case Footnote():
                return ""

    def _runs(self, pieces: Iterable[Piece], style: RunStyle, slot: Slot) -> str:
        runs = []
        for piece in pieces:
            if isinstance(piece, Footnote):
                runs.append(self._note(piece, style, slot))
            else:
                text = text_xml(self._bare(piece, slot))
                runs.append(style.open(bold=piece.bold, italic=piece.italic) + text + CLOSE)
        return "".join(runs)

    def _note(self, note: Footnote, style: RunStyle, slot: Slot) -> str:
        if self.notes is None or slot.in_box:
            text = "".join(self._bare(piece, slot) for piece in note.pieces)
            self.problems.error(
                "chu_thich_sai_cho",
                slot.place,
                f"Thẻ “{slot.tag}” in ra chú thích “{text}” ở nơi Word không cho đặt chú thích.",
                "Chỉ thân văn bản có chú thích cuối trang: bỏ ^[…] trong dữ liệu, hoặc in mục này trong thân văn bản.",
            )
            return ""
        number = self.notes.add(self._runs(note.pieces, _NOTE_STYLE, slot))
        return f'<w:r>{style.note_rpr}<w:footnoteReference w:id="{number}"/></w:r>'

    def _figure(self, code: str, slot: Slot) -> str:
        figures = self.figures or {}
        if code not in figures:
            self.problems.error(
                "thieu_so_lieu",
                slot.place,
                f"Thẻ “{slot.tag}” in ra đoạn có [[{code}]], nhưng không có số liệu mã “{code}”.",
                did_you_mean(code, figures) or "Xem lại mã trong dấu [[ ]], hoặc điền số liệu này.",
            )
            return ""
        return as_text(figures[code]) or ""


def _take_plain(pieces: list[Piece], at: int) -> str:
    """The text at one end, taken out, if it is plain: it goes into the run that is open there."""
    match pieces[at]:
        case Text(text=text, bold=False, italic=False):
            del pieces[at]
            return text_xml(text)
    return ""

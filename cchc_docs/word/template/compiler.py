"""One part of a template: from its elements to a function that prints it.

Every tag stands on a line of its own in the Jinja source, so that the line of an error is the tag.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from types import TracebackType
from typing import Any

import jinja2
from jinja2.exceptions import SecurityError

from cchc_docs.problems import Place, Problems
from cchc_docs.word.ooxml import xml
from cchc_docs.word.ooxml.xml import Element, parent_of, w
from cchc_docs.word.template import blocks, slips
from cchc_docs.word.template.blocks import say_corrected
from cchc_docs.word.template.columns import MAX_COLUMNS, TooManyColumns, with_right_grids
from cchc_docs.word.template.inline import CLOSE, Printer, Slot
from cchc_docs.word.template.language import BLOCK, COMMENT, LANGUAGE, VALUE, check_expression
from cchc_docs.word.template.marking import MARK, Marker, Spot, clean, report_unfilled
from cchc_docs.word.template.missing import MissingName, report_missing
from cchc_docs.word.template.names import check_names
from cchc_docs.word.template.repair import Repairs, repair
from cchc_docs.word.template.repeats import made_unique
from cchc_docs.word.template.shape import Known
from cchc_docs.word.template.structure import arrange
from cchc_docs.word.template.tags import Tag, TagKind, corrected_sign
from cchc_docs.word.template.wiring import STATE, PrintState, Wiring, made_names

MAX_OUTPUT = 256 * 1024 * 1024  # characters of one printed part
_CHUNK = 256  # pieces that are joined at a time; each may be as long as a text may be
_MARK = re.compile(MARK)
_NEW_LINE = f"{COMMENT[0]}\n{COMMENT[1]}"
_PRINTERS = {"colspan": "_print_count", "cellbg": "_print_colour"}


@dataclass(frozen=True, slots=True)
class TemplatePart:
    """A compiled part of a template. ``template`` is Jinja's; ``slots`` are its tags in the order of their lines."""

    member: str
    template: jinja2.Template
    slots: tuple[Slot, ...]
    made: frozenset[str]
    """The names that it gives itself in loops."""
    repairs: Repairs
    """The repairs that its tags can make necessary."""
    columns: Slot | None
    """The first tag that repeats or leaves out cells of a table."""

    def print(self, context: dict[str, object], printer: Printer) -> bytes:
        """The part's XML for this context, encoded piece by piece: as text it would take twice the memory.

        What a person must mend goes to ``printer.problems``; with an error among it, the text is worth nothing.
        """
        state = PrintState(self.slots, printer, self.made | context.keys())
        try:
            pieces = self.template.root_render_func(self.template.new_context({**context, STATE: state}))
            content = b"".join(piece.encode() for piece in chain([xml.HEAD], _bounded(pieces)))
        except (jinja2.TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as error:
            self._report(error, state)
            return b""
        for start in printer.reopened:
            content = content.replace((start + CLOSE).encode(), b"")
        if self.columns:
            content = self._with_right_grids(content, self.columns, printer.problems)
        return repair(content, self.repairs)

    def _with_right_grids(self, content: bytes, tag: Slot, problems: Problems) -> bytes:
        try:
            return with_right_grids(content)
        except TooManyColumns as error:
            problems.error(
                "qua_nhieu_cot",
                tag.place,
                f"Thẻ “{tag.tag}” làm ra bảng {error.args[0]} cột; Word chỉ mở được bảng đến {MAX_COLUMNS} cột.",
                "Lặp qua ít phần hơn, hoặc xoay bảng: mỗi phần một hàng ({%tr for … %}).",
            )
            return b""

    def _report(self, error: Exception, state: PrintState) -> None:
        line = self._line(error.__traceback__)
        slot = self.slots[min(max(line - 2, 0), len(self.slots) - 1)]
        if isinstance(error, MissingName):
            report_missing(error.value, state.names, slot, state.problems)
            return
        what, hint = _said(error)
        state.problems.error("khong_tinh_duoc", slot.place, f"Thẻ “{slot.tag}”: {what}", hint)

    def _line(self, trace: TracebackType | None) -> int:
        """The source line at which the template stood, from the innermost of its frames."""
        line = 2
        while trace:
            if trace.tb_frame.f_code.co_filename == self.template.filename:
                line = self.template.get_corresponding_lineno(trace.tb_lineno)
            trace = trace.tb_next
        return line


def _bounded(pieces: Iterator[str]) -> Iterator[str]:
    """The printed pieces, joined many at a time, up to the size that a part may have."""
    size = 0
    while chunk := list(islice(pieces, _CHUNK)):
        size += sum(map(len, chunk))
        if size > MAX_OUTPUT:
            raise ValueError(f"văn bản tạo ra dài quá {MAX_OUTPUT} ký tự.")
        yield "".join(chunk)


def _said(error: Exception) -> tuple[str, str]:
    """The sentence of an error and its hint. Ours are Vietnamese and end with a full stop; Python's are not shown."""
    match error:
        case SecurityError():
            return "biểu thức này không được phép trong mẫu.", "Chỉ dùng tên của dữ liệu và các bộ lọc."
        case ZeroDivisionError():
            return "phép chia cho số không.", "Bọc thẻ trong {% if … %} để chỉ tính khi số chia khác 0."
        case ValueError() if str(error).endswith("."):
            return str(error), ""
        case TypeError():
            return (
                "kiểu của giá trị không hợp với phép tính hay bộ lọc này.",
                "Kiểm tra giá trị là chữ, số hay danh sách.",
            )
    return "không tính được biểu thức này.", "Kiểm tra giá trị và cách viết của thẻ."


def compile_part(
    member: str, root: Element, where: Place, note_style: str, problems: Problems, known: Known | None = None
) -> TemplatePart | None:
    """``root`` compiled, or None where it holds no tag or cannot be printed.

    ``where`` names the file and the part. Every mistake that shows without data goes to ``problems``; with ``known``,
    names that no data will have are mistakes too.
    """
    found = Problems()  # its own list: the same mistake in two headers must stop both
    styled = root.tag.startswith(f"{{{xml.W}}}")
    if styled:
        clean(root)
    if known:
        slips.look(root, where, known, found)
    by_number = Marker(root, where, note_style, styled=styled, problems=found).mark()
    if styled:
        arrange(root, by_number, found)
    else:
        for spot in by_number:
            spot.inside = None if spot.mark is None else parent_of(spot.mark)
    pieces = _MARK.split(xml.serialise(root).removeprefix(xml.HEAD))
    if any("{{" in static or "{%" in static for static in pieces[::2]):
        report_unfilled(root, where, found)
    spots = [by_number[int(number)] for number in pieces[1::2]]
    blocks.check(spots, found)
    made, sources = _check_each(spots, found)
    if known:
        check_names(spots, sources, known, found)
    part = _assemble(member, pieces[::2], spots, where, made, found) if spots and not found.has_errors else None
    problems.extend(found)
    return part


def _check_each(spots: list[Spot], problems: Problems) -> tuple[frozenset[str], list[str]]:
    """Read each tag alone, so that every mistake is found and none hides another.

    Gives the names that tags make, and what each tag is when it stands alone, ``""`` where that cannot be read.
    """
    made: set[str] = set()
    sources: list[str] = []
    for spot in spots:
        source = _alone(spot.tag)
        sources.append(source)
        if not source:
            continue
        try:
            tree = LANGUAGE.parse(source)
            check_expression(tree, spot.tag.shown, spot.place, problems)
            made.update(made_names(tree))
        except (jinja2.TemplateSyntaxError, ValueError):  # ValueError: a number of thousands of digits
            sources[-1] = ""
            if sign := corrected_sign(spot.tag.code):
                say_corrected(spot, sign, problems)
                continue
            problems.error(
                "sai_cu_phap",
                spot.place,
                f"Thẻ “{spot.tag.shown}” viết sai cú pháp.",
                "Kiểm tra dấu ngoặc, dấu nháy, dấu | và khoảng trắng trong thẻ.",
            )
        except RecursionError:
            sources[-1] = ""
            problems.error(
                "sai_cu_phap", spot.place, f"Thẻ “{spot.tag.shown[:40]}…” lồng quá nhiều dấu ngoặc.", "Viết gọn lại."
            )
    return frozenset(made), sources


def _alone(tag: Tag) -> str:
    """Source that holds this tag and is whole by itself; ``""`` where there is nothing to check."""
    if tag.kind is TagKind.VALUE:
        return _value(tag.code)
    if tag.kind is TagKind.COMMENT:
        return ""
    here = _statement(tag.code)
    match tag.word:
        case "for" | "if" | "with":
            return here + _statement(f"end{tag.word}")
        case "elif" | "else":
            return _statement("if 1") + here + _statement("endif")
        case "set":
            # Without "=" it would open a block, which prints nothing here.
            return here if "=" in tag.code else _value("=")
        case "colspan" | "cellbg":
            return _value(tag.rest)
    return ""


def _source(spot: Spot) -> str:
    """Return what stands for a tag in the Jinja source."""
    if spot.source is not None:
        raw = spot.source.replace("{{ code }}", _value(spot.tag.rest))
        return raw.replace("{%", BLOCK[0]).replace("%}", BLOCK[1])
    match spot.tag.kind:
        case TagKind.VALUE:
            return _value(spot.tag.code)
        case TagKind.STATEMENT:
            return _statement(spot.tag.code)
    return ""


def _value(code: str) -> str:
    # With the spaces: a minus at the border would trim what stands around, and not count as a minus.
    return f"{VALUE[0]} {code} {VALUE[1]}"


def _statement(code: str) -> str:
    return f"{BLOCK[0]} {code} {BLOCK[1]}"


def _assemble(
    member: str, statics: list[str], spots: list[Spot], where: Place, made: frozenset[str], problems: Problems
) -> TemplatePart | None:
    """The part, compiled from its static XML and the tags between, which are known to be right."""
    # A line break in the XML is written as a reference, so that lines count tags.
    quiet = [static.replace("\n", "&#10;") for static in made_unique(statics, spots)]
    source = quiet[0] + "".join(
        _NEW_LINE + _source(spot) + static for spot, static in zip(spots, quiet[1:], strict=True)
    )
    printers = {
        number: _PRINTERS[spot.tag.word]
        for number, spot in enumerate(spots)
        if spot.tag.kind is TagKind.STATEMENT and spot.tag.word in _PRINTERS
    }
    slots = tuple(Slot(spot.tag.shown, spot.place, spot.style, in_box=spot.in_box) for spot in spots)
    filename = f"<{where.file}: {member}>"
    try:
        tree = Wiring(printers).visit(LANGUAGE.parse(source))
        code = LANGUAGE.compile(tree, member, filename)
    except (jinja2.TemplateSyntaxError, SyntaxError, RecursionError) as error:
        line = getattr(error, "lineno", None) or 2
        spot = spots[min(max(line - 2, 0), len(spots) - 1)]
        problems.error("sai_cu_phap", spot.place, f"Thẻ “{spot.tag.shown}” viết sai cú pháp.", "Kiểm tra lại thẻ này.")
        return None
    columns = next((slot for spot, slot in zip(spots, slots, strict=True) if spot.tag.prefix == "tc"), None)
    template: Any = jinja2.Template.from_code(LANGUAGE, code, LANGUAGE.globals)
    return TemplatePart(member, template, slots, made, _repairs(spots), columns)


def _repairs(spots: list[Spot]) -> Repairs:
    """Find what the tags can leave undone: which elements they repeat or leave out, and where those stand."""
    moved = [(spot.tag.prefix, spot.inside) for spot in spots if spot.tag.prefix and spot.inside is not None]
    in_body = [prefix == "p" and parent.tag == w("body") for prefix, parent in moved]
    in_own_table = [prefix == "tr" and next(parent.iterancestors(w("tc")), None) is None for prefix, parent in moved]
    return Repairs(
        rows=any(prefix in {"tr", "tc"} for prefix, _ in moved),
        cells=not all(body or table for body, table in zip(in_body, in_own_table, strict=True)),
        ends=bool(moved),
    )

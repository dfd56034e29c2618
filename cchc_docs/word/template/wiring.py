"""The filters of our own that stand around everything a template prints, loops over or tests, and how they get there.

They are put into the syntax tree, where no template's author can leave them out or reach them. Each knows by a number
which tag it serves.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, cast

from jinja2 import nodes
from jinja2.runtime import Context, Undefined
from jinja2.utils import pass_context
from jinja2.visitor import NodeTransformer

from cchc_docs.problems import Problems
from cchc_docs.text import markup
from cchc_docs.text.normal import MarkedText
from cchc_docs.word.template.columns import MAX_COLUMNS
from cchc_docs.word.template.filters import text_of
from cchc_docs.word.template.inline import Printer, Slot
from cchc_docs.word.template.missing import Missing, report_missing

MAX_ROUNDS = 2_000_000  # of all loops of a part together
MAX_WORK = 20_000_000  # values that all filters of a part look at together
MAX_TEXT = 1_000_000  # characters that an expression may put together
STATE = "_cchc"
"""The name of the ``PrintState`` in a render's context; no template can write a name that begins with an underscore."""


@dataclass(slots=True)
class PrintState:
    """The state of printing one part of one document; templates cannot reach it."""

    slots: tuple[Slot, ...]
    printer: Printer
    names: frozenset[str]
    """Names that a template may use at its top level: the context's and those of its own loops."""
    rounds: int = 0
    work: int = 0
    printed: set[str] = field(default_factory=set)
    """The things that may be printed once only, and have been."""

    @property
    def problems(self) -> Problems:
        """The problems that a person must mend, in this document."""
        return self.printer.problems

    def count(self, work: int) -> None:
        """Count the work of a filter.

        Raises:
            ValueError: it is more than any document needs.
        """
        self.work += work
        if self.work > MAX_WORK:
            raise ValueError(f"các bộ lọc phải xem quá {MAX_WORK} giá trị.")

    def report(self, value: Undefined, slot: Slot) -> None:
        """Say that a name is missing. An ``… if …`` without ``else`` is not: it prints nothing.

        Raises:
            SecurityError: the name is kept from templates.
        """
        if isinstance(value, Missing) and not value.is_forbidden:
            report_missing(value, self.names, slot, self.problems)
        else:
            str(value)


@pass_context
def _print(context: Context, value: object, number: int) -> str:
    """A printed value. Plain text, by far the most, is looked at once and passes."""
    if type(value) is str and value.isprintable() and "&" not in value and "<" not in value and ">" not in value:
        return value  # isprintable: no control, no line break, no surrogate; faster than any pattern
    state: PrintState = context.parent[STATE]
    slot = state.slots[number]
    if isinstance(value, Undefined):
        state.report(value, slot)
        return ""
    return state.printer.value(value, slot)


@pass_context
def _print_count(context: Context, value: object, number: int) -> int:
    """A printed ``colspan``."""
    state: PrintState = context.parent[STATE]
    slot = state.slots[number]
    if isinstance(value, str) and value.isdecimal() and len(value) <= 2:
        value = int(value)
    if isinstance(value, Undefined):
        state.report(value, slot)
    elif isinstance(value, int) and 1 <= value <= MAX_COLUMNS:
        return value
    else:
        state.problems.error(
            "colspan_sai",
            slot.place,
            f"Thẻ “{slot.tag}” cần số cột từ 1 đến {MAX_COLUMNS}.",
            "Viết một số, hoặc tên của một mục là số.",
        )
    return 1


@pass_context
def _print_colour(context: Context, value: object, number: int) -> str:
    """A printed ``cellbg``."""
    state: PrintState = context.parent[STATE]
    slot = state.slots[number]
    if isinstance(value, Undefined):
        state.report(value, slot)
        return "auto"
    colour = str(value or "auto").lstrip("#")
    if colour != "auto" and not (len(colour) == 6 and all(sign in "0123456789abcdefABCDEF" for sign in colour)):
        state.problems.error(
            "mau_nen_sai",
            slot.place,
            f"Thẻ “{slot.tag}” cần mã màu sáu chữ số, ví dụ 'D9E2F3'.",
            "Chép mã màu (Hex) từ hộp chọn màu của Word.",
        )
        return "auto"
    return colour


@pass_context
def _loop_over(context: Context, value: object, number: int) -> Iterable[object]:
    """Return what a loop goes through: nothing for None, never the letters of a text, not for ever."""
    state: PrintState = context.parent[STATE]
    slot = state.slots[number]
    if isinstance(value, Undefined):
        state.report(value, slot)
        return ()
    if value is None:
        return ()
    if isinstance(value, str) or not isinstance(value, Iterable):
        state.problems.error(
            "khong_phai_danh_sach",
            slot.place,
            f"Thẻ “{slot.tag}” lặp qua một giá trị không phải là danh sách.",
            "Dùng {{ … }} để in giá trị này, hoặc bộ lọc |doan để tách thành các đoạn.",
        )
        return ()
    rows = value if isinstance(value, Sized) else list(islice(value, MAX_ROUNDS + 1))
    state.rounds += len(rows)
    if state.rounds > MAX_ROUNDS:
        raise ValueError(f"các vòng lặp chạy quá {MAX_ROUNDS} lượt.")
    return rows


@pass_context
def _test(context: Context, value: object, number: int) -> object:
    """The condition of an ``if``; a missing name is reported and counts as false, so that printing goes on."""
    if isinstance(value, Undefined):
        state: PrintState = context.parent[STATE]
        state.report(value, state.slots[number])
        return False
    return value


@pass_context
def _first_time(context: Context, what: str) -> bool:
    """Return True if ``what`` was not asked for before in this part."""
    state: PrintState = context.parent[STATE]
    is_new = what not in state.printed
    state.printed.add(what)
    return is_new


@pass_context
def _new_id(context: Context, _: object) -> str:
    """A number that no drawing of the document has."""
    state: PrintState = context.parent[STATE]
    return str(state.printer.new_id())


def joined(parts: list[object]) -> str:
    """``a ~ b``: texts put together; markup in any of them stays markup, and only there."""
    for part in parts:
        if isinstance(part, Undefined):
            str(part)  # raises
    if any(isinstance(part, MarkedText) for part in parts):
        whole: str = MarkedText("".join(_marked(part) for part in parts))
    else:
        whole = "".join(map(text_of, parts))
    if len(whole) > MAX_TEXT:
        raise ValueError(f"ghép thành đoạn chữ dài quá {MAX_TEXT} ký tự.")
    return whole


OWN_FILTERS: dict[str, Callable[..., Any]] = {
    "_first_time": _first_time,
    "_join_texts": joined,
    "_loop_over": _loop_over,
    "_new_id": _new_id,
    "_print": _print,
    "_print_colour": _print_colour,
    "_print_count": _print_count,
    "_test": _test,
}


def _marked(part: object) -> str:
    return part if isinstance(part, MarkedText) else markup.escape(text_of(part))


class Wiring(NodeTransformer):
    """Puts our filters around what is printed, looped over and tested.

    ``printers`` says which tags, by number, print by another filter than ``_print``. The line of a node is the number
    of its tag plus two.
    """

    def __init__(self, printers: Mapping[int, str]) -> None:
        self.printers = printers

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802 – named after the node
        """Print through our filter."""
        self.generic_visit(node)
        node.nodes = [
            child
            if isinstance(child, nodes.TemplateData) or (isinstance(child, nodes.Filter) and child.name == "_new_id")
            else _filtered(self.printers.get(child.lineno - 2, "_print"), child)
            for child in node.nodes
        ]
        return node

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802
        """Loop over what may be looped over."""
        self.generic_visit(node)
        node.iter = _filtered("_loop_over", node.iter, node.lineno)
        return node

    def visit_If(self, node: nodes.If) -> nodes.If:  # noqa: N802
        """Let a missing name in a condition be reported with the others."""
        self.generic_visit(node)
        node.test = _filtered("_test", node.test, node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802
        """Join texts by our rules."""
        self.generic_visit(node)
        parts = nodes.List(node.nodes, lineno=node.lineno)
        return nodes.Filter(parts, "_join_texts", [], [], None, None, lineno=node.lineno)


def _filtered(name: str, node: nodes.Node, line: int = 0) -> nodes.Filter:
    line = line or node.lineno
    return nodes.Filter(cast(nodes.Expr, node), name, [nodes.Const(line - 2, lineno=line)], [], None, None, lineno=line)


def made_names(tree: nodes.Template) -> Iterator[str]:
    """The names that a template gives itself: loop variables, ``set``, ``with``."""
    return (node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param"))

"""The expression language of templates: Jinja2, cut down to what a document needs, and sandboxed.

A template may come by e-mail. What it may call, and which filters it may use, is a short list, checked when it is
compiled; names that begin with an underscore do not exist; texts, numbers and loops have a limit.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, wraps
from inspect import Parameter, Signature, signature
from typing import Any

from jinja2 import nodes
from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.filters import make_attrgetter
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing, pass_context

from cchc_docs.problems import Place, Problems, closest, did_you_mean
from cchc_docs.text.normal import MarkedText
from cchc_docs.text.numbering import DanhSo
from cchc_docs.word.template.columns import MAX_COLUMNS
from cchc_docs.word.template.filters import FILTERS, noi, text_of
from cchc_docs.word.template.missing import Missing
from cchc_docs.word.template.wiring import MAX_TEXT, OWN_FILTERS, STATE, joined

MAX_NUMBER = 10_000  # the largest count that a filter takes

# Signs that cannot stand in a Word file: nothing that a template's author types can be taken for a tag's border.
BLOCK, VALUE, COMMENT = ("\x01", "\x02"), ("\x03", "\x04"), ("\x05", "\x06")

_JINJA_FILTERS = (
    "abs", "batch", "capitalize", "count", "d", "default", "dictsort", "first", "float", "groupby", "int", "items",
    "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "replace", "reverse", "round",
    "select", "selectattr", "sort", "string", "title", "trim", "truncate", "unique", "upper", "wordcount",
)  # fmt: skip
_KEEP_MARKS = frozenset(["capitalize", "lower", "replace", "string", "title", "trim", "truncate", "upper"])
_OF_TEXT = _KEEP_MARKS | {"wordcount"}
"""Filters that make a text of what they are given, which must be the one that would be printed."""
_JOINING = frozenset(["join", "noi"])
_LIGHT = frozenset(["count", "d", "default", "first", "items", "last", "length"])
"""Filters whose work does not grow with their value."""
ATTRIBUTE_AT = {
    "groupby": 0, "join": 1, "max": 1, "min": 1, "rejectattr": 0, "selectattr": 0, "sort": 2, "sum": 0, "unique": 1,
}  # fmt: skip
"""The position of the argument by which a filter names what it asks its items for."""
_PASSED: dict[str, Callable[[Context], Any]] = {
    "context": lambda context: context,
    "environment": lambda context: context.environment,
    "eval_context": lambda context: context.eval_ctx,
}
_JINJA_TESTS = (
    "boolean", "defined", "divisibleby", "eq", "equalto", "even", "false", "float", "ge", "greaterthan", "gt", "in",
    "integer", "iterable", "le", "lessthan", "lower", "lt", "mapping", "ne", "none", "number", "odd", "sameas",
    "sequence", "string", "true", "undefined", "upper", "==", "!=", "<", "<=", ">", ">=",
)  # fmt: skip
_READING = (
    "capitalize", "count", "cycle", "changed", "endswith", "find", "get", "index", "items", "keys", "lower", "lstrip",
    "rstrip", "split", "splitlines", "startswith", "strip", "title", "upper", "values",
)  # fmt: skip
METHODS = frozenset([*_READING, *(name for name in vars(DanhSo) if not name.startswith("_"))])
"""The methods that may follow a dot: reading methods of texts, lists and mappings, of ``loop`` and of ``danh_so``."""
FUNCTIONS = frozenset(["range", "namespace"])
# Values that no attribute check needs to look into.
_PLAIN = frozenset([str, MarkedText, int, bool, float, Decimal, date, type(None), list, tuple, dict])


class Language(ImmutableSandboxedEnvironment):
    """Jinja with our rules. One instance serves all templates; it holds no state."""

    intercepted_binops = frozenset(["+", "*", "**", "%"])

    def __init__(self) -> None:
        super().__init__(
            block_start_string=BLOCK[0],
            block_end_string=BLOCK[1],
            variable_start_string=VALUE[0],
            variable_end_string=VALUE[1],
            comment_start_string=COMMENT[0],
            comment_end_string=COMMENT[1],
            keep_trailing_newline=True,
            undefined=Missing,
            # Values are escaped where they are printed, by _print, which knows the run around them. Jinja's own way
            # would make Markup of half-built texts, and lose what MarkedText means.
            autoescape=False,
            cache_size=0,
        )
        self.globals = {name: self.globals[name] for name in FUNCTIONS}
        self.filters = {name: _guarded(name, JINJA_FILTERS[name]) for name in _JINJA_FILTERS}
        self.filters |= {name: _guarded(name, function) for name, function in FILTERS.items()}
        self.filters |= {
            "join": _guarded("join", _join),
            "sum": _guarded("sum", _sum),
            "e": _unchanged,
            "escape": _unchanged,
        }
        self.tests = {name: self.tests[name] for name in _JINJA_TESTS}
        self.offered_filters = frozenset(self.filters)
        self.filters |= OWN_FILTERS

    def getattr(self, obj: Any, attribute: str) -> Any:
        """``obj.attribute``: the entry of a mapping before its methods, nothing that begins with an underscore."""
        if type(obj) is dict and attribute in obj:  # by far the most
            return obj[attribute]
        if attribute[:1] == "_":
            return self.unsafe_undefined(obj, attribute)
        if isinstance(obj, Mapping):
            found = _entry(obj, attribute)
            if found is not missing:
                return found
            if attribute not in METHODS:
                return self.undefined(obj=obj, name=attribute)
        try:
            value = getattr(obj, attribute)
        except AttributeError:
            return self.undefined(obj=obj, name=attribute)
        if type(value) in _PLAIN or self.is_safe_attribute(obj, attribute, value):
            return value
        return self.unsafe_undefined(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """``obj[argument]``: an entry, or for a name what the dot would give."""
        if isinstance(obj, Mapping) and isinstance(argument, str):
            found = _entry(obj, argument)
            return self.undefined(obj=obj, name=argument) if found is missing else found
        try:
            return obj[argument]
        except (AttributeError, TypeError, LookupError):
            if isinstance(argument, str):
                return self.getattr(obj, argument)
            return self.undefined(obj=obj, name=argument)

    def is_safe_callable(self, obj: Any) -> bool:
        """Return True if ``obj`` is on the list, whatever name a template asks for it by: ``{'get': x.xoa}.get()``."""
        offered = any(obj is function for function in self.globals.values()) or getattr(obj, "__name__", "") in METHODS
        return offered and super().is_safe_callable(obj)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic within bounds: no text of gigabytes, no number of a million digits."""
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return joined([left, right])
        if operator == "%" and isinstance(left, str):
            raise ValueError("mẫu không dùng được phép % với chữ; dùng bộ lọc |so, |ngay.")
        many = [len(side) for side in (left, right) if isinstance(side, str | list | tuple)]
        if operator == "*" and many:
            raise ValueError("mẫu không nhân được chữ hay danh sách với một số.")
        if sum(many) > MAX_TEXT:
            raise ValueError(f"nối thành danh sách dài quá {MAX_TEXT} phần.")
        if operator == "**" and not (abs(right) <= 64 and abs(left) <= 1_000_000):
            raise ValueError("phép luỹ thừa cho ra số quá lớn.")
        result = super().call_binop(context, operator, left, right)
        if isinstance(result, int) and result.bit_length() > 4096:
            raise ValueError("phép tính cho ra số quá lớn.")
        return result


def _entry(mapping: Mapping[Any, Any], name: str) -> Any:
    """An entry by its name, however its accents are composed."""
    found = mapping.get(name, missing)
    if found is missing and not name.isascii():
        same = (key for key in mapping if isinstance(key, str) and unicodedata.normalize("NFC", key) == name)
        found = next((mapping[key] for key in same), missing)
    return found


def _join(value: Iterable[object], d: str = "", attribute: str | None = None) -> str:
    """Jinja's ``join``, for texts with markup too."""
    parts = list(value) if attribute is None else [LANGUAGE.getattr(item, attribute) for item in value]
    if any(isinstance(part, MarkedText) for part in parts):
        return noi(parts, d)
    return d.join(map(text_of, parts))


@pass_context
def _sum(context: Context, value: Iterable[Any], attribute: str | int | None = None, start: Any = 0) -> Any:
    """Jinja's ``sum``; lists are joined without copying them again and again."""
    items = list(value) if attribute is None else list(map(make_attrgetter(LANGUAGE, attribute), value))
    if not isinstance(start, list | tuple):
        return sum(items, start)
    whole = list(start)
    for item in items:
        context.parent[STATE].count(len(item))
        whole.extend(item)
    return whole


def _unchanged(value: object) -> object:
    """``|e``: escaping is done for every value anyway, once."""
    return value


def _guarded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """``function`` for templates: it passes missing names on, refuses huge counts, and keeps markup."""
    passed = getattr(function, "jinja_pass_arg", None)
    takes_missing = name in ("d", "default")
    keeps_marks = name in _KEEP_MARKS
    is_of_text = name in _OF_TEXT
    looks_at_no_item = name in _LIGHT
    most = MAX_COLUMNS if name == "batch" else MAX_NUMBER

    @wraps(function)
    def guarded(context: Context, value: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(value, Undefined) and not takes_missing:
            return value
        for argument in (*args, *kwargs.values()):
            if isinstance(argument, int) and abs(argument) > most:
                raise ValueError(f"bộ lọc “{name}” nhận số quá lớn: {argument}.")
        if is_of_text and not isinstance(value, str):
            value = text_of(value)
        if name == "replace" and len(str(value)) * len(str(args[1:])) > 10 * MAX_TEXT:
            raise ValueError("bộ lọc “replace” cho ra đoạn chữ quá dài.")
        if name in _JOINING and not isinstance(value, str) and isinstance(value, Iterable):
            value = list(value)
            _refuse_long(name, value, *args, *kwargs.values())
        state = context.parent[STATE]
        state.count(0 if looks_at_no_item else _weight(value))
        before = () if passed is None else (_PASSED[passed.name](context),)
        try:
            result = function(*before, value, *args, **kwargs)
        except AssertionError:  # how some of Jinja's filters refuse a count
            raise ValueError from None
        state.count(_weight(result))
        return MarkedText(result) if keeps_marks and isinstance(value, MarkedText) else result

    return pass_context(guarded)


def _weight(value: object) -> int:
    """Estimate the work and the memory that a filter needs for ``value``, in rough units."""
    if isinstance(value, str):
        return 1 + len(value) // 16
    return 1 + len(value) if isinstance(value, list | tuple | dict | range) else 1


def _refuse_long(name: str, parts: list[Any], *between: object) -> None:
    """Stop before texts are put together that would be too long."""
    texts = sum(len(part) for part in parts if isinstance(part, str))
    if texts + len(parts) * max((len(text) for text in between if isinstance(text, str)), default=0) > MAX_TEXT:
        raise ValueError(f"bộ lọc “{name}” ghép thành đoạn chữ dài quá {MAX_TEXT} ký tự.")


def check_expression(tree: nodes.Template, shown: str, place: Place, problems: Problems) -> None:
    """Report what in one tag is not on the lists: filters, tests, calls, and names that begin with an underscore."""
    kinds = (nodes.Filter, nodes.Test, nodes.Call, nodes.Getattr, nodes.Getitem, nodes.Name, nodes.NSRef)
    for node in tree.find_all(kinds):
        match node:
            case nodes.Filter(name=name) if name not in LANGUAGE.offered_filters:
                hint = did_you_mean(name, sorted(LANGUAGE.offered_filters))
                hint = hint or "Xem danh sách bộ lọc bằng lệnh cchc xem."
                problems.error("bo_loc_la", place, f"Thẻ “{shown}” dùng bộ lọc “{name}” mà mẫu không có.", hint)
            case nodes.Filter(name=name) if not _fits(node):
                what = f"Thẻ “{shown}” dùng bộ lọc “{name}” với những giá trị trong ngoặc không đúng."
                problems.error("bo_loc_sai_cach", place, what, usage(name))
            case nodes.Test(name=name) if name not in LANGUAGE.tests:
                hint = did_you_mean(name, _JINJA_TESTS)
                problems.error("phep_thu_la", place, f"Thẻ “{shown}” dùng phép thử “is {name}” mà mẫu không có.", hint)
            case nodes.Call() if not _may_call(node.node):
                called = getattr(node.node, "attr", getattr(node.node, "name", "…"))
                what = f"Thẻ “{shown}” gọi “{called}()”, điều mà mẫu không được làm."
                near = closest(called, sorted(METHODS | FUNCTIONS))
                hint = f"Có phải “{near}()” không?" if near else "Dùng bộ lọc, ví dụ {{ ten|in_hoa }}."
                problems.error("khong_duoc_goi", place, what, hint)
        for name in _names(node):
            if name.startswith("_"):
                what = f"Thẻ “{shown}” dùng tên “{name}”; tên bắt đầu bằng dấu gạch dưới không dùng được trong mẫu."
                problems.error("ten_khong_duoc_dung", place, what, "Bỏ tên này khỏi thẻ.")


@cache
def _taken(name: str) -> tuple[Parameter, ...]:
    """Return the parameters of a filter beside its value."""
    parameters = list(signature(LANGUAGE.filters[name]).parameters.values())
    if parameters[0].name in ("context", "env", "environment", "eval_ctx"):  # what Jinja passes to its own filters
        del parameters[0]
    return tuple(parameters[1:])


def _fits(node: nodes.Filter) -> bool:
    """Return True if a filter can take what stands in its brackets, by number and name."""
    if node.dyn_args or node.dyn_kwargs or not (node.args or node.kwargs or _taken(node.name)):
        return True
    return _can_take(node.name, len(node.args), tuple(str(pair.key) for pair in node.kwargs))


@cache
def _can_take(name: str, count: int, named: tuple[str, ...]) -> bool:
    try:
        Signature(_taken(name)).bind(*[None] * count, **dict.fromkeys(named))
    except TypeError:
        return False
    return True


def usage(name: str) -> str:
    """Return how a filter is written, with what it takes: a sentence, for a template's author.

    >>> usage("noi"), usage("in_hoa")
    ('Cách viết: |noi(dau, cuoi); dau, cuoi có thể bỏ.', 'Cách viết: |in_hoa.')
    """
    taken = [one for one in _taken(name) if one.kind not in (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD)]
    brackets = ", ".join(f"{one.name}=…" if one.kind is Parameter.KEYWORD_ONLY else one.name for one in taken)
    free = ", ".join(one.name for one in taken if one.default is not Parameter.empty)
    shown = f"|{name}({brackets})" if taken else f"|{name}"
    return f"Cách viết: {shown}; {free} có thể bỏ." if free else f"Cách viết: {shown}."


def _names(node: nodes.Node) -> Iterator[str]:
    """The names that a node asks for: those after dots, in brackets, and those that filters take as texts."""
    match node:
        case nodes.Getattr(attr=name) | nodes.NSRef(attr=name) | nodes.Name(name=name):
            yield name
        case nodes.Getitem(arg=nodes.Const(value=str(name))):
            yield name
        case nodes.Filter(name=filtering, args=args, kwargs=kwargs):
            at = ATTRIBUTE_AT.get(filtering, len(args))
            asked = [*args[at : at + 1], *(pair.value for pair in kwargs if pair.key == "attribute")]
            for given in asked:
                if isinstance(given, nodes.Const) and isinstance(given.value, str):
                    yield from given.value.split(".")


def _may_call(called: nodes.Node) -> bool:
    match called:
        case nodes.Getattr(attr=name):
            return name in METHODS
        case nodes.Name(name=name):
            return name in FUNCTIONS
    return False


LANGUAGE = Language()

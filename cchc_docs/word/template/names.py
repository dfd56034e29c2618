"""Names that a template asks for, held against what its context will have, tag by tag and without data.

Each tag is read alone, with the names that the loops around it give, so that a mistake elsewhere hides nothing. What
a filter makes of a value is known for the few that hand on its parts; of all else nothing is known, and nothing said.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from jinja2 import nodes

from cchc_docs.problems import Problems
from cchc_docs.word.template.language import ATTRIBUTE_AT, FUNCTIONS, LANGUAGE, METHODS
from cchc_docs.word.template.marking import Spot
from cchc_docs.word.template.missing import say_missing
from cchc_docs.word.template.shape import ANYTHING, VALUE, Known, Shape
from cchc_docs.word.template.tags import TagKind

_SAME_ITEMS = frozenset(["list", "sort", "reverse", "unique", "select", "reject", "selectattr", "rejectattr"])
_ONE_ITEM = frozenset(["first", "last", "min", "max"])
_SPLITS = frozenset(["doan"])
_MAY_BE_MISSING = frozenset(["default", "d", "defined", "undefined"])
_COUNTS = ("index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0")
_LOOP = Shape(
    {
        **dict.fromkeys(_COUNTS, VALUE),
        "previtem": ANYTHING,
        "nextitem": ANYTHING,
        "cycle": ANYTHING,
        "changed": ANYTHING,
    }
)
_EVERYWHERE = dict.fromkeys(["danh_so", *FUNCTIONS], ANYTHING)


@dataclass(frozen=True, slots=True)
class _Found:
    """The shape that an expression gives, and the dotted names that lead there (``""``: none do)."""

    shape: Shape
    path: str = ""


@dataclass(slots=True)
class _Scope:
    """The names that one block gives to what stands in it."""

    opened_by: str
    names: dict[str, _Found] = field(default_factory=dict)


_UNKNOWN = _Found(ANYTHING)


def check_names(spots: Iterable[Spot], sources: Sequence[str], known: Known, problems: Problems) -> None:
    """Report each name in ``spots`` (in document order) that ``known`` does not have; note those that are used.

    ``sources`` is what each tag is when it stands alone, ``""`` for one that cannot be read.
    """
    checker = _Checker(known, problems)
    for spot, source in zip(spots, sources, strict=True):
        if spot.tag.kind is TagKind.STATEMENT and spot.tag.word in ("endfor", "endwith"):
            checker.leave(spot.tag.word.removeprefix("end"))
        elif source:
            with suppress(RecursionError):  # of a thousand names in a row, the first ones are enough
                checker.read(spot, LANGUAGE.parse(source))


class _Checker:
    """Goes through the tags of a part, knowing at each the names that the blocks around it give."""

    def __init__(self, known: Known, problems: Problems) -> None:
        self._known = known
        self._problems = problems
        top = {name: _Found(shape, name) for name, shape in known.names.items()}
        self._scopes = [_Scope("", {name: _Found(shape, name) for name, shape in _EVERYWHERE.items()} | top)]
        self._spot: Spot | None = None

    def leave(self, word: str) -> None:
        """The nearest block of this kind ends; one that nothing opened is reported elsewhere."""
        at = next((n for n in reversed(range(len(self._scopes))) if self._scopes[n].opened_by == word), None)
        if at is not None:
            del self._scopes[at:]

    def read(self, spot: Spot, tree: nodes.Template) -> None:
        """One tag."""
        self._spot = spot
        for node in tree.body:
            self._statement(node)

    def _statement(self, node: nodes.Node) -> None:
        match node:
            case nodes.For():
                item = self._item(self._value(node.iter))
                self._scopes.append(_Scope("for", {"loop": _Found(_LOOP, "loop")}))
                self._bind(node.target, item)
                if node.test:
                    self._value(node.test)
            case nodes.With():
                values = [self._value(value) for value in node.values]
                self._scopes.append(_Scope("with"))
                for target, value in zip(node.targets, values, strict=True):
                    self._bind(target, value)
            case nodes.If():
                for test in (node.test, *(one.test for one in node.elif_)):
                    self._value(test)
            case nodes.Assign():
                self._bind(node.target, self._value(node.node))
            case nodes.Output():
                for child in node.nodes:
                    self._value(child)

    def _bind(self, target: nodes.Node, value: _Found) -> None:
        if isinstance(target, nodes.Name):
            self._scopes[-1].names[target.name] = value
        else:
            for name in target.find_all(nodes.Name):
                self._scopes[-1].names[name.name] = _UNKNOWN

    def _value(self, node: nodes.Node) -> _Found:
        match node:
            case nodes.Name():
                return self._name(node)
            case nodes.Getattr(node=owner, attr=name) | nodes.Getitem(node=owner, arg=nodes.Const(value=str(name))):
                return self._part(self._value(owner), name)
            case nodes.Getitem(node=owner, arg=nodes.Slice()):
                return self._value(owner)
            case nodes.Getitem(node=owner, arg=place):
                self._value(place)
                return self._item(self._value(owner))
            case nodes.Filter():
                return self._filtered(node)
            case nodes.Test(node=tested, name=name) if name in _MAY_BE_MISSING:
                self._perhaps(tested)
                return _Found(VALUE)
            case nodes.CondExpr(test=test, expr1=one, expr2=other):
                self._value(test)
                return _either(self._value(one), self._value(other) if other else _Found(VALUE))
            case nodes.Or(left=one, right=other) | nodes.And(left=one, right=other):
                return _either(self._value(one), self._value(other))
            case nodes.Call():
                self._children(node)
                return _UNKNOWN
            case _:
                self._children(node)
                return _Found(VALUE) if isinstance(node, nodes.Concat | nodes.Compare | nodes.Not) else _UNKNOWN

    def _children(self, node: nodes.Node) -> None:
        for child in node.iter_child_nodes():
            self._value(child)

    def _perhaps(self, node: nodes.Node) -> _Found:
        """A value that the template itself allows to be missing; what it is asked of must be there."""
        if isinstance(node, nodes.Name):
            return self._lookup(node.name) or _UNKNOWN
        if isinstance(node, nodes.Getattr):
            owner = self._perhaps(node.node)
            known = owner.shape.is_open or node.attr in (owner.shape.parts or {})
            return self._part(owner, node.attr) if known else _UNKNOWN
        return self._value(node)

    def _lookup(self, name: str) -> _Found | None:
        return next((scope.names[name] for scope in reversed(self._scopes) if name in scope.names), None)

    def _name(self, node: nodes.Name) -> _Found:
        found = self._lookup(node.name)
        if found is None:
            names = {name for scope in self._scopes for name in scope.names} - FUNCTIONS
            self._missing(node.name, sorted(names), top=True)
            return _UNKNOWN
        return self._note(found)

    def _part(self, owner: _Found, name: str) -> _Found:
        if owner.shape.is_open or owner.shape.parts is None or name in METHODS:
            return _UNKNOWN
        if (part := owner.shape.parts.get(name)) is not None:
            return self._note(_Found(part, owner.path and f"{owner.path}.{name}"))
        self._missing(name, sorted(owner.shape.parts), top=False)
        return _UNKNOWN

    def _note(self, found: _Found) -> _Found:
        if found.path and self._spot:
            self._known.used.setdefault(found.path, set()).add(self._spot.tag.shown)
        return found

    def _item(self, many: _Found) -> _Found:
        if many.shape.item is None:
            return _UNKNOWN
        return _Found(many.shape.item, many.path and f"{many.path}[]")

    def _filtered(self, node: nodes.Filter) -> _Found:
        if node.node is None:
            return _UNKNOWN
        value = self._perhaps(node.node) if node.name in _MAY_BE_MISSING else self._value(node.node)
        for argument in (*node.args, *(pair.value for pair in node.kwargs)):
            self._value(argument)
        asked = self._asked(node, self._item(value))
        if node.name in _SAME_ITEMS:
            return value
        if node.name in _ONE_ITEM:
            return self._item(value)
        if node.name in _SPLITS:
            return _Found(Shape(item=VALUE))
        if node.name == "map" and asked is not None:
            return _Found(Shape(item=asked.shape), "")
        return value if node.name in _MAY_BE_MISSING else _UNKNOWN

    def _asked(self, node: nodes.Filter, item: _Found) -> _Found | None:
        """Return what a filter that takes a name, like ``selectattr("ten")``, asks the items for."""
        at = ATTRIBUTE_AT.get(node.name, len(node.args))
        given = [*node.args[at : at + 1], *(pair.value for pair in node.kwargs if pair.key == "attribute")]
        for one in given:
            if isinstance(one, nodes.Const) and isinstance(one.value, str):
                for name in one.value.split("."):
                    item = self._part(item, name)
                return item
        return None

    def _missing(self, name: str, known: Sequence[str], *, top: bool) -> None:
        assert self._spot is not None
        if not name.startswith("_"):  # kept from templates altogether, and told so
            say_missing(name, known, self._spot.tag.shown, self._spot.place, self._problems, top=top)


def _either(one: _Found, other: _Found) -> _Found:
    """One of two values: what is known of the one that has parts, if the other has none."""
    if one.shape == VALUE or one.shape is other.shape:
        return other
    return one if other.shape == VALUE else _UNKNOWN

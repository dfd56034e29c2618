"""YAML and JSON text as a tree of nodes with lines, built from the parser's events.

Nothing is resolved: every scalar is the text that stands in the file. Nesting and the number of values have limits,
aliases counted with all that they stand for, so that a small file cannot become a large one.
"""

from dataclasses import dataclass, field

import yaml

from cchc_docs.data.read.safety import failure
from cchc_docs.data.read.syntax import PARSER_FAULTS, in_quotes
from cchc_docs.problems import Place, Problems, ProblemsFound
from cchc_docs.text.normal import key

MOST_NODES = 5_000_000
"""Most values in a file, aliases counted with all that they stand for, a long text as one for each 50 characters."""
DEEPEST = 20
"""Deepest nesting; data needs four levels."""

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # not every build of PyYAML has the C parser
# Tags that say nothing new; None is the absence of a tag.
_PLAIN_TAGS = {None, "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}


@dataclass(slots=True)
class Scalar:
    """One value as it stands in the file; ``plain`` means without quotes."""

    text: str
    plain: bool
    line: int
    size: int = 1


@dataclass(slots=True)
class Mapping:
    """Keys with their values."""

    line: int
    pairs: list[tuple[Scalar, "Node"]] = field(default_factory=list)
    size: int = 1


@dataclass(slots=True)
class Sequence:
    """A list of values."""

    line: int
    items: list["Node"] = field(default_factory=list)
    size: int = 1


Node = Scalar | Mapping | Sequence


def parse(text: str, file: str, problems: Problems) -> Node | None:
    """The tree of ``text``; ``None`` for one without any value.

    Duplicated keys, tags and a second document are reported. Raises ``yaml.YAMLError`` for text that is no YAML, and
    ``ProblemsFound`` for what is too deep or too large.
    """
    builder = _Builder(file, problems)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
            if builder.documents > 1:
                break
    except yaml.scanner.ScannerError as error:
        # The C parser has a limit of its own, far above ours, and reaches it before it gives us the first bracket.
        if "nesting depth" in str(error.problem) and error.problem_mark:
            raise _too_deep(Place(file, line=error.problem_mark.line + 1)) from error
        raise
    except PARSER_FAULTS as error:
        raise yaml.YAMLError(str(error)) from error
    return builder.root


def _too_deep(where: Place) -> ProblemsFound:
    return failure(
        "long_qua_sau",
        where,
        f"Dữ liệu lồng nhau quá {DEEPEST} tầng.",
        "Dữ liệu chỉ cần: tên trang, các dòng, các mục; xem lại dấu ngoặc và khoảng thụt đầu dòng.",
    )


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come."""

    node: Mapping | Sequence
    anchor: str | None
    key: Scalar | None = None
    """The key that waits for its value."""


class _Builder:
    """Puts the events of one document together."""

    def __init__(self, file: str, problems: Problems) -> None:
        self.root: Node | None = None
        self.documents = 0
        self._file = file
        self._problems = problems
        self._open: list[_Open] = []
        self._anchors: dict[str, Node] = {}

    def take(self, event: yaml.Event) -> None:
        """Add what one event brings."""
        line = event.start_mark.line + 1 if event.start_mark else 0
        match event:
            case yaml.DocumentStartEvent():
                self._start_document(line)
            case yaml.ScalarEvent():
                self._check_tag(event.tag, line)
                # The C parser says "" and the Python one None where there is no style.
                plain = not event.style and event.tag is None
                self._close(Scalar(event.value, plain, line, 1 + len(event.value) // 50), event.anchor)
            case yaml.AliasEvent():
                self._close(self._target(event.anchor or "", line), None)
            case yaml.MappingStartEvent():
                self._begin(Mapping(line), event.anchor, event.tag)
            case yaml.SequenceStartEvent():
                self._begin(Sequence(line), event.anchor, event.tag)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                ended = self._open.pop()
                self._check_keys(ended.node)
                self._close(ended.node, ended.anchor)
            case _:
                pass

    def _place(self, line: int) -> Place:
        return Place(self._file, line=line)

    def _start_document(self, line: int) -> None:
        self.documents += 1
        if self.documents > 1:
            self._problems.error(
                "nhieu_van_ban",
                self._place(line),
                "Tệp chứa nhiều phần ngăn bởi dòng “---”; chỉ phần đầu được đọc.",
                "Bỏ dòng “---” ở giữa tệp, hoặc tách thành nhiều tệp.",
            )

    def _begin(self, node: Mapping | Sequence, anchor: str | None, tag: str | None) -> None:
        self._check_tag(tag, node.line)
        if len(self._open) == DEEPEST:
            raise _too_deep(self._place(node.line))
        self._open.append(_Open(node, anchor))

    def _close(self, node: Node, anchor: str | None) -> None:
        """Give a finished ``node`` to what it stands in. Only now can an alias mean it, so no value holds itself."""
        if anchor is not None:
            self._anchors[anchor] = node
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent.node, Sequence):
            parent.node.items.append(node)
        elif parent.key is None:
            parent.key = self._as_key(node)
        else:
            parent.node.pairs.append((parent.key, node))
            parent.key = None
        parent.node.size += node.size
        if parent.node.size > MOST_NODES:
            raise failure(
                "yaml_qua_lon",
                self._place(node.line),
                f"Tệp có hơn {MOST_NODES // 1_000_000} triệu giá trị, tính cả phần lặp lại bằng dấu * (bí danh).",
                "Bỏ các dấu & và *, ghi thẳng giá trị; chia dữ liệu thành nhiều tệp.",
            )

    def _as_key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        self._problems.error(
            "ten_muc_sai",
            self._place(node.line),
            "Tên mục phải là chữ, không phải một danh sách hay một nhóm.",
            "Sửa lại thành “tên mục: giá trị”.",
        )
        return Scalar("", plain=False, line=node.line)

    def _target(self, anchor: str, line: int) -> Node:
        if anchor not in self._anchors:
            raise failure(
                "bi_danh_sai",
                self._place(line),
                f"Dấu *{anchor} chỉ tới chính phần chứa nó hoặc tới tên chưa đặt bằng &{anchor}.",
                f"Bỏ dấu * và ghi thẳng giá trị; nếu dấu * là của chữ thì {in_quotes(f'*{anchor}')}.",
            )
        return self._anchors[anchor]

    def _check_tag(self, tag: str | None, line: int) -> None:
        if tag not in _PLAIN_TAGS:
            self._problems.error(
                "yaml_the_la",
                self._place(line),
                f"Thẻ “{tag.replace('tag:yaml.org,2002:', '!!') if tag else ''}” không dùng trong tệp dữ liệu.",
                "Xóa phần bắt đầu bằng dấu ! ở dòng này; nếu là chữ thì đặt trong dấu ngoặc kép.",
            )

    def _check_keys(self, node: Mapping | Sequence) -> None:
        """Report keys of a mapping that are written twice or give the same name."""
        if isinstance(node, Sequence):
            return
        seen: dict[str, Scalar] = {}
        for scalar, _ in node.pairs:
            first = seen.setdefault(key(scalar.text), scalar)
            if first is scalar or not scalar.text:
                continue
            same = f"đã ghi ở dòng {first.line}"
            if first.text != scalar.text:
                same = f"trùng với mục “{first.text}” ở dòng {first.line}"
            self._problems.error(
                "trung_khoa", self._place(scalar.line), f"Mục “{scalar.text}” {same}.", "Giữ lại một mục, xóa mục kia."
            )

"""Tags that stand for more than their own text: a paragraph, row or cell, a cut in a run, a property of a cell."""

from copy import deepcopy

from lxml import etree

from cchc_docs.problems import Problems
from cchc_docs.template import xml
from cchc_docs.template.marking import Spot, drop_if_empty, marks_below, new_mark
from cchc_docs.template.tags import Kind, shorten
from cchc_docs.template.xml import Element, drop, parent_of, w

_HOSTS = {"tr": "hàng của bảng", "tc": "ô của bảng", "p": "đoạn"}
# What a paragraph can hold beside text; a tag that replaces the paragraph would take it along.
_CONTENT = tuple(
    map(w, ("drawing", "pict", "object", "sym", "fldChar", "footnoteReference", "endnoteReference", "sectPr"))
)
_STORIES = frozenset(map(w, ("tc", "txbxContent", "body", "hdr", "ftr", "footnote", "endnote", "comment")))
# Per cell tag: the property that it sets, and how. ``{{ code }}`` is what the author wrote after the word.
_CELL_TAGS = {
    "vm": ("vMerge", '<w:vMerge w:val="{% if loop.first %}restart{% else %}continue{% endif %}"/>'),
    "colspan": ("gridSpan", '<w:gridSpan w:val="{{ code }}"/>'),
    "cellbg": ("shd", '<w:shd w:val="clear" w:color="auto" w:fill="{{ code }}"/>'),
}


def arrange(root: Element, spots: list[Spot], problems: Problems) -> None:
    """Move the marks of ``spots`` to where their tags take effect; ``spots`` grows by what a ``{% vm %}`` adds."""
    for prefix in _HOSTS:
        _replace_hosts(prefix, spots, problems)
    for spot in list(spots):
        if spot.mark is not None and spot.inside is None:
            _settle(root, spot, spots, problems)


def _replace_hosts(prefix: str, spots: list[Spot], problems: Problems) -> None:
    """``{%p``, ``{%tr``, ``{%tc``: the tags of a paragraph, row or cell take its place."""
    hosts: dict[Element, None] = {}
    for spot in spots:
        if spot.tag.prefix == prefix and spot.tag.kind is not Kind.VALUE and spot.mark is not None:
            host = _above(spot.mark, prefix)
            if host is None:
                problems.error(
                    "the_sai_cho",
                    spot.place,
                    f"Thẻ “{spot.tag.shown}” không nằm trong bảng.",
                    f"{{%{prefix} … %}} chỉ dùng trong bảng; ngoài bảng dùng {{%p … %}}.",
                )
            else:
                hosts[host] = None
    for host in hosts:
        _replace(host, prefix, spots, problems)


def _replace(host: Element, prefix: str, spots: list[Spot], problems: Problems) -> None:
    parent = parent_of(host)
    inside = [spots[number] for number, _ in marks_below(host)]
    replacing = [spot for spot in inside if spot.tag.prefix == prefix and spot.tag.kind is not Kind.VALUE]
    _refuse_neighbours(host, prefix, inside, replacing, problems)
    for spot in inside:
        spot.inside, spot.depth = parent, (prefix,)
    for spot in replacing:
        host.addprevious(new_mark(spot))
    parent.remove(host)


def _refuse_neighbours(
    host: Element, prefix: str, inside: list[Spot], replacing: list[Spot], problems: Problems
) -> None:
    """What stands beside a tag that replaces its paragraph, row or cell would vanish without a word."""
    words = "".join(map(str, host.itertext(w("t"), with_tail=False)))
    words += "".join(mark.tail or "" for _, mark in marks_below(host))
    others = [spot.tag.shown for spot in inside if spot not in replacing and spot.tag.kind is not Kind.COMMENT]
    lost = shorten(" ".join([words, *others]), 60)
    if not lost and next(host.iter(*_CONTENT), None) is not None:
        lost = "hình vẽ, trường, chú thích hoặc ngắt phần"
    if lost:
        what = _HOSTS[prefix]
        problems.error(
            "chu_bi_mat",
            replacing[0].place,
            f"Thẻ “{replacing[0].tag.shown}” thay cho cả {what}, nên phần đứng cùng sẽ mất: “{lost}”.",
            f"Để thẻ này một mình trong {what}, chuyển phần kia sang {what} khác.",
        )


def _settle(root: Element, spot: Spot, spots: list[Spot], problems: Problems) -> None:
    """Where a tag without a host stands, and the effect of ``{%r``, ``vm``, ``colspan`` and ``cellbg``."""
    mark = spot.mark
    assert mark is not None
    spot.inside, spot.depth = _story(mark)
    if spot.tag.kind is Kind.VALUE and spot.tag.prefix in _HOSTS:
        problems.error(
            "the_khong_ho_tro",
            spot.place,
            f"Thẻ “{spot.tag.shown}” chèn cả {_HOSTS[spot.tag.prefix]} dựng sẵn, điều mà mẫu ở đây không có.",
            f"Viết {{{{ {spot.tag.code} }}}}; nhiều đoạn thì dùng {{%p for … %}} với bộ lọc |doan.",
        )
    elif spot.tag.kind is Kind.STATEMENT and spot.tag.prefix == "r":
        _cut_run(mark)
        spot.inside, spot.depth = parent_of(mark), ("r",)
    elif spot.tag.kind is Kind.STATEMENT and spot.tag.word in _CELL_TAGS:
        _set_cell(root, spot, mark, spots, problems)


def _set_cell(root: Element, spot: Spot, mark: Element, spots: list[Spot], problems: Problems) -> None:
    cell = _above(mark, "tc")
    if cell is None:
        problems.error(
            "the_sai_cho",
            spot.place,
            f"Thẻ “{spot.tag.shown}” không nằm trong ô của bảng.",
            "Chuyển thẻ này vào ô mà nó định dạng.",
        )
        return
    text = parent_of(mark)
    drop(mark)
    _drop_text_if_empty(text)
    properties = cell.find(w("tcPr"))
    if properties is None:
        properties = etree.Element(w("tcPr"), nsmap={"w": xml.W})
        cell.insert(0, properties)
    name, spot.source = _CELL_TAGS[spot.tag.word]
    xml.put_cell_property(properties, name, mark)
    if spot.tag.word == "vm":
        _only_first(root, spot, cell, properties, spots)


def _only_first(root: Element, spot: Spot, cell: Element, properties: Element, spots: list[Spot]) -> None:
    """A merged cell shows its content in the first row; in the others it needs a paragraph, empty."""
    empty = etree.Element(w("p"), nsmap={"w": xml.W})
    formatting = cell.find(f"{w('p')}/{w('pPr')}")
    if formatting is not None:
        empty.append(deepcopy(formatting))
    otherwise = "{% else %}" + xml.fragment(empty, root) + "{% endif %}"
    for after, source in ((properties, "{% if loop.first %}"), (cell[-1], otherwise)):
        extra = Spot(len(spots), spot.tag, spot.place, inside=spot.inside, depth=spot.depth, source=source)
        spots.append(extra)
        after.addnext(new_mark(extra))


def _cut_run(mark: Element) -> None:
    """Put a mark that stands in the text of a run between two halves of that run."""
    text = parent_of(mark)
    run = parent_of(text)
    rest = etree.Element(w("r"), nsmap={"w": xml.W})
    if (rpr := run.find(w("rPr"))) is not None:
        rest.append(deepcopy(rpr))
    rest_text = etree.SubElement(rest, w("t"), {xml.SPACE: "preserve"})
    rest_text.text, mark.tail = mark.tail, None
    rest_text.extend(list(mark.itersiblings()))
    rest.extend(list(text.itersiblings()))
    run.addnext(mark)
    mark.addnext(rest)
    _drop_text_if_empty(text)
    _drop_text_if_empty(rest_text)


def _drop_text_if_empty(text: Element) -> None:
    if not len(text) and not text.text:
        run = parent_of(text)
        drop(text)
        drop_if_empty(run)


def _above(element: Element, name: str) -> Element | None:
    return next(element.iterancestors(w(name)), None)


def _story(mark: Element) -> tuple[Element | None, tuple[str, ...]]:
    """The cell, body or note that a tag stands in, and the elements from there down to it."""
    depth: list[str] = []
    for element in mark.iterancestors():
        if element.tag in _STORIES:
            return element, tuple(depth)
        depth.append(str(element.tag))
    return None, tuple(depth)

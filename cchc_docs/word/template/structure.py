"""Tags that stand for more than their own text: a paragraph, row or cell, a cut in a run, a property of a cell."""

from copy import deepcopy

from lxml import etree

from cchc_docs.problems import Problems
from cchc_docs.word.ooxml import xml
from cchc_docs.word.ooxml.xml import Element, drop, parent_of, w
from cchc_docs.word.template.blocks import OPENERS
from cchc_docs.word.template.columns import keep_span, note_columns
from cchc_docs.word.template.marking import Spot, drop_if_empty, marks_below, new_mark
from cchc_docs.word.template.tags import TagKind, shorten

_HOSTS = {"tr": "hàng của bảng", "tc": "ô của bảng", "p": "đoạn"}
# Things that a paragraph can hold beside text; a tag that replaces the paragraph would take them along.
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
# Rows that a merged cell joins stay on one page where they fit: every paragraph of such a row but the last holds on to
# the next, as Word asks. A loop within a cell has a ``loop`` of its own, so the row's is asked at its start.
_ASK_ROW = "{% set _holds_on = not loop.last %}"
_STAND_IN = "keepNext"
_HOLD_ON = "{% if _holds_on %}<w:keepNext/>{% endif %}"


def arrange(root: Element, spots: list[Spot], problems: Problems) -> None:
    """Move the marks of ``spots`` to where their tags take effect; ``spots`` grows by what a ``{% vm %}`` adds."""
    marks = [spot.mark for spot in spots if spot.mark is not None and spot.tag.prefix == "tc"]
    note_columns(cell for mark in marks if (cell := _above(mark, "tc")) is not None)
    _refuse_choice_of_cell_tags(spots, problems)
    for prefix in _HOSTS:
        _replace_hosts(prefix, spots, problems)
    merged: dict[Element, Spot] = {}
    for spot in list(spots):
        if spot.mark is not None and spot.inside is None:
            _settle(root, spot, spots, problems)
            if spot.tag.word == "vm" and (row := _above(spot.mark, "tr")) is not None:
                merged.setdefault(row, spot)
    for row, spot in merged.items():
        _hold_rows(row, spot, spots)


def _refuse_choice_of_cell_tags(spots: list[Spot], problems: Problems) -> None:
    """Refuse a tag that sets its cell inside a block of that cell: it is set once, whatever the block says."""
    open_ones: list[tuple[Spot, Element | None]] = []
    there: set[tuple[Element, str]] = set()
    for spot in spots:
        if spot.tag.kind is not TagKind.STATEMENT or spot.mark is None:
            continue
        word, cell = spot.tag.word, _above(spot.mark, "tc")
        if word in OPENERS:
            open_ones.append((spot, cell))
        elif word in OPENERS.values() and open_ones:
            open_ones.pop()
        elif word in _CELL_TAGS and cell is not None:
            around = next((opener for opener, where in open_ones if where is cell), None)
            if around:
                what = (
                    f"Thẻ “{spot.tag.shown}” định dạng cả ô, nên khối “{around.tag.shown}” trong ô không chọn được nó."
                )
            elif (cell, word) in there:
                what = f"Thẻ “{spot.tag.shown}” là thẻ {word} thứ hai trong một ô; mỗi ô chỉ nhận một thẻ như vậy."
            else:
                there.add((cell, word))
                continue
            hint = "Đưa điều kiện vào trong một thẻ duy nhất, ví dụ {% cellbg 'D9E2F3' if … else 'auto' %}."
            problems.error("the_cua_o", spot.place, what, hint)


def _replace_hosts(prefix: str, spots: list[Spot], problems: Problems) -> None:
    """``{%p``, ``{%tr``, ``{%tc``: the tags of a paragraph, row or cell take its place."""
    hosts: dict[Element, None] = {}
    for spot in spots:
        if spot.tag.prefix == prefix and spot.tag.kind is not TagKind.VALUE and spot.mark is not None:
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
    replacing = [spot for spot in inside if spot.tag.prefix == prefix and spot.tag.kind is not TagKind.VALUE]
    _refuse_neighbours(host, prefix, inside, replacing, problems)
    for spot in inside:
        spot.inside, spot.depth = parent, (prefix,)
    for spot in replacing:
        host.addprevious(new_mark(spot))
    parent.remove(host)


def _refuse_neighbours(
    host: Element, prefix: str, inside: list[Spot], replacing: list[Spot], problems: Problems
) -> None:
    """Refuse what stands beside a tag that replaces its paragraph, row or cell: it would vanish without a word."""
    words = "".join(map(str, host.itertext(w("t"), with_tail=False)))
    words += "".join(mark.tail or "" for _, mark in marks_below(host))
    others = [spot.tag.shown for spot in inside if spot not in replacing and spot.tag.kind is not TagKind.COMMENT]
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
    """Settle where a tag without a host stands, and the effect of ``{%r``, ``vm``, ``colspan`` and ``cellbg``."""
    mark = spot.mark
    assert mark is not None
    spot.inside, spot.depth = _story(mark)
    if spot.tag.kind is TagKind.VALUE and spot.tag.prefix in _HOSTS:
        problems.error(
            "the_khong_ho_tro",
            spot.place,
            f"Thẻ “{spot.tag.shown}” chèn cả {_HOSTS[spot.tag.prefix]} dựng sẵn, điều mà mẫu ở đây không có.",
            f"Viết {{{{ {spot.tag.code} }}}}; nhiều đoạn thì dùng {{%p for … %}} với bộ lọc |doan.",
        )
    elif spot.tag.kind is TagKind.STATEMENT and spot.tag.prefix == "r":
        _cut_run(mark)
        spot.inside, spot.depth = parent_of(mark), ("r",)
    elif spot.tag.kind is TagKind.STATEMENT and spot.tag.word in _CELL_TAGS:
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
    if name == "gridSpan":
        keep_span(cell)
    xml.put_cell_property(properties, name, mark)
    if spot.tag.word == "vm":
        _only_first(root, spot, cell, properties, spots)


def _only_first(root: Element, spot: Spot, cell: Element, properties: Element, spots: list[Spot]) -> None:
    """A merged cell shows its content in the first row; in the others it needs a paragraph, empty."""
    otherwise = "{% else %}" + _empty_like(cell, root) + "{% endif %}"
    for after, source in ((properties, "{% if loop.first %}"), (cell[-1], otherwise)):
        after.addnext(_added(spot, source, spots))


def _empty_like(cell: Element, root: Element) -> str:
    """An empty paragraph of the format of a cell's first one, as template source."""
    first = cell.find(w("p"))
    empty = etree.Element(w("p"), nsmap={"w": xml.W})
    if first is not None and (formatting := first.find(w("pPr"))) is not None:
        empty.append(deepcopy(formatting))
    stand_in = etree.Element(_STAND_IN)
    _let_hold_on(empty, stand_in)
    return xml.fragment(empty, root).replace(f"<{_STAND_IN}/>", _HOLD_ON)


def _hold_rows(row: Element, spot: Spot, spots: list[Spot]) -> None:
    """Let the paragraphs of a row with the merged cell of ``spot`` hold on to the next row."""
    for paragraph in row.iter(w("p")):
        _let_hold_on(paragraph, _added(spot, _HOLD_ON, spots))
    row.insert(0, _added(spot, _ASK_ROW, spots))


def _let_hold_on(paragraph: Element, stand_in: Element) -> None:
    """Put ``stand_in`` where ``w:keepNext`` belongs, unless the author has decided about it."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"), nsmap={"w": xml.W})
        paragraph.insert(0, properties)
    if properties.find(w("keepNext")) is None:
        # The schema has it right after the style: ECMA-376 part 1, 17.3.1.26 (CT_PPr).
        properties.insert(int(properties.find(w("pStyle")) is not None), stand_in)


def _added(spot: Spot, source: str, spots: list[Spot]) -> Element:
    """The mark of something more that the tag of ``spot`` does, to be put into the tree."""
    extra = Spot(len(spots), spot.tag, spot.place, inside=spot.inside, depth=spot.depth, source=source)
    spots.append(extra)
    return new_mark(extra)


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


def _story(mark: Element) -> tuple[Element | None, tuple[object, ...]]:
    """The cell, body or note that a tag stands in, and how the elements from there down to it begin."""
    depth: list[object] = []
    for element in mark.iterancestors():
        if element.tag in _STORIES:
            return element, tuple(depth)
        depth.append(xml.opening(element))
    return None, tuple(depth)

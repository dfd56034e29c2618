"""The tail of a paper: recipients, signers, and the appendices after them."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from cchc_docs.facts import table
from cchc_docs.word.check.blocks import Block, block_of, blocks_of, is_typed_line
from cchc_docs.word.check.document import Paragraph
from cchc_docs.word.check.paper import Appendix, Paper, Signature

_APPENDIX = re.compile(
    r"\s*(phụ lục)(?P<number>\s+(số\s*)?[ivxlcdm\d]+)?\s*[.:]?\s*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL
)
_REFERENCE = re.compile(r"\s*\(?\s*(ban hành )?kèm theo\b", re.IGNORECASE)
_PREFIX = re.compile(r"(TM|KT|TL|TUQ|Q|T/M|K/T|T/L|TU/Q|T\.M|K\.T|T\.L)\s*[./ ]\s*\S")
_REMARK = re.compile(r"\s*\(.*\)\s*$|\s*(đã ký|ký tên.*)\s*$", re.IGNORECASE | re.DOTALL)
_NAME = re.compile(r"\s*(?:(?:[A-ZĐ][A-Za-zĐđ]{0,5}\.\s*)*)(?:[^\W\d_]+['’-]?[^\W\d_]*)(?:\s+[^\W\d_]+){1,6}\s*")


def read_tail(paper: Paper) -> None:
    """Recipients and signatures, then what comes after them."""
    paragraphs = paper.document.paragraphs
    heads = list(_appendix_heads(paragraphs, paper.dau_den))
    lists = list(_attached_heads(paragraphs, paper.dau_den))
    recipients = _recipients(paragraphs, paper.dau_den)
    limit = next((head for head in sorted({*heads, *lists}) if head > (recipients or -1)), len(paragraphs))
    if recipients is not None:
        first, last = _around(paragraphs, recipients, limit)
    else:
        first, last = _without_recipients(paragraphs, paper.dau_den, limit)
    paper.cuoi_tu = _back(paragraphs, first, paper.dau_den)
    _sort_tail(paper, paragraphs[paper.cuoi_tu : last], recipients is not None)
    heads = [head for head in heads if head >= last]
    end = heads[0] if heads else len(paragraphs)
    paper.kem_theo = [one for one in paragraphs[last:end] if not one.is_blank]
    for start, stop in pairwise([*heads, len(paragraphs)]):
        paper.phu_luc.append(appendix_of(paragraphs[start:stop]))


def _recipients(paragraphs: list[Paragraph], start: int) -> int | None:
    for number in range(start, len(paragraphs)):
        text = paragraphs[number].text
        if "ận" in text or "hận" in text.lower() or "nhan" in text.lower():
            for block in blocks_of(paragraphs[number]):
                if block.key.startswith("noi_nhan") and len(block.text) < 60:
                    return number
    return None


def _around(paragraphs: list[Paragraph], number: int, limit: int) -> tuple[int, int]:
    """Where the tail around *Nơi nhận* begins and ends: its table, or the lines that follow it."""
    own = paragraphs[number].container.outermost
    first = last = number
    if own is not None:
        while first > 0 and paragraphs[first - 1].container.outermost is own:
            first -= 1
        while last < limit and paragraphs[last].container.outermost is own:
            last += 1
    else:
        last += 1
        while last < limit and _goes_on(paragraphs, last, number):
            last += 1
    # A name that stands by itself under the table still belongs to it.
    probe = last
    while probe < min(limit, last + 8) and (paragraphs[probe].is_blank or _is_of_signature(paragraphs[probe])):
        probe += 1
        if not paragraphs[probe - 1].is_blank and paragraphs[probe - 1].section == paragraphs[number].section:
            last = probe
    return first, last


def _goes_on(paragraphs: list[Paragraph], number: int, start: int) -> bool:
    paragraph = paragraphs[number]
    if paragraph.section != paragraphs[start].section or paragraph.format.page_break_before or paragraph.breaks:
        return False
    if paragraph.container.kind == "box":
        return True
    if paragraph.is_blank:
        return number - start < 60
    text = paragraph.text.strip()
    return (
        text.startswith(("-", "–", "+")) or paragraph.number == "•" or _is_of_signature(paragraph) or "\t" in text
        or (paragraph.in_table and paragraph.container.outermost is not None
        and any(_is_of_signature(one) for one in _same_table(paragraphs, number)))
    )  # fmt: skip


def _same_table(paragraphs: list[Paragraph], number: int) -> Iterator[Paragraph]:
    own = paragraphs[number].container.outermost
    for paragraph in paragraphs[number : number + 60]:
        if paragraph.container.outermost is not own:
            return
        yield paragraph


def _without_recipients(paragraphs: list[Paragraph], start: int, limit: int) -> tuple[int, int]:
    """A paper without *Nơi nhận*: the signatures are its last words, in a table or not."""
    last = limit
    while last > start and paragraphs[last - 1].is_blank:
        last -= 1
    if last == start:
        return limit, limit
    own = paragraphs[last - 1].container.outermost
    if own is not None and not own.is_ruled:
        first = last
        while first > start and paragraphs[first - 1].container.outermost is own:
            first -= 1
        if any(_is_of_signature(one) for one in paragraphs[first:last]):
            return first, last
    first = last
    while (
        first > start
        and last - first < 40
        and (paragraphs[first - 1].is_blank or _is_of_signature(paragraphs[first - 1]))
    ):
        first -= 1
    has_post = any(_is_post(block) for one in paragraphs[first:last] for block in blocks_of(one))
    return (first, last) if has_post else (limit, limit)


def _back(paragraphs: list[Paragraph], first: int, start: int) -> int:
    """Signatures that stand above *Nơi nhận*, as in minutes, belong to the tail too."""
    at = probe = first
    while probe > start:
        paragraph = paragraphs[probe - 1]
        own = paragraph.container.outermost
        if own is not None:
            begin = probe - 1
            while begin > start and paragraphs[begin - 1].container.outermost is own:
                begin -= 1
            inside = [block for one in paragraphs[begin:probe] for block in blocks_of(one)]
            if own.is_ruled or not inside or not any(_is_post(block) for block in inside) or len(inside) > 20:
                break
            at = probe = begin
        elif paragraph.is_blank:
            probe -= 1
        elif _is_of_signature(paragraph):
            at = probe = probe - 1
        else:
            break
    return at


def _is_post(block: Block) -> bool:
    """Return True if a block is a line of authority or post, in capitals."""
    text = block.visible
    if len(text) > 90 or not block.in_capitals or text.endswith((".", ":", ";")):
        return False
    if _PREFIX.match(text):
        return True
    words = f"{text} "
    return any(words.startswith(f"{row['mo_dau']} ") for row in table("chuc_vu_ky"))


def is_name(block: Block) -> bool:
    """Return True if a block is the name of a person, maybe in capitals or with a degree before it."""
    text = block.text
    if len(text) > 50 or _NAME.fullmatch(text) is None or _is_post(block):
        return False
    return all(word[:1].isupper() for word in re.findall(r"[^\W\d_]+", text))


def _is_of_signature(paragraph: Paragraph) -> bool:
    """Return True if a paragraph can stand in a signer's block: posts, a name, a remark in brackets."""
    blocks = blocks_of(paragraph)
    if paragraph.format.align == "both" and not any(_is_post(block) for block in blocks):
        return False
    return bool(blocks) and all(
        _is_post(block)
        or (is_name(block) and (block.bold or block.centred or block.column or paragraph.format.left > 2000))
        or (_REMARK.match(block.text) is not None and len(block.text) < 60)
        for block in blocks
    )


def _sort_tail(paper: Paper, paragraphs: list[Paragraph], has_recipients: bool) -> None:
    groups: dict[tuple[object, ...], Signature] = {}
    home: tuple[object, ...] | None = None
    for paragraph in paragraphs:
        for block in blocks_of(paragraph):
            place = _column_of(block)
            if is_typed_line(block):
                paper.dong_go.append(block)
            elif has_recipients and home is None and block.key.startswith("noi_nhan"):
                home = place
                paper.noi_nhan.append(block)
            elif place == home and not _is_post(block) and not _stands_right(block):
                paper.noi_nhan.append(block)
            else:
                key_of_group = place if paragraph.in_table or paragraph.container.kind == "box" else (0, 1)
                known = groups.get(key_of_group)
                if known is not None and known.name is not None and _is_post(block):
                    groups[*key_of_group, len(groups)] = groups.pop(key_of_group)  # another signer, below the first
                _add_to_signature(groups.setdefault(key_of_group, Signature()), block)
    paper.chu_ky = [one for one in groups.values() if one.posts or one.name is not None]


def _column_of(block: Block) -> tuple[object, ...]:
    """The column that a block stands in: of a table, over all its rows, so that a row may hold only the headings."""
    container = block.paragraph.container
    if container.kind == "cell" and container.table is not None:
        return id(container.table), container.column, block.column
    return id(container), block.column


def _stands_right(block: Block) -> bool:
    """Return True if a paragraph outside tables is set to the right half, where signatures are."""
    paragraph = block.paragraph
    if paragraph.in_table or not block.whole:
        return False
    return paragraph.format.left > 3500 or (paragraph.format.align in {"center", "right"} and is_name(block))


def _add_to_signature(signature: Signature, block: Block) -> None:
    if _REMARK.match(block.text):
        signature.remarks.append(block)
    elif _is_post(block) and signature.posts and _is_apart(signature.posts[-1], block):
        signature.other.append(block)  # under the room for the signature: the signer's post in the own office
    elif _is_post(block) or (block.in_capitals and (not is_name(block) or _follows(signature, block))):
        signature.posts.append(block)
    elif is_name(block):
        if signature.name is not None:
            signature.other.append(signature.name)
        signature.name = block
    else:
        signature.other.append(block)


def _is_apart(above: Block, block: Block) -> bool:
    """Return True if the room for a signature lies between two blocks: blank paragraphs, or 24 pt and more."""
    one, two = above.paragraph, block.paragraph
    if one.container is not two.container:
        return two.format.before >= 24
    between = max(two.index - one.index - 1, 0)
    return between >= 2 or one.format.after + two.format.before >= 24


def _follows(signature: Signature, block: Block) -> bool:
    """Return True if a line in capitals goes on with the post above it; a name stands below the room to sign."""
    if not signature.posts or signature.remarks or signature.name is not None:
        return False
    above = signature.posts[-1].paragraph
    return block.paragraph is above or (
        above.element.getnext() is block.paragraph.element and block.paragraph.format.before + above.format.after < 24
    )


def _appendix_heads(paragraphs: list[Paragraph], start: int) -> Iterator[int]:
    """The paragraphs that open an appendix: *Phụ lục* on a line of its own, in the middle or on a new page."""
    for number in range(start, len(paragraphs)):
        paragraph = paragraphs[number]
        text = paragraph.text.strip()
        if (
            text[:3].lower() != "phụ"
            or len(text) > 150
            or (paragraph.in_table and paragraph.container.table is not None and paragraph.container.table.is_ruled)
        ):
            continue
        found = _APPENDIX.match(text)
        if found is None:
            continue
        alone = not found["rest"]
        in_capitals = found["rest"] == found["rest"].upper()
        middle = paragraph.format.align == "center"
        if (alone and (middle or _opens_page(paragraphs, number))) or (middle and in_capitals):
            yield number


def _attached_heads(paragraphs: list[Paragraph], start: int) -> Iterator[int]:
    """The paragraphs that open a list or regulation of its own: on a new page, in the middle, *(Kèm theo …)* below."""
    for number in range(start, len(paragraphs)):
        one = paragraphs[number]
        if one.is_blank or one.format.align != "center" or one.in_table or not _opens_page(paragraphs, number):
            continue
        below = [after.text for after in paragraphs[number : number + 7] if not after.is_blank]
        if any(_REFERENCE.match(text) for text in below) and one.text.strip()[:3].lower() != "phụ":
            yield number


def _opens_page(paragraphs: list[Paragraph], number: int) -> bool:
    paragraph = paragraphs[number]
    if paragraph.format.page_break_before or paragraph.breaks:
        return True
    for before in reversed(paragraphs[max(0, number - 4) : number]):
        if before.section != paragraph.section or before.breaks:
            return True
        if not before.is_blank:
            return False
    return number == 0


def appendix_of(paragraphs: list[Paragraph]) -> Appendix:
    """The appendix that ``paragraphs`` are, its head first."""
    appendix = Appendix(block_of(paragraphs[0]), paragraphs=paragraphs)
    rest = blocks_of(paragraphs[0])[1:]
    waiting: Iterable[Block] = (block for one in paragraphs[1:14] for block in blocks_of(one))
    for block in (*rest, *waiting):
        if is_typed_line(block):
            continue
        if _REFERENCE.match(block.text):
            appendix.reference.append(block)
        elif appendix.reference:
            # The reference may be broken over two lines.
            if appendix.reference[-1].text.endswith(")") or not block.centred or block.paragraph.in_table:
                break
            appendix.reference.append(block)
        elif block.centred and not block.paragraph.in_table and len(appendix.titles) < 6:
            appendix.titles.append(block)
        else:
            break
    return appendix

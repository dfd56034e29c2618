"""Answer what many rules ask: does a text look as table V says, and is there the right line under it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cchc_docs.word.check import mends
from cchc_docs.word.check.blocks import Block
from cchc_docs.word.check.document import Paragraph, Section
from cchc_docs.word.check.formats import mm
from cchc_docs.word.check.lines import Line, LineKind
from cchc_docs.word.check.paper import Item, Level, Paper
from cchc_docs.word.check.rule import Authority, Finding, Mend
from cchc_docs.word.template.filters import thap_phan

D, S, R, G, P = (Authority.DECREE, Authority.SAMPLE, Authority.INFERENCE, Authority.GUIDANCE, Authority.PRACTICE)
PART_I = "Phụ lục I, Phần I, Mục I, khoản {}"
PART_II = "Phụ lục I, Phần I, Mục II, khoản {}"
PART_III = "Phụ lục I, Phần I, Mục III, khoản {}"
DECISION_SAMPLES = "Phụ lục III, mẫu 1.1; Phụ lục III, mẫu 1.2; Phụ lục III, mẫu 1.3"
BODY = "thân văn bản"
TEXTS = ("than", "can_cu")
_TEXT: frozenset[Level] = frozenset(["doan", "gach", "diem", "khoan", "nhieu_cap", "dieu"])
_LETTERS = re.compile(r"[^\W\d_]")
_SAME_LENGTH = 0.1  # a line that is a tenth longer or shorter looks as long


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a component: smallest and largest size in pt, weight, slant, capitals; None where any will do."""

    low: float | None = None
    high: float | None = None
    bold: bool | None = False
    italic: bool | None = False
    capitals: bool | None = None
    centred: bool = False

    def __str__(self) -> str:
        sizes = ""
        if self.low is not None and self.high is not None:
            sizes = f"cỡ {number(self.low)}" + ("" if self.low == self.high else f" đến {number(self.high)}")
        capitals = {True: "in hoa", False: "in thường", None: ""}[self.capitals]
        style = {None: "", True: "nghiêng", False: "đứng"}[self.italic]
        weight = {None: "", True: "đậm", False: "không đậm"}[self.bold]
        place = "canh giữa" if self.centred else ""
        return ", ".join(word for word in (capitals, sizes, style, weight, place) if word)

    def fits(self, size: float) -> bool:
        """Return True if a size (pt) is allowed."""
        return self.low is None or self.high is None or self.low - 0.01 <= size <= self.high + 0.01


def places(*clauses: str) -> str:
    """Several places of the decree, as a rule's clause names them."""
    return "; ".join(clauses)


def number(value: float, places: int = 1) -> str:
    """A number as people write it: ``13``, ``13,5``; two ``places`` where rounding would hide the fault."""
    return thap_phan(round(value, places))


def looks(blocks: Iterable[Block], part: str, look: Look) -> Iterator[Finding]:
    """A finding for each block that is not set as ``look`` says."""
    for block in blocks:
        wrong = list(dict.fromkeys(_wrong(block, look)))
        if wrong:
            yield Finding(
                f"{part} {quoted(block.text)} đang {', '.join(wrong)}.",
                f"Phải {look}.",
                part,
                block.paragraph,
                _mend(block, look),
            )


def _wrong(block: Block, look: Look) -> Iterator[str]:
    for one in block.shown:
        if not look.fits(one.size):
            yield f"cỡ {number(one.size)}"
        if look.bold is not None and one.bold is not look.bold:
            yield "đậm" if one.bold else "không đậm"
        if look.italic is not None and one.italic is not look.italic:
            yield "nghiêng" if one.italic else "đứng"
    if look.capitals and not block.in_capitals:
        yield "in thường"
    if look.capitals is False and block.in_capitals and len(_LETTERS.findall(block.text)) > 3:
        yield "in hoa"
    if look.centred and block.whole and not block.centred:
        yield "không canh giữa"


def _mend(block: Block, look: Look) -> Mend | None:
    shown = block.shown
    changes: dict[str, object] = {}
    if look.low is not None and look.high is not None and not all(look.fits(one.size) for one in shown):
        changes["size"] = nearest(block.size, look.low, look.high)
    if look.bold is not None and any(one.bold is not look.bold for one in shown):
        changes["bold"] = look.bold
    if look.italic is not None and any(one.italic is not look.italic for one in shown):
        changes["italic"] = look.italic
    if look.capitals and not block.in_capitals:
        changes["caps"] = True
    if look.capitals is False and block.in_capitals:
        if not any(one.caps for one in shown):
            return None  # which letters are to stay capitals only a person knows
        changes["caps"] = False
    centre = mends.paragraph(block.paragraph, align="center", first=0) if look.centred and not block.centred else None
    return mends.all_of(mends.block_runs(block, **changes) if changes else None, centre)


def unmended(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The same findings, left to a person: of parts that are not surely what they look like."""
    return (replace(one, mend=None) for one in findings)


def nearest(size: float, low: float, high: float) -> float:
    """The allowed size that is nearest."""
    return min(max(round(size), low), high)


def single_spaced(blocks: Iterable[Block], part: str) -> Iterator[Finding]:
    """A finding for each block that is not set with single line spacing."""
    for block in blocks:
        spacing = line_spacing(block.paragraph, block.size)
        if spacing > 1.06:
            yield Finding(
                f"{part} {quoted(block.text)} đang cách dòng {number(spacing)}.",
                "Các dòng này cách nhau dòng đơn (Single).",
                part,
                block.paragraph,
                mends.paragraph(block.paragraph, line=1),
            )


_NATURAL = 1.149
"""The height of a line of Times New Roman, to one size: what *single* means."""


def line_spacing(paragraph: Paragraph, size: float) -> float:
    """The distance of a paragraph's lines, counted in single lines; *at least* counts where it is more than single."""
    form = paragraph.format
    if form.line_rule == "auto":
        return form.line
    own = size * _NATURAL or 1.0
    return max(form.line / own, 1.0) if form.line_rule == "atLeast" else form.line / own


def quoted(text: str, most: int = 60) -> str:
    """A text in quotation marks, on one line, cut where it is long."""
    words = " ".join(text.split())
    return f"“{words if len(words) <= most else words[: most - 1].rstrip() + '…'}”"


def body_size(paper: Paper) -> float:
    """The size in which most of the body is set, in pt; 0 for a paper without a body."""
    counts: dict[float, int] = {}
    for item in paper.than:
        for piece in item.block.pieces:
            counts[piece.format.size] = counts.get(piece.format.size, 0) + len(piece.text.strip())
    return max(counts, key=lambda size: counts[size], default=0.0)


# -- What a rule looks at

_WITHOUT_SEAL = re.compile(r"(PHÒNG|VĂN PHÒNG|ĐOÀN|TỔ|BAN)\s")


def may_have_no_seal(paper: Paper) -> bool:
    """Return True if the issuer may be a unit without a seal, which reports inside its office without a number."""
    issuer = " ".join(block.visible for block in paper.ban_hanh)
    return not paper.so and _WITHOUT_SEAL.match(issuer) is not None


def section_name(paper: Paper, section: Section) -> str:
    """Return the name of the section, for a sentence; nothing where there is only one."""
    return f" của phần (section) {section.number + 1}" if len(paper.document.sections) > 1 else ""


def first_of(paper: Paper, section: Section) -> Paragraph | None:
    """The first paragraph of a section."""
    return next((one for one in paper.document.paragraphs if one.section == section.number), None)


def story(paper: Paper, section: Section, kind: str, where: str = "headers") -> list[Paragraph]:
    """The paragraphs of the header or footer of a kind that a section shows."""
    name = getattr(section, where).get(kind, "")
    return paper.document.stories.get(name, [])


def numbered(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Those that print the number of the page."""
    return [one for one in paragraphs if any(is_page_code(code) for code in one.fields)]


def is_page_code(code: str) -> bool:
    """Return True if the code of a field asks for the number of the page."""
    return code.split()[:1] == ["PAGE"]


def text_items(paper: Paper) -> list[Item]:
    """The paragraphs of the body that are text or begin with it, headings apart."""
    return [item for item in paper.than if item.level in _TEXT and not item.paragraph.framed]


def text_blocks(paper: Paper) -> list[Block]:
    """The bases and the text."""
    return [*paper.can_cu, *(item.block for item in text_items(paper))]


# -- Lines under a text


@dataclass(frozen=True, slots=True)
class Under:
    """The lines under a text: the drawn ones, and the blocks of typed signs."""

    drawn: list[Line]
    typed: list[Block]
    underlined: bool


def under(paper: Paper, group: list[Block]) -> Under:
    """The lines under a group of blocks: in its paragraphs, in the blank ones after it, along borders."""
    last = group[-1].paragraph
    drawn, typed = _near(paper, [block.paragraph for block in group])
    below = last.container.below
    if not drawn and below is not None and _is_last_text(paper, last):
        drawn.append(below)
    if not drawn and not typed:
        drawn = _hanging(paper, last)
    if not group[-1].whole:
        column = bool(group[-1].column)
        drawn = [line for line in drawn if line.offset is None or (line.offset > _MIDDLE) == column]
    return Under(drawn, typed, any(one.underline for one in group[-1].shown))


_MIDDLE = 65
"""The left edge of the right column of a head, in mm from the left margin."""


def _near(paper: Paper, own: list[Paragraph]) -> tuple[list[Line], list[Block]]:
    """The lines drawn and typed in the paragraphs ``own`` and in the blank ones after them."""
    paragraphs = paper.document.paragraphs
    last = own[-1]
    drawn: list[Line] = []
    typed: list[Block] = []
    for paragraph in paragraphs[own[0].index : last.index + 8]:
        inside = paragraph.index <= last.index
        if not inside and paragraph.container is not last.container:
            break
        if inside and paragraph not in own and not paragraph.is_blank:
            continue
        line = [block for block in paper.dong_go if block.paragraph is paragraph]
        if not inside and not paragraph.is_blank and not line:
            # A shape floats: Word ties it to the paragraph at which it was drawn, which may be the next.
            drawn += [] if _has_own_line(paper, paragraph) else paragraph.drawn
            drawn += _borders(paragraph, "top")
            break
        drawn += paragraph.drawn
        typed += line
        if paragraph.index >= last.index:
            drawn += _borders(paragraph, "bottom")
        if not inside:
            drawn += _borders(paragraph, "top")
    return drawn, typed


def _is_last_text(paper: Paper, last: Paragraph) -> bool:
    """Return True if only blank paragraphs follow in its cell."""
    following = paper.document.paragraphs[last.index + 1 : last.index + 7]
    return all(one.is_blank for one in following if one.container is last.container)


def _hanging(paper: Paper, last: Paragraph) -> list[Line]:
    """Lines that float under a text of a table though they hang on the row, or the paragraph, after it."""
    home, found = last.container, list[Line]()
    if home.table is None:
        return found
    for paragraph in paper.document.paragraphs[last.index + 1 : last.index + 16]:
        container = paragraph.container
        if container.table is home.table:
            if container.row > home.row and container.column == home.column and not _has_own_line(paper, paragraph):
                found += [one for one in paragraph.drawn if one.floats or paragraph.is_blank]
            continue
        if container.kind != "page" or _has_own_line(paper, paragraph):
            break
        found += [
            one for one in paragraph.drawn if one.offset is not None and (one.offset > _MIDDLE) == bool(home.column)
        ]
        if not paragraph.is_blank:
            break
    return found


def _has_own_line(paper: Paper, paragraph: Paragraph) -> bool:
    """Return True if a line of its own belongs under the paragraph."""
    owners = (*paper.tieu_ngu, *paper.ban_hanh[-1:], *paper.trich_yeu[-1:])
    return any(block.paragraph is paragraph for block in owners)


def _borders(paragraph: Paragraph, side: str) -> list[Line]:
    """The line that a border of the paragraph draws, if it has one on that side."""
    border = paragraph.format.borders.get(side)
    if border is None:
        return []
    length = max(paragraph.container.width - paragraph.format.left - paragraph.format.right, 0)
    return [Line(LineKind.BORDER, mm(length), border.width, border.color, border.kind in {"single", "thick"})]


def line_findings(paper: Paper, group: list[Block], part: str, low: float, high: float) -> Iterator[Finding]:
    """Findings on the line under ``group``, which is from ``low`` to ``high`` times as long as its last line of text.

    Where a name stands on several lines, a length that fits any of them will do.
    """
    found = under(paper, group)
    last = group[-1]
    target = (low + high) / 2
    wanted = "bằng độ dài dòng chữ" if low == high else "bằng 1/3 đến 1/2 độ dài dòng chữ"
    draw = mends.draw_line(paper.document, last, target)
    if found.drawn:
        yield from _length_findings(found.drawn, group, part, (low, high), wanted)
        return
    if found.typed:
        block = found.typed[0]
        yield Finding(
            f"Đường kẻ dưới {part.lower()} là {LineKind.TYPED.value} {quoted(block.text, 20)}.",
            f"Xóa đi rồi vẽ nét liền (Insert > Shapes > Line), {wanted}.",
            part,
            block.paragraph,
            mends.all_of(mends.clear(block), draw) if block.whole else None,
        )
    elif found.underlined:
        yield Finding(
            f"{part} {quoted(last.text)} dùng gạch chân chữ (Underline) thay cho đường kẻ.",
            f"Bỏ gạch chân rồi vẽ nét liền bên dưới, {wanted}.",
            part,
            last.paragraph,
            mends.all_of(mends.block_runs(last, underline=None), draw) if last.alone and last.last else None,
        )
    else:
        yield Finding(
            f"Không thấy đường kẻ dưới {part.lower()} {quoted(last.text)}.",
            f"Vẽ nét liền canh giữa bên dưới (Insert > Shapes > Line), {wanted}.",
            part,
            last.paragraph,
            draw if last.alone and last.last else None,
        )


def _length_findings(
    drawn: list[Line], group: list[Block], part: str, span: tuple[float, float], wanted: str
) -> Iterator[Finding]:
    widths = [_line_width(block) for block in group]
    low, high = (factor * edge for factor, edge in zip(span, (min(widths), max(widths)), strict=True))
    low, high = low * (1 - _SAME_LENGTH), high * (1 + _SAME_LENGTH)
    best = min(drawn, key=lambda line: max(low - line.length, line.length - high, 0))
    last = group[-1]
    if not low <= best.length <= high:
        text = widths[-1]
        yield Finding(
            f"Đường kẻ dưới {part.lower()} dài {number(best.length)} mm, dòng chữ dài {number(text)} mm.",
            f"Đường kẻ phải {wanted}: {_range_text(span, text)} mm.",
            part,
            last.paragraph,
            mends.resize(best, text * sum(span) / 2),
        )
    if not best.solid:
        yield Finding(
            f"Đường kẻ dưới {part.lower()} là nét đứt hoặc nét đôi.", "Dùng nét liền đơn.", part, last.paragraph
        )


def _line_width(block: Block) -> float:
    """Return the width of a block's line, in mm: what does not fit into its column fills it."""
    limit = mm(block.paragraph.container.width)
    return min(block.width, limit) if limit > 10 else block.width


def _range_text(span: tuple[float, float], width: float) -> str:
    low, high = (number(round(width * factor)) for factor in span)
    return low if low == high else f"{low} đến {high}"

"""Which paragraph is which component: in tables, tabs or text boxes, in papers that others typed, also when wrong.

A component is known by its words first and by its place second, since the place is often what is wrong. The head is
read from the start, the tail from the end; the body is what lies between.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from cchc_docs.check.blocks import Block, block_of, blocks_of, is_typed_line
from cchc_docs.check.document import Container, Document, Paragraph, Table
from cchc_docs.check.kinds_of_paper import CONG_VAN, DECISIONS, kind_named, kind_of_abbreviation, kind_that_begins
from cchc_docs.check.paper import Appendix, Item, Level, Paper, Signature
from cchc_docs.facts import table
from cchc_docs.problems import closest
from cchc_docs.text import key

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
_QUOC_HIEU, _TIEU_NGU = key(QUOC_HIEU), key(TIEU_NGU)

_HEAD_BLOCKS = 60  # of a paper's first page; what stands further down is no head
_NUMBER = re.compile(
    r"\s*s[ốo]\s*[:.]?[\s.…_\d]*(/|$|[\s.…_]+$)|\s*s[ốo]\s*[:.]?\s*[\w.…_ ]{0,12}/\s*\S", re.IGNORECASE
)
_DATE = re.compile(
    r"ngày[\s.…_/\d]*tháng[\s.…_/\d]*năm[\s.…_\d]*\.?$|,\s*(ngày\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}\.?$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"\s*(v\s*/\s*v|về việc)\b", re.IGNORECASE)
_STAMP = re.compile(
    r"(hỏa tốc.*|hoả tốc.*|thượng khẩn|khẩn|tuyệt mật|tối mật|mật|tài liệu thu hồi|xem xong trả lại|lưu hành nội bộ)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"(dự thảo|mẫu( số)?\b|biểu( mẫu)? số|phụ lục\b|\(?ban hành kèm|\(?kèm theo).*", re.IGNORECASE)
_BASIS = re.compile(r"\s*(căn cứ|xét|theo đề nghị|thực hiện|trên cơ sở)\b", re.IGNORECASE)
_CITES = re.compile(r"\bsố\s*\d|;\s*$")
_STORY = re.compile(
    r"(như sau|sau đây)\s*[:;.]?\s*$|[,;.]\s[^,;]{0,80}\b(xây dựng|ban hành|báo cáo|thông báo|đề nghị|trình|tổ chức|"
    r"kính|trân trọng|lập|cử|triển khai|yêu cầu|có ý kiến|hướng dẫn)\b|:\s*$"
)
_ORDER = re.compile(r"quyết (định|nghị)\s*:?\s*$", re.IGNORECASE)
_APPENDIX = re.compile(
    r"\s*(phụ lục)(?P<number>\s+(số\s*)?[ivxlcdm\d]+)?\s*[.:]?\s*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL
)
_REFERENCE = re.compile(r"\s*\(?\s*(ban hành )?kèm theo\b", re.IGNORECASE)
_PREFIX = re.compile(r"(TM|KT|TL|TUQ|Q|T/M|K/T|T/L|TU/Q|T\.M|K\.T|T\.L)\s*[./ ]\s*\S")
_REMARK = re.compile(r"\s*\(.*\)\s*$|\s*(đã ký|ký tên.*)\s*$", re.IGNORECASE | re.DOTALL)
_NAME = re.compile(r"\s*(?:(?:[A-ZĐ][A-Za-zĐđ]{0,5}\.\s*)*)(?:[^\W\d_]+['’-]?[^\W\d_]*)(?:\s+[^\W\d_]+){1,6}\s*")

# -- Headings of the body: what each looks like, also when wrongly written. The groups are number, sign and rest.
_ANY = re.IGNORECASE | re.DOTALL
_LEVELS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("phan", re.compile(r"phần\s+(?P<number>[ivxlc]+|\d+|thứ\s+\w+)\b(?P<sign>[.:]?)\s*(?P<rest>.*)", _ANY)),
    ("chuong", re.compile(r"chương\s+(?P<number>[ivxlc]+|\d+)\b(?P<sign>[.:]?)\s*(?P<rest>.*)", _ANY)),
    ("tieu_muc", re.compile(r"tiểu mục\s+(?P<number>\d+|[ivxlc]+)\b(?P<sign>[.:]?)\s*(?P<rest>.*)", _ANY)),
    ("muc", re.compile(r"(?:MỤC|Mục)\s+(?P<number>\d+|[IVXLC]+)\b(?P<sign>[.:]?)\s*(?P<rest>.*)", re.DOTALL)),
    ("dieu", re.compile(r"(?:Điều|ĐIỀU|điều)\s+(?P<number>\d+)\s*(?P<sign>[.:)/-]?)\s*(?P<rest>.*)", re.DOTALL)),
    ("muc_la_ma", re.compile(r"(?P<number>[IVXL]+)\s*(?P<sign>[.)/:-])\s*(?P<rest>.*)", re.DOTALL)),
    ("nhieu_cap", re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,4})(?P<sign>[.):/]?)\s+(?P<rest>.*)", re.DOTALL)),
    ("khoan", re.compile(r"(?P<number>\d{1,2})\s*(?P<sign>[.)/])(?!\d)\s*(?P<rest>.*)", re.DOTALL)),
    ("diem", re.compile(r"(?P<number>[a-zđ])\s*(?P<sign>[.)/])\s*(?P<rest>\S.*)", re.DOTALL)),
    ("gach", re.compile(r"(?P<number>)(?P<sign>[-–—+•*])\s*(?P<rest>\S.*)", re.DOTALL)),
)  # fmt: skip


def recognise(document: Document, loai: str = "") -> Paper:
    """The components of ``document``; ``loai`` says its kind where that is known."""
    paper = Paper(document)
    _Head(paper).read()
    _tail(paper)
    paper.loai = loai or _kind(paper)
    _bases(paper)
    _body(paper)
    return paper


def _kind(paper: Paper) -> str:
    if paper.ten_loai:
        text = paper.ten_loai[0].visible
        return kind_named(text) or kind_that_begins(text)
    if paper.ve_viec:
        return CONG_VAN
    if paper.so:
        _, _, mark = paper.so[0].text.partition("/")
        if found := kind_of_abbreviation(re.split(r"\s*[-–]", mark.strip(), maxsplit=1)[0]):
            return found
    return CONG_VAN if paper.so and paper.kinh_gui else ""


# -- The head


class _Head:
    """Reads the head block by block; what the next block can be depends on what was there."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.organ: list[Block] = []
        self.stop = False

    def read(self) -> None:
        paper, paragraphs = self.paper, self.paper.document.paragraphs
        count = 0
        for number, paragraph in enumerate(paragraphs):
            if self._ends_before(paragraph):
                paper.dau_den = number
                break
            for block in blocks_of(paragraph):
                count += 1
                self._take(block)
            if self.stop or count > _HEAD_BLOCKS:
                paper.dau_den = number + (not self.stop)
                break
        else:
            paper.dau_den = len(paragraphs)
        if not (paper.quoc_hieu or paper.tieu_ngu or paper.so or paper.ten_loai or paper.ve_viec):
            paper.dau_den = 0
            self.organ = []
        self._split_organ()

    def _ends_before(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is plainly of the body, so that the head ends before it."""
        paper = self.paper
        text = paragraph.text.strip()
        if not text:
            # The line under the summary closes the title.
            if paper.trich_yeu and paragraph.drawn:
                self._title_closed = True
            return False
        if paragraph.in_table and _outermost(paragraph.container) is self._head_table(paragraph):
            return False
        if paper.kinh_gui:
            return not (paper.kinh_gui[-1].text.endswith(":") or _is_addressee(paragraph, paper.kinh_gui))
        if _BASIS.match(text) and not _SUBJECT.match(text):
            return True
        if paper.ten_loai and not key(text).startswith("kinh_gui"):
            return self._title_ends_before(paragraph)
        return len(text) > 160 or (len(text) > 90 and paragraph.format.align == "both" and "\t" not in text)

    _title_closed = False

    def _head_table(self, paragraph: Paragraph) -> Table | None:
        """The table of the head, where the paragraph stands in it."""
        own = _outermost(paragraph.container)
        known = [block.paragraph for block in (*self.paper.quoc_hieu, *self.paper.so, *self.organ[:1])]
        if not known and paragraph is not self.paper.document.paragraphs[0] and own is not None and own.number > 1:
            return None
        tables = [_outermost(one.container) for one in known]
        return own if not tables or own in tables else None

    def _title_ends_before(self, paragraph: Paragraph) -> bool:
        paper, block = self.paper, block_of(paragraph)
        if self._title_closed or paragraph.in_table or _level(paragraph.full_text)[0] not in {"doan", "gach"}:
            return not is_typed_line(block)
        if _ORDER.match(block.text) or paragraph.format.list_id:
            return True
        if is_typed_line(block):
            self._title_closed = True
            return False
        if paper.trich_yeu and paragraph.format.align != "center":
            return True
        if paragraph.format.align == "center":
            # An organ's name in capitals after the summary is who decides.
            return bool(paper.trich_yeu) and block.in_capitals and not paper.trich_yeu[-1].in_capitals
        return not (block.bold and len(block.text) < 250 and not block.text.endswith((":", ";")))

    def _take(self, block: Block) -> None:
        paper = self.paper
        if is_typed_line(block):
            paper.dong_go.append(block)
            return
        if paper.kinh_gui or block.key.startswith("kinh_gui"):
            paper.kinh_gui.append(block)
            return
        if paper.ten_loai and not block.paragraph.in_table:
            if len(paper.quoc_hieu) == 0 and _likely(block, _QUOC_HIEU):
                paper.quoc_hieu.append(block)
            elif not paper.ngay and _DATE.search(block.text) and len(block.text) < 90 and not block.bold:
                paper.ngay.append(block)
            else:
                paper.trich_yeu.append(block)
            return
        for found, fits in (
            (paper.quoc_hieu, _likely(block, _QUOC_HIEU)),
            (paper.tieu_ngu, _is_motto(block)),
            (paper.so, not paper.so and len(block.text) < 70 and _NUMBER.match(block.text) is not None),
            (paper.ve_viec, self._is_subject(block)),
            (paper.ngay, not paper.ngay and len(block.text) < 90 and _DATE.search(block.text) is not None),
            (paper.dau, _STAMP.fullmatch(block.text.strip()) is not None),
        ):
            if fits:
                found.append(block)
                return
        self._take_other(block)

    def _take_other(self, block: Block) -> None:
        paper = self.paper
        kind = kind_named(block.visible) if block.in_capitals or block.centred else ""
        longer = kind_that_begins(block.visible)
        if (kind and not self._in_organ_cell(block)) or self._is_unknown_title(block):
            paper.ten_loai.append(block)
        elif longer and (paper.so or paper.quoc_hieu) and not block.paragraph.in_table and block.centred:
            paper.ten_loai.append(block)
            paper.trich_yeu_cung_dong = True
        elif _ASIDE.fullmatch(block.text.strip()) is None and not paper.ten_loai:
            self.organ.append(block)

    def _is_unknown_title(self, block: Block) -> bool:
        """A line that stands and looks like a title and names none of the 29 kinds."""
        return (
            bool(self.paper.so and self.paper.quoc_hieu)
            and not block.paragraph.in_table
            and block.whole
            and block.centred
            and block.bold
            and block.in_capitals
            and kind_that_begins(block.visible) == ""
        )

    def _in_organ_cell(self, block: Block) -> bool:
        return (
            any(one.paragraph.container is block.paragraph.container for one in self.organ) and block.paragraph.in_table
        )

    def _is_subject(self, block: Block) -> bool:
        """*V/v …* under the number, or a further line of it in the same cell."""
        paper = self.paper
        if _SUBJECT.match(block.text):
            return bool(paper.so or (block.text.strip()[:1].upper() == "V" and "/" in block.text[:4]))
        return bool(
            paper.ve_viec
            and block.paragraph.container is paper.ve_viec[-1].paragraph.container
            and (block.paragraph.in_table or block.column == 0)
            and not block.in_capitals
            and _DATE.search(block.text) is None
        )

    def _split_organ(self) -> None:
        """Which of the lines of box 2 name the parent, which the issuer: by weight, else by opening words."""
        paper = self.paper
        lines = [block for block in self.organ if len(block.text) < 120]
        if not paper.so and not paper.quoc_hieu:
            lines = []
        weights = [block.bold for block in lines]
        cut = 0
        if any(weights) and not all(weights):
            cut = weights.index(True)
            if cut == 0:  # the wrong way round: the parent bold, the issuer not
                cut = _cut_by_words(lines)
        elif len(lines) > 1:
            cut = _cut_by_words(lines)
        paper.chu_quan, paper.ban_hanh = lines[:cut], lines[cut:]


def _cut_by_words(lines: list[Block]) -> int:
    """The first line that opens another organ's name; 0 where all lines are one name."""
    for number, block in enumerate(lines[1:], 1):
        words = block.visible.upper()
        if any(words.startswith(f"{row['mo_dau']} ") and row["cap"] != "trên" for row in table("mo_dau_ten_co_quan")):
            return number
    return 0


def _likely(block: Block, wanted: str) -> bool:
    """Whether a block says ``wanted`` (a key), a few letters apart."""
    own = block.key
    if own == wanted:
        return True
    return abs(len(own) - len(wanted)) < 6 and own[:4] == wanted[:4] and bool(closest(own, [wanted], at_least=85))


def _is_motto(block: Block) -> bool:
    own = block.key
    return own == _TIEU_NGU or (
        own.startswith(("doc_lap", "dc_lap")) and "hanh" in own and len(own) < len(_TIEU_NGU) + 6
    )


def _is_addressee(paragraph: Paragraph, known: list[Block]) -> bool:
    text = paragraph.text.strip()
    if text.startswith(("-", "–", "+", "•")) or paragraph.number == "•":
        return True
    before = known[-1]
    return before.text.endswith(";") and len(text) < 120 and paragraph.format.align != "both"


def _outermost(container: Container) -> Table | None:
    """The table around all others around a paragraph."""
    found = None
    while container is not None:
        if container.table is not None:
            found = container.table
        if container.parent is None:
            break
        container = container.parent
    return found


# -- The tail


def _tail(paper: Paper) -> None:
    """Recipients and signatures, then what comes after them."""
    paragraphs = paper.document.paragraphs
    heads = list(_appendix_heads(paragraphs, paper.dau_den))
    recipients = _recipients(paragraphs, paper.dau_den)
    limit = next((head for head in heads if recipients is None or head > recipients), len(paragraphs))
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
        paper.phu_luc.append(_appendix(paragraphs[start:stop]))


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
    own = _outermost(paragraphs[number].container)
    first = last = number
    if own is not None:
        while first > 0 and _outermost(paragraphs[first - 1].container) is own:
            first -= 1
        while last < limit and _outermost(paragraphs[last].container) is own:
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
        or (paragraph.in_table and _outermost(paragraph.container) is not None
        and any(_is_of_signature(one) for one in _same_table(paragraphs, number)))
    )  # fmt: skip


def _same_table(paragraphs: list[Paragraph], number: int) -> Iterator[Paragraph]:
    own = _outermost(paragraphs[number].container)
    for paragraph in paragraphs[number : number + 60]:
        if _outermost(paragraph.container) is not own:
            return
        yield paragraph


def _without_recipients(paragraphs: list[Paragraph], start: int, limit: int) -> tuple[int, int]:
    """A paper without *Nơi nhận*: the signatures are its last words, in a table or not."""
    last = limit
    while last > start and paragraphs[last - 1].is_blank:
        last -= 1
    if last == start:
        return limit, limit
    own = _outermost(paragraphs[last - 1].container)
    if own is not None and not own.is_ruled:
        first = last
        while first > start and _outermost(paragraphs[first - 1].container) is own:
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
        own = _outermost(paragraph.container)
        if own is not None:
            begin = probe - 1
            while begin > start and _outermost(paragraphs[begin - 1].container) is own:
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
    """Whether a block is a line of authority or post, in capitals."""
    text = block.visible
    if len(text) > 90 or not block.in_capitals or text.endswith((".", ":", ";")):
        return False
    if _PREFIX.match(text):
        return True
    words = f"{text} "
    return any(words.startswith(f"{row['mo_dau']} ") for row in table("chuc_vu_ky"))


def is_name(block: Block) -> bool:
    """Whether a block is the name of a person, maybe in capitals or with a degree before it."""
    text = block.text
    if len(text) > 50 or _NAME.fullmatch(text) is None or _is_post(block):
        return False
    return all(word[:1].isupper() for word in re.findall(r"[^\W\d_]+", text))


def _is_of_signature(paragraph: Paragraph) -> bool:
    """Whether a paragraph can stand in a signer's block: posts, a name, a remark in brackets."""
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
    groups: dict[tuple[int, int], Signature] = {}
    home: tuple[int, int] | None = None
    for paragraph in paragraphs:
        for block in blocks_of(paragraph):
            place = (id(paragraph.container), block.column)
            if is_typed_line(block):
                paper.dong_go.append(block)
            elif has_recipients and home is None and block.key.startswith("noi_nhan"):
                home = place
                paper.noi_nhan.append(block)
            elif place == home and not _is_post(block) and not _stands_right(block):
                paper.noi_nhan.append(block)
            else:
                key_of_group = place if paragraph.in_table or paragraph.container.kind == "box" else (0, 1)
                _add_to_signature(groups.setdefault(key_of_group, Signature()), block)
    paper.chu_ky = [one for one in groups.values() if one.posts or one.name is not None]


def _stands_right(block: Block) -> bool:
    """Whether a paragraph outside tables is set to the right half, where signatures are."""
    paragraph = block.paragraph
    if paragraph.in_table or not block.whole:
        return False
    return paragraph.format.left > 3500 or (paragraph.format.align in {"center", "right"} and is_name(block))


def _add_to_signature(signature: Signature, block: Block) -> None:
    if _REMARK.match(block.text):
        signature.remarks.append(block)
    elif _is_post(block) or (block.in_capitals and (not is_name(block) or _follows(signature, block))):
        signature.posts.append(block)
    elif is_name(block):
        if signature.name is not None:
            signature.other.append(signature.name)
        signature.name = block
    else:
        signature.other.append(block)


def _follows(signature: Signature, block: Block) -> bool:
    """Whether a line in capitals goes on with the post above it; a name stands below the room for the signature."""
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


def _appendix(paragraphs: list[Paragraph]) -> Appendix:
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


# -- Between head and tail


def _bases(paper: Paper) -> None:
    """The bases, the line of who decides, and the order *QUYẾT ĐỊNH:*, which all stand before the body."""
    paragraphs = paper.document.paragraphs
    decides = paper.loai in DECISIONS
    at = paper.dau_den
    while at < paper.cuoi_tu:
        paragraph = paragraphs[at]
        block = block_of(paragraph)
        if paragraph.is_blank:
            at += 1
            continue
        if _ORDER.match(block.text) and block.centred and (paper.can_cu or decides):
            paper.lenh.append(block)
            at += 1
            break
        if decides and not paper.can_cu and block.in_capitals and block.centred:
            paper.tham_quyen.append(block)
        elif _is_basis(paper, block, decides=decides):
            paper.can_cu.append(block)
        else:
            break
        at += 1
    paper.dau_den = at


def _is_basis(paper: Paper, block: Block, *, decides: bool) -> bool:
    if block.paragraph.in_table or not _BASIS.match(block.text):
        return False
    if decides:
        return True
    if key(block.text).startswith(("thuc_hien", "xet", "tren_co_so")) and not (
        block.italic and _CITES.search(block.text)
    ):
        return False
    if block.italic or block.text.endswith(";"):
        return True
    return _STORY.search(block.text) is None and (
        bool(paper.can_cu) or (block.text.endswith((".", ",")) and len(block.text) < 400)
    )


def _body(paper: Paper) -> None:
    before: Item | None = None
    for paragraph in paper.document.paragraphs[paper.dau_den : paper.cuoi_tu]:
        if paragraph.is_blank:
            continue
        if paragraph.in_table:
            paper.o_bang.append(paragraph)
            before = None
            continue
        block = block_of(paragraph)
        if is_typed_line(block):
            paper.dong_go.append(block)
            continue
        item = _item(block, before)
        if paper.loai == "Công điện" and _is_of_dispatch(item, before):
            item.level = "giua"  # to whom it is wired: a list in the middle, no text
        paper.than.append(item)
        before = item


def _is_of_dispatch(item: Item, before: Item | None) -> bool:
    """*CHỦ TỊCH … điện:* and the recipients under it (Phụ lục III, mẫu 1.6)."""
    if item.block.key.endswith("_dien"):
        return True
    return before is not None and before.level == "giua" and item.level == "gach"


def _item(block: Block, before: Item | None) -> Item:
    level, number, sign, rest = _level(block.paragraph.full_text.strip())
    if level in {"phan", "chuong", "tieu_muc", "muc"} and not _is_heading(block, rest):
        level = "doan"
    if level == "muc_la_ma" and len(rest) > 300:
        level = "doan"
    if (
        level == "doan"
        and before is not None
        and before.level in {"phan", "chuong", "muc", "tieu_muc"}
        and not before.rest
        and (block.centred or block.in_capitals)
    ):
        level = "tieu_de"
    elif level == "doan" and block.paragraph.format.align == "center":
        level = "giua"
    return Item(block, level, number, sign, rest)


def _level(text: str) -> tuple[Level, str, str, str]:
    for level, pattern in _LEVELS:
        found = pattern.match(text)
        if found is not None:
            return level, found["number"], found["sign"], found["rest"]
    return "doan", "", "", text


def _is_heading(block: Block, rest: str) -> bool:
    """Whether *Phần I …* opens a part, and is not the start of a sentence that cites one."""
    return len(block.text) < 160 and (block.bold or block.centred or not rest or rest == rest.upper())

"""The head of a paper: boxes 1 to 5 and 9a, block by block from the first page’s top."""

import re

from cchc_docs.facts import table
from cchc_docs.problems import closest
from cchc_docs.text.normal import key
from cchc_docs.word.check.blocks import Block, block_of, blocks_of, is_typed_line
from cchc_docs.word.check.document import Paragraph, Table
from cchc_docs.word.check.kinds_of_paper import kind_named, kind_that_begins
from cchc_docs.word.check.levels import BASIS, ORDER, level_of
from cchc_docs.word.check.paper import Paper

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
_QUOC_HIEU, _TIEU_NGU = key(QUOC_HIEU), key(TIEU_NGU)
_HEAD_BLOCKS = 60  # of a paper's first page; what stands further down is no head
_NUMBER = re.compile(
    r"\s*s[ốo]\s*[:.]?[\s.…_\d]*(/|$|[\s.…_]+$)|\s*s[ốo]\s*[:.]?\s*[\w.…_ –-]{0,14}/\s*\S", re.IGNORECASE
)
_BARE_NUMBER = re.compile(r"\s*\d[\w.–-]{0,12}/(\d{2,4}/)?[A-ZĐ]{1,8}([-–.][\wĐđ&]+)*\s*")
"""A number without *Số*, which may be something else."""
_GAPS = re.compile(
    r"(?<![Ss]ố:)(?<!\u0301:)\t+|\n"
    r"|[ \u00a0]{3,}(?=c\S{1,4}ng h|đ\S{1,4}c l\S{1,4}p|[^,\n\t/]{2,60},[ \u00a0]*ng\S{1,3}y)",
    re.IGNORECASE,
)
"""What stands between the two columns of a head that was typed as lines; the letters may have their marks apart."""
_DATE = re.compile(
    r"ngày[\s.…_/\d]*tháng[\s.…_/\d]*năm[\s.…_\d]*\.?$|,\s*(ngày\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}\.?$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"\s*(v\s*/\s*v|về việc)\b", re.IGNORECASE)
_STAMP = re.compile(
    r"(hỏa tốc.*|hoả tốc.*|thượng khẩn|khẩn|tuyệt mật|tối mật|mật|tài liệu thu hồi|xem xong trả lại|lưu hành nội bộ)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\(?(dự thảo|mẫu( số)?\b|biểu( mẫu)? số|phụ lục\b|ban hành kèm|kèm theo).*", re.IGNORECASE)


class HeadReader:
    """Reads the head block by block; what the next block can be depends on what was there."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.organ: list[Block] = []
        self._title_closed = False

    def read(self) -> None:
        """Fill in the components of the head, and how far it goes."""
        paper, paragraphs = self.paper, self.paper.document.paragraphs
        count = 0
        for number, paragraph in enumerate(paragraphs):
            if self._ends_before(paragraph):
                paper.dau_den = number
                break
            for block in blocks_of(paragraph, _GAPS):
                count += 1
                self._take(block)
            if count > _HEAD_BLOCKS:
                paper.dau_den = number + 1
                break
        else:
            paper.dau_den = len(paragraphs)
        if not (paper.quoc_hieu or paper.tieu_ngu or paper.so or paper.ten_loai or paper.ve_viec):
            paper.dau_den = 0
            self.organ = []
        self._split_organ()
        self._mark_typed()

    def _mark_typed(self) -> None:
        """In a head typed as lines the columns are parts of paragraphs, also where one stands on its line alone."""
        paper = self.paper
        if any(not block.whole and block.column for block in (*paper.quoc_hieu, *paper.tieu_ngu)):
            for block in (*paper.organ, *paper.so, *paper.ve_viec, *paper.ngay):
                block.whole = False

    def _ends_before(self, paragraph: Paragraph) -> bool:
        """Return True if a paragraph is plainly of the body, so that the head ends before it."""
        paper = self.paper
        text = paragraph.text.strip()
        if not text:
            # The line under the summary closes the title.
            if paper.trich_yeu and paragraph.drawn:
                self._title_closed = True
            return False
        if paragraph.in_table and paragraph.container.outermost is self._head_table(paragraph):
            return False
        if paper.kinh_gui:
            return not (paper.kinh_gui[-1].text.endswith(":") or _is_addressee(paragraph, paper.kinh_gui))
        if BASIS.match(text) and not _SUBJECT.match(text) and not self._may_be_summary(paragraph):
            return True
        if paper.ten_loai and not key(text).startswith("kinh_gui"):
            return self._title_ends_before(paragraph)
        return len(text) > 160 or (len(text) > 90 and paragraph.format.align == "both" and "\t" not in text)

    def _may_be_summary(self, paragraph: Paragraph) -> bool:
        """Return True if a line right under the title stands like a summary, whatever it begins with."""
        paper = self.paper
        stands_out = paragraph.format.align == "center" or block_of(paragraph).bold
        return bool(paper.ten_loai and not paper.trich_yeu) and stands_out

    def _head_table(self, paragraph: Paragraph) -> Table | None:
        """The table of the head, where the paragraph stands in it."""
        own = paragraph.container.outermost
        known = [block.paragraph for block in (*self.paper.quoc_hieu, *self.paper.so, *self.organ[:1])]
        if not known and paragraph is not self.paper.document.paragraphs[0] and own is not None and own.number > 1:
            return None
        tables = [one.container.outermost for one in known]
        return own if not tables or own in tables else None

    def _title_ends_before(self, paragraph: Paragraph) -> bool:
        paper, block = self.paper, block_of(paragraph)
        if self._title_closed or paragraph.in_table or level_of(paragraph.full_text)[0] not in {"doan", "gach"}:
            return not is_typed_line(block)
        if ORDER.match(block.text) or paragraph.format.list_id:
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
            (paper.so, not paper.so and len(block.text) < 70 and self._is_number(block)),
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

    def _is_number(self, block: Block) -> bool:
        if _NUMBER.match(block.text):
            return True
        if _BARE_NUMBER.fullmatch(block.text) is None:
            return False
        self.paper.unsure.add("so")
        return True

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
            and block.paragraph.container.kind != "box"
            and _ASIDE.fullmatch(block.text.strip()) is None
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
        if any(not block.in_capitals and not _opens_organ(block) for block in lines):
            paper.unsure |= {"chu_quan", "ban_hanh"}


def _cut_by_words(lines: list[Block]) -> int:
    """The first line that opens another organ's name; 0 where all lines are one name."""
    for number, block in enumerate(lines[1:], 1):
        if _opens_organ(block, but="trên"):
            return number
    return 0


def _opens_organ(block: Block, but: str = "") -> bool:
    """Return True if a line begins as the name of an organ does; ``but`` leaves out those of a level."""
    words = f"{block.visible.upper()} "
    return any(words.startswith(f"{row['mo_dau']} ") and row["cap"] != but for row in table("mo_dau_ten_co_quan"))


def _likely(block: Block, wanted: str) -> bool:
    """Return True if a block says ``wanted`` (a key), a few letters apart."""
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

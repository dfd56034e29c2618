"""Tell what a paper is before anything in it is judged: an administrative paper, or one that other rules shape.

Only administrative papers have the components of NĐ 30/2020 (Điều 8); a charter that comes with a decision, an appendix
in a file of its own, an office form or a speech lack them rightly.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cchc_docs.text.normal import key
from cchc_docs.word.check.blocks import Block, blocks_of
from cchc_docs.word.check.document import Document, Paragraph

_FIRST = 24
"""The blocks at the beginning of a file that tell what it is: a head has some ten."""


class Genre(StrEnum):
    """The genre of a paper; the value is its name for a person."""

    ADMINISTRATIVE = "văn bản hành chính"
    ATTACHED = "văn bản ban hành kèm theo"
    APPENDIX = "phụ lục"
    FORM = "biểu mẫu"
    LEGAL = "văn bản quy phạm pháp luật"
    PARTY = "văn bản của Đảng"
    HEADLESS = "tài liệu không có phần đầu của văn bản hành chính"

    @property
    def note(self) -> str:
        """What is judged of such a paper, as half a sentence; nothing for an administrative one."""
        return _NOTES.get(self, "")

    @property
    def is_of_decree(self) -> bool:
        """Return True if page, font and layout of the text are those of Nghị định 30."""
        return self in {Genre.ADMINISTRATIVE, Genre.ATTACHED, Genre.APPENDIX}


_NOTES = {
    Genre.ATTACHED: "đi kèm văn bản khác nên không có Quốc hiệu, số, nơi nhận riêng; chỉ soát trang, phông, bố cục",
    Genre.APPENDIX: "phụ lục ở tệp riêng nên không có Quốc hiệu, số, nơi nhận; chỉ soát trang, phông, phần đầu",
    Genre.FORM: "không phải văn bản theo Nghị định 30, chỉ soát trang và phông",
    Genre.LEGAL: "thể thức theo luật về ban hành văn bản, không theo Nghị định 30; chỉ soát trang và phông",
    Genre.PARTY: "thể thức theo quy định của Đảng, không theo Nghị định 30; chỉ soát trang và phông",
    Genre.HEADLESS: "không phải văn bản theo Nghị định 30, chỉ soát trang và phông",
}

_FORM_TITLES = re.compile(
    r"(phiếu(?! gửi| chuyển| báo)|đơn|tờ khai|bản (khai|cam kết|kiểm điểm|tự|đăng ký|nhận xét|đánh giá)|lý lịch|"
    r"sơ yếu|giấy (đề nghị|xác nhận|cam kết|biên nhận|thanh toán)|bảng (kê|chấm|điểm)|mẫu( số)?)\b",
    re.IGNORECASE,
)
_ATTACHED_TITLES = re.compile(
    r"(điều lệ|quy chế|quy định|nội quy|quy trình|quy ước|hương ước|chương trình|kế hoạch|đề án|phương án|dự án|"
    r"chiến lược|quy hoạch|hướng dẫn|định mức|tiêu chí|tiêu chuẩn|bộ tiêu chí|danh mục|đơn giá|thể lệ)\b",
    re.IGNORECASE,
)
_APPENDIX_TITLES = re.compile(
    r"(phụ lục|danh sách|danh mục|bảng|biểu|tổng hợp|lịch|dự toán|mẫu( số)?)\b", re.IGNORECASE
)
_REFERENCE = re.compile(r"\(?\s*((được )?ban hành )?kèm theo\b", re.IGNORECASE)
_LEGAL_TITLES = frozenset(["thong_tu", "thong_tu_lien_tich", "nghi_dinh", "luat", "phap_lenh", "hien_phap", "lenh"])
_LEGAL_NUMBER = re.compile(
    r"\s*(?:[Ll]uật\s+)?[Ss]ố\s*[:.]?\s*[\d.…\s]*/\s*(19|20)\d\d\s*/\s*(QĐ-(UBND|TTg)|NQ-HĐND|NĐ-CP|TTLT|TT-|QH|UBTVQH|PL-)"
)
_NUMBER = re.compile(r"\s*số\s*[:.]?\s*[\w.…\s-]{0,14}/\s*[^\W\d]", re.IGNORECASE)
_CHAPTER = re.compile(r"(chương\s+(i|1)\b|điều\s+1\b)", re.IGNORECASE)
_QUOC_HIEU, _PARTY = "cong_hoa_xa_hoi_chu_nghia_viet_nam", "dang_cong_san_viet_nam"


@dataclass(frozen=True, slots=True)
class _Opening:
    """The first blocks of a file, and where among them the marks of a head stand (-1: nowhere)."""

    blocks: Sequence[Block]
    national: int
    number: int
    legal_number: int
    party: int
    reference: int

    @property
    def title(self) -> Block | None:
        """The first line that stands like a title: in the middle and in capitals, or wholly bold, behind the head's."""
        after = max(self.national, 0)
        names = {_QUOC_HIEU, _PARTY}
        for block in self.blocks[after:]:
            if block.key in names or block.key.startswith("doc_lap") or block.paragraph.in_table:
                continue
            if block.centred and block.whole and (block.in_capitals or block.bold):
                return block
        return None


def genre_of(document: Document) -> Genre:
    """Tell what the document is by how it begins."""
    opening = _opening(document)
    first = opening.blocks[0] if opening.blocks else None
    title = opening.title
    if opening.party >= 0 and opening.national < 0:
        return Genre.PARTY
    if opening.legal_number >= 0 or (title is not None and title.key in _LEGAL_TITLES):
        return Genre.LEGAL
    if first is not None and _is_loose_appendix(opening, first):
        return Genre.APPENDIX
    if _is_attached(opening, title):
        return Genre.ATTACHED
    if _is_form(opening, title):
        return Genre.FORM
    if opening.national < 0 and opening.number < 0 and not _has_official_lines(opening):
        return Genre.HEADLESS
    return Genre.ADMINISTRATIVE


def _opening(document: Document) -> _Opening:
    blocks: list[Block] = []
    for paragraph in document.paragraphs:
        blocks += blocks_of(paragraph)
        if len(blocks) >= _FIRST:
            break
    blocks = blocks[:_FIRST]
    return _Opening(
        blocks,
        _first(blocks, lambda one: _reads(one, _QUOC_HIEU)),
        _first(blocks, lambda one: _NUMBER.match(one.text) is not None),
        _first(blocks, lambda one: _LEGAL_NUMBER.match(one.text) is not None and len(one.text) < 60),
        _first(blocks[:10], lambda one: _reads(one, _PARTY)),
        _first(blocks, lambda one: _REFERENCE.match(one.text) is not None),
    )


def _first(blocks: Sequence[Block], fits: Callable[[Block], bool]) -> int:
    return next((number for number, block in enumerate(blocks) if fits(block)), -1)


def _reads(block: Block, words: str) -> bool:
    """Return True if a block says ``words`` (a key), maybe with a letter wrong or something before it."""
    own = block.key
    return own == words or (abs(len(own) - len(words)) < 4 and own[:12] == words[:12])


def _is_loose_appendix(opening: _Opening, first: Block) -> bool:
    if 0 <= opening.national < 8 or opening.number >= 0:
        return False
    return first.key.startswith("phu_luc") or (
        0 <= opening.reference < 8
        and any(_APPENDIX_TITLES.match(one.text) for one in opening.blocks[: opening.reference])
    )


def _is_attached(opening: _Opening, title: Block | None) -> bool:
    """A regulation with its own head: no number and no date, *(Kèm theo …)* under its title or a chapter after it."""
    if opening.number >= 0 or title is None or not _ATTACHED_TITLES.match(title.text):
        return False
    chapter = any(_CHAPTER.match(one.text) for one in opening.blocks)
    return opening.reference >= 0 or (chapter and not _has_date(opening))


def _is_form(opening: _Opening, title: Block | None) -> bool:
    if opening.number >= 0:
        return False
    titles = [title] if title is not None else []
    titles += [one for one in opening.blocks if one.in_capitals and (one.centred or one.bold)]
    return any(_FORM_TITLES.match(one.text) for one in titles)


def _has_official_lines(opening: _Opening) -> bool:
    """Return True if a date line, a motto or an addressee shows that a head was meant, though its other lines lack."""
    return any(one.key.startswith(("doc_lap_tu_do", "kinh_gui")) for one in opening.blocks[:14]) or _has_date(opening)


_DATE = re.compile(r"[^,]{2,40},\s*ngày[\s\d.…]*tháng[\s\d.…]*năm[\s\d.…]*$", re.IGNORECASE)


def _has_date(opening: _Opening) -> bool:
    return any(_DATE.match(one.text) and len(one.text) < 90 for one in opening.blocks[:14])


def starts_of_papers(document: Document) -> list[int]:
    """The paragraphs at which papers begin: the first, and each further head (Quốc hiệu and a number line near it).

    A form printed in an appendix has a Quốc hiệu too, but no number, or stands below *Phụ lục* or *Mẫu*.
    """
    paragraphs = document.paragraphs
    found = [0]
    heads = [one.index for one in paragraphs if key(one.text).startswith(_QUOC_HIEU)] if paragraphs else []
    for head in heads[1:]:
        begin = _start_of_head(paragraphs, head)
        around = paragraphs[begin : head + 10]
        if any(_NUMBER.match(block.text) for one in around for block in blocks_of(one)) and not _in_appendix(
            paragraphs, begin
        ):
            found.append(begin)
    return found


def _start_of_head(paragraphs: Sequence[Paragraph], head: int) -> int:
    """The first paragraph of the table around a Quốc hiệu, else its own."""
    own = paragraphs[head].container.outermost
    while own is not None and head > 0 and paragraphs[head - 1].container.outermost is own:
        head -= 1
    return head


def _in_appendix(paragraphs: Sequence[Paragraph], at: int) -> bool:
    before = (one.text.strip() for one in reversed(paragraphs[max(0, at - 6) : at]))
    return any(re.match(r"(phụ lục|mẫu|biểu)\b", text, re.IGNORECASE) for text in before if text)

"""Tell which paragraph is which component: in tables, tabs or text boxes, in papers that others typed, also when wrong.

A component is known by its words first and by its place second, since the place is often what is wrong. The head is
read from the start, the tail from the end; the body is what lies between.
"""

import re
from dataclasses import replace
from itertools import zip_longest

from cchc_docs.text.normal import key
from cchc_docs.word.check.blocks import Block, block_of, is_typed_line
from cchc_docs.word.check.document import Document
from cchc_docs.word.check.genres import Genre, genre_of, starts_of_papers
from cchc_docs.word.check.kinds_of_paper import CONG_VAN, DECISIONS, kind_named, kind_of_abbreviation, kind_that_begins
from cchc_docs.word.check.levels import ARTICLES, BASIS, ORDER, level_of
from cchc_docs.word.check.paper import Item, Paper
from cchc_docs.word.check.recognise_head import HeadReader
from cchc_docs.word.check.recognise_tail import appendix_of, read_tail

_CITES = re.compile(r"\bsố\s*\d|;\s*$")
_STORY = re.compile(
    r"(như sau|sau đây)\s*[:;.]?\s*$|[,;.]\s[^,;]{0,80}\b(xây dựng|ban hành|báo cáo|thông báo|đề nghị|trình|tổ chức|"
    r"kính|trân trọng|lập|cử|triển khai|yêu cầu|có ý kiến|hướng dẫn)\b|:\s*$"
)


_UNIT = re.compile(r"\s*\(?\s*(đơn vị( tính)?|đvt)\s*:.{1,40}$", re.IGNORECASE)
"""The unit of measure that is said above a table and belongs to it."""


def recognise(document: Document, loai: str = "") -> Paper:
    """The components of ``document``; ``loai`` says its kind where that is known.

    Of a file with several papers the first is read. A paper that is none of the decree's has no head and no tail.
    """
    genre = Genre.ADMINISTRATIVE if loai else genre_of(document)
    starts = starts_of_papers(document) if genre is Genre.ADMINISTRATIVE else [0]
    if len(starts) > 1:
        document = replace(document, paragraphs=document.paragraphs[: starts[1]])
    paper = Paper(document, genre, len(starts) - 1)
    if genre is not Genre.ADMINISTRATIVE:
        read_other(paper)
        return paper
    HeadReader(paper).read()
    read_tail(paper)
    paper.loai = loai or _kind(paper)
    _bases(paper)
    read_body(paper)
    return paper


def read_other(paper: Paper) -> None:
    """What can be said of a paper of another genre: the articles of a regulation, the head of an appendix."""
    paragraphs = paper.document.paragraphs
    paper.cuoi_tu = len(paragraphs)
    if paper.genre is Genre.APPENDIX:
        first = next((number for number, one in enumerate(paragraphs) if not one.is_blank), 0)
        paper.dau_den = paper.cuoi_tu
        if key(paragraphs[first].text).startswith("phu_luc"):
            paper.phu_luc.append(appendix_of(paragraphs[first:]))
    elif paper.genre is Genre.ATTACHED:
        opens = (number for number, one in enumerate(paragraphs) if ARTICLES.match(one.full_text.strip()))
        paper.dau_den = next(opens, paper.cuoi_tu)
        read_body(paper)
    else:
        read_body(paper)


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
        if ORDER.match(block.text) and block.centred and (paper.can_cu or decides):
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
    if block.paragraph.in_table or not BASIS.match(block.text):
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


def read_body(paper: Paper) -> None:
    """The paragraphs between head and tail, each with its level; tables apart."""
    before: Item | None = None
    own = paper.document.paragraphs[paper.dau_den : paper.cuoi_tu]
    for paragraph, following in zip_longest(own, own[1:]):
        if paragraph.is_blank:
            continue
        if paragraph.in_table or (_UNIT.match(paragraph.text) and following is not None and following.in_table):
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
    level, number, sign, rest = level_of(block.paragraph.full_text.strip())
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


def _is_heading(block: Block, rest: str) -> bool:
    """Return True if *Phần I …* opens a part, and is not the start of a sentence that cites one."""
    if block.bold:
        return len(block.text) < 300
    return len(block.text) < 160 and (block.centred or not rest or rest == rest.upper())

"""The components of an official paper (NĐ 30/2020, Phụ lục I, boxes 1 to 14), as they were found in a document."""

from dataclasses import dataclass, field
from typing import Literal

from cchc_docs.word.check.blocks import Block
from cchc_docs.word.check.document import Document, Paragraph
from cchc_docs.word.check.genres import Genre

Level = Literal[
    "phan",
    "chuong",
    "muc",
    "tieu_muc",
    "tieu_de",
    "dieu",
    "muc_la_ma",
    "khoan",
    "nhieu_cap",
    "diem",
    "gach",
    "doan",
    "giua",
]
"""What a paragraph of the body is: a heading of a level, the title under one (``tieu_de``), a point, an item with a
dash, plain text, something centred (``giua``)."""


@dataclass(slots=True)
class Item:
    """A paragraph of the body, with its level, its number as printed (``a``, ``IV``, ``2.1``) and the sign after it."""

    block: Block
    level: Level
    number: str = ""
    sign: str = ""
    rest: str = ""
    """The text after number and sign."""

    @property
    def paragraph(self) -> Paragraph:
        """Its paragraph."""
        return self.block.paragraph


@dataclass(slots=True)
class Signature:
    """One signer's block: the lines of authority and post in capitals, the name, and remarks in brackets."""

    posts: list[Block] = field(default_factory=list)
    name: Block | None = None
    remarks: list[Block] = field(default_factory=list)
    other: list[Block] = field(default_factory=list)
    """Posts in small letters above the name (*chức vụ khác*)."""

    @property
    def first(self) -> Block | None:
        """Its first line."""
        return next(iter([*self.posts, *([self.name] if self.name else [])]), None)


@dataclass(slots=True)
class Appendix:
    """An appendix: its head, the lines of its title, the reference to the main text, and its own paragraphs."""

    head: Block
    titles: list[Block] = field(default_factory=list)
    reference: list[Block] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    """All of them, from the head on."""


@dataclass(slots=True)
class Paper:
    """What was found, named by the office's own words without accents; an empty list where there is none."""

    document: Document
    genre: Genre = Genre.ADMINISTRATIVE
    others: int = 0
    """How many more papers the file holds behind this one."""
    unsure: set[str] = field(default_factory=set)
    """The components (names of attributes) that were found but may be something else: only a person can judge them."""
    loai: str = ""
    """One of the 29 kinds, ``""`` where it cannot be told."""
    quoc_hieu: list[Block] = field(default_factory=list)
    tieu_ngu: list[Block] = field(default_factory=list)
    chu_quan: list[Block] = field(default_factory=list)
    ban_hanh: list[Block] = field(default_factory=list)
    so: list[Block] = field(default_factory=list)
    ngay: list[Block] = field(default_factory=list)
    ten_loai: list[Block] = field(default_factory=list)
    trich_yeu: list[Block] = field(default_factory=list)
    trich_yeu_cung_dong: bool = False
    """True if the title goes on with the summary on its own line."""
    ve_viec: list[Block] = field(default_factory=list)
    kinh_gui: list[Block] = field(default_factory=list)
    """The line *Kính gửi* first, then the addressees on lines of their own."""
    tham_quyen: list[Block] = field(default_factory=list)
    can_cu: list[Block] = field(default_factory=list)
    lenh: list[Block] = field(default_factory=list)
    """*QUYẾT ĐỊNH:* or *QUYẾT NGHỊ:*."""
    dau: list[Block] = field(default_factory=list)
    """Stamps of urgency, secrecy and circulation."""
    than: list[Item] = field(default_factory=list)
    """The body, tables apart."""
    o_bang: list[Paragraph] = field(default_factory=list)
    """The paragraphs of the body's tables."""
    chu_ky: list[Signature] = field(default_factory=list)
    noi_nhan: list[Block] = field(default_factory=list)
    """*Nơi nhận:* first, then its lines."""
    phu_luc: list[Appendix] = field(default_factory=list)
    kem_theo: list[Paragraph] = field(default_factory=list)
    """What follows the signature and is no appendix: a document issued together with this one."""
    dong_go: list[Block] = field(default_factory=list)
    """Lines typed with signs, wherever they stand in head and tail."""
    trang: list[str] | None = None
    """The text of each page as LibreOffice sets it, where someone asked for that."""
    dau_den: int = 0
    """The number of paragraphs that belong to the head."""
    cuoi_tu: int = 0
    """The number of the first paragraph of the tail."""

    @property
    def organ(self) -> list[Block]:
        """Both names of box 2."""
        return [*self.chu_quan, *self.ban_hanh]

    @property
    def ket(self) -> Block | None:
        """The last words of the body: those that carry the ending mark."""
        start = self.document.paragraphs[: self.cuoi_tu]
        for paragraph in reversed(start[self.dau_den :]):
            if not paragraph.is_blank:
                return Block(paragraph.text.strip(), paragraph.pieces, paragraph)
        return None

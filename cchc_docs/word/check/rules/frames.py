"""Frames where the decree's samples have none: around the head, around recipients and signature."""

from collections.abc import Iterator

from cchc_docs.word.check.blocks import Block
from cchc_docs.word.check.document import Table
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding, Rule
from cchc_docs.word.check.rules.common import S
from cchc_docs.word.check.styles import border_of
from cchc_docs.word.ooxml.xml import Element, w

_SIDES = ("top", "left", "right", "insideV")
"""The borders that make a frame; one below may be the line that the decree asks for."""


def head_without_frame(paper: Paper) -> Iterator[Finding]:
    """QH-09: the tables that set head and tail draw no frame."""
    groups = (
        ("phần đầu văn bản", [*paper.quoc_hieu, *paper.organ, *paper.so]),
        ("nơi nhận và chữ ký", [*paper.noi_nhan, *(block for one in paper.chu_ky for block in one.posts)]),
    )
    for name, blocks in groups:
        framed = next((block for block in blocks if _is_framed(block)), None)
        if framed is not None:
            yield Finding(
                f"Bảng chứa {name} có khung.",
                "Bỏ đường viền của bảng (Table Design > Borders > No Border); chỉ giữ nét dưới tên cơ quan, Tiêu ngữ.",
                name.capitalize(),
                framed.paragraph,
            )


def _is_framed(block: Block) -> bool:
    container = block.paragraph.container
    if container.kind != "cell" or container.table is None:
        return False
    own = None if container.element is None else container.element.find(f"{w('tcPr')}/{w('tcBorders')}")
    drawn = _drawn(own, _all_of(container.table))
    return {"top", "left", "right"} <= drawn or ("top" in drawn and "insideV" in drawn)


def _all_of(table: Table) -> Element | None:
    return table.element.find(f"{w('tblPr')}/{w('tblBorders')}")


def _drawn(*borders: Element | None) -> set[str]:
    """The sides that the first of ``borders`` to speak of them draws."""
    said: dict[str, bool] = {}
    for element in borders:
        for side in element if element is not None else ():
            said.setdefault(_name(side), border_of(side) is not None)
    return {side for side in _SIDES if said.get(side)}


def _name(side: Element) -> str:
    name = side.tag.rpartition("}")[2]
    return {"start": "left", "end": "right"}.get(name, name)


RULES = (
    Rule("QH-09", "Phụ lục III, mẫu 1.4", S, "Phần đầu, nơi nhận và chữ ký không đóng khung", head_without_frame,
         ("quoc_hieu", "ban_hanh", "noi_nhan", "chu_ky")),
)  # fmt: skip

"""Clear what drafting and reviewing left in a template: comments go, open changes and links to outside are told.

Comments are the reviewers' talk among themselves; a document made for signature must not carry them along. Tracked
changes and outside links are the author's to settle: the program cannot know which wording was meant.
"""

from lxml import etree

from cchc_docs.problems import Place, Problems
from cchc_docs.word.ooxml import xml
from cchc_docs.word.ooxml.package import CONTENT_TYPES, Package
from cchc_docs.word.ooxml.xml import drop, parent_of, w
from cchc_docs.word.template.marking import drop_if_empty, text_of
from cchc_docs.word.template.tags import scan, shorten

_COMMENT_PARTS = frozenset(["comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"])
_COMMENT_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
# ECMA-376 part 1, 17.13.5: what Word writes while Track Changes is on.
_CHANGES = (
    "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange", "pPrChange", "rPrChange",
    "sectPrChange", "tblGridChange", "tblPrChange", "tblPrExChange", "tcPrChange", "trPrChange",
)  # fmt: skip
_OUTSIDE = {
    "attachedTemplate": ("một tệp mẫu khác", "Trong Word: Developer > Document Template, gỡ tệp mẫu gắn kèm."),
    "image": ("một hình", "Chèn lại hình vào mẫu bằng Insert > Pictures, không chọn Link to File."),
    "oleObject": ("một đối tượng của chương trình khác", "Dán lại đối tượng mà không chọn Link."),
}
_OTHERWISE = ("nội dung", "Chèn hẳn nội dung đó vào mẫu, hoặc bỏ đi.")


def strip_comments(package: Package) -> None:
    """Take the comments out of ``package``: their parts, and what anchors them in the text."""
    package.remove(
        {
            relation.target
            for relation in package.relations
            if relation.kind in _COMMENT_PARTS and relation.target.endswith(".xml")
        }
        - {package.main, CONTENT_TYPES}  # what a hostile file may call comments
    )
    marks = tuple(map(w, _COMMENT_MARKS))
    for member, content in list(package.members.items()):
        if not member.endswith(".xml") or not any(mark.encode() in content for mark in _COMMENT_MARKS):
            continue
        root = package.tree(member)
        for mark in list(root.iterdescendants(*marks)):
            run = parent_of(mark)
            drop(mark)
            if run.tag == w("r"):
                drop_if_empty(run)
        package.members[member] = xml.serialise(root).encode()


def warn_of_changes(root: etree._Element, where: Place, problems: Problems) -> None:
    """Tell of tracked changes in a part: how many there are, and where the first stands."""
    changes = list(root.iter(*map(w, _CHANGES)))
    if not changes:
        return
    inside = next(changes[0].iterancestors(w("p")), None)
    paragraph = inside if inside is not None else next(changes[0].iter(w("p")), None)
    place = Place(file=where.file, part=where.part, paragraph="" if paragraph is None else text_of(paragraph))
    problems.warning(
        "sua_chua_chot",
        place,
        f"Mẫu còn {len(changes)} chỗ sửa theo Track Changes chưa chốt, chỗ đầu ở đây; văn bản làm ra sẽ mang theo.",
        "Trong Word: Review > Accept hoặc Reject cho hết, tắt Track Changes, rồi lưu mẫu.",
    )


def refuse_deleted_tags(root: etree._Element, where: Place, problems: Problems) -> None:
    """Report tags in text that was deleted, or moved away, with Track Changes on.

    They would stay in the document as they are, for whoever rejects the change to see.
    """
    for change in root.iter(w("del"), w("moveFrom")):
        text = "".join(map(str, change.itertext(w("delText"), w("t"), with_tail=False)))
        if "{" not in text:
            continue
        paragraph = next(change.iterancestors(w("p")), None)
        shown = (
            text if paragraph is None else "".join(map(str, paragraph.itertext(w("delText"), w("t"), with_tail=False)))
        )
        place = Place(file=where.file, part=where.part, paragraph=shorten(shown))
        for found in scan(text).tags:
            problems.error(
                "the_trong_phan_xoa",
                place,
                f"Thẻ “{found.tag.shown}” nằm trong phần đã xóa hoặc chuyển đi mà Track Changes còn giữ lại.",
                "Trong Word: Review > Accept để xóa hẳn, hoặc Reject để giữ lại thẻ.",
            )


def warn_of_links(package: Package, problems: Problems) -> None:
    """Tell of what Word would fetch from elsewhere on opening a document. Hyperlinks wait for a click and may stay."""
    for kind, target in package.links_outside():
        if kind == "hyperlink" or not target:
            continue
        what, hint = _OUTSIDE.get(kind, _OTHERWISE)
        problems.warning(
            "lien_ket_ngoai", package.where, f"Mẫu lấy {what} từ ngoài tệp: “{target}”; văn bản làm ra cũng vậy.", hint
        )

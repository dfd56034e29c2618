"""Box 7: who signs, and how (NĐ 30/2020, Điều 13; Phụ lục I, Phần I, Mục II, khoản 7)."""

import re
from collections.abc import Iterator

from cchc_docs.facts import table
from cchc_docs.problems import Severity
from cchc_docs.text.normal import fold
from cchc_docs.word.check import mends
from cchc_docs.word.check.blocks import Block
from cchc_docs.word.check.kinds_of_paper import BIEN_BAN
from cchc_docs.word.check.paper import Paper, Signature
from cchc_docs.word.check.recognise_tail import is_name
from cchc_docs.word.check.rule import Finding, Rule, at
from cchc_docs.word.check.rules.common import PART_II, D, Look, P, S, looks, places, quoted
from cchc_docs.word.ooxml.xml import w

_POST, _NAME = "Chức vụ người ký", "Họ tên người ký"


def _posts(paper: Paper) -> list[Block]:
    return [block for one in paper.chu_ky for block in one.posts]


def signature_there(paper: Paper) -> Iterator[Finding]:
    """KY-10: the paper ends with a signer."""
    if (paper.quoc_hieu or paper.so) and not paper.chu_ky:
        yield Finding(
            "Không thấy chức vụ và họ tên người ký.",
            "Ghi quyền hạn, chức vụ (in hoa, đậm) và họ tên người ký (in thường, đậm) ở cuối văn bản, bên phải.",
            _POST,
            at(paper.ket),
        )


def post_look(paper: Paper) -> Iterator[Finding]:
    """KY-01."""
    return looks(_posts(paper), _POST, Look(13, 14, bold=True, capitals=True, centred=True))


def name_look(paper: Paper) -> Iterator[Finding]:
    """KY-02."""
    names = [one.name for one in paper.chu_ky if one.name is not None]
    return looks(names, _NAME, Look(13, 14, bold=True, capitals=False, centred=True))


_WRONG_PREFIX = re.compile(r"(?P<prefix>T/?M|K/?T|T/?L|TU/?Q|Q|T\.M|K\.T|T\.L)(?P<sign>[./:]?)(?P<gap>\s*)(?=\S)")
_RIGHT_PREFIX = re.compile(r"(TM|KT|TL|TUQ|Q)\. \S")


def prefixes(paper: Paper) -> Iterator[Finding]:
    """KY-03: ``KT. ``, ``TM. ``, ``TL. ``, ``TUQ. ``, ``Q. ``: capitals, full stop, one space."""
    for block in _posts(paper):
        if _RIGHT_PREFIX.match(block.visible):
            continue
        found = _WRONG_PREFIX.match(block.visible)
        if found is None or not (found["sign"] or found["gap"] or "/" in found["prefix"]):
            continue
        prefix = re.sub(r"[./]", "", found["prefix"])
        if prefix == "Q" and not found["sign"]:
            continue
        right = f"{prefix}. {block.text[found.end() :].strip()}"
        yield Finding(
            f"Quyền hạn ký viết {quoted(block.visible, 30)}.",
            f"Viết “{right}”: chữ viết tắt, dấu chấm, một dấu cách.",
            _POST,
            block.paragraph,
            mends.text(block, right),
        )


def _prefix(block: Block) -> str:
    found = _WRONG_PREFIX.match(block.visible)
    if found is None or not (found["sign"] or found["gap"] or "/" in found["prefix"]):
        return ""
    return re.sub(r"[./]", "", found["prefix"])


def _head_of(title: str) -> str:
    """The head whose deputy a title names: ``PHÓ GIÁM ĐỐC`` -> ``GIÁM ĐỐC``; ``""`` for no deputy."""
    for row in table("cap_pho"):
        if title.startswith(row["cap_pho"].upper()):
            return row["cap_truong"].upper()
    return title.removeprefix("PHÓ ") if title.startswith("PHÓ ") else ""


def deputies(paper: Paper) -> Iterator[Finding]:
    """KY-04: a deputy signs for the head: ``KT.`` and the head's post stand above."""
    for signature in paper.chu_ky:
        if any(block.visible in {"CHỦ TRÌ", "CHỦ TỌA", "CHỦ TOẠ", "THƯ KÝ"} for block in signature.posts):
            continue
        if _leads_advisers(signature):
            continue
        for number, block in enumerate(signature.posts):
            head = _head_of(block.visible)
            if (
                head
                and not _prefix(block)
                and not any(_prefix(one) in {"KT", "TUQ"} for one in signature.posts[:number])
            ):
                yield Finding(
                    f"Cấp phó {quoted(block.visible, 40)} ký mà không ghi KT. cấp trưởng.",
                    f"Ghi thêm dòng trên: “KT. {head}”.",
                    _POST,
                    block.paragraph,
                )


_ADVISERS = re.compile(r"(TM\. )?(TRƯỞNG BAN|TỔ TRƯỞNG|TRƯỞNG ĐOÀN|CHỦ TỊCH HỘI ĐỒNG|BAN |HỘI ĐỒNG |TỔ |ĐOÀN )")


def _leads_advisers(signature: Signature) -> bool:
    """Return True if a post in a council, board or team comes first: the agency's then stands above the name."""
    return len(signature.posts) > 1 and _ADVISERS.match(signature.posts[0].visible) is not None


def for_the_head(paper: Paper) -> Iterator[Finding]:
    """KY-05: under ``KT.`` the deputy's post, and the head is the deputy's own."""
    for signature in paper.chu_ky:
        for number, block in enumerate(signature.posts):
            if _prefix(block) != "KT":
                continue
            named = re.sub(r"^K[./]?T[./]?\s*", "", block.visible)
            following = " ".join(one.visible for one in signature.posts[number + 1 :])
            head = _head_of(following)
            if not following:
                yield Finding(
                    f"Dưới “{block.visible}” không có chức vụ của người ký.",
                    "Ghi chức vụ cấp phó ở dòng dưới, ví dụ “PHÓ GIÁM ĐỐC”.",
                    _POST,
                    block.paragraph,
                )
            elif not head:
                yield Finding(
                    f"Ký KT. nhưng dòng dưới là {quoted(following, 40)}, không phải cấp phó.",
                    "KT. chỉ dùng khi cấp phó ký thay cấp trưởng.",
                    _POST,
                    block.paragraph,
                )
            elif not (f"{named} ".startswith(f"{head} ") or f"{head} ".startswith(f"{named} ")):
                yield Finding(
                    f"Ký KT. {named} nhưng người ký là cấp phó của {head}.",
                    f"Ghi “KT. {head}”.",
                    _POST,
                    block.paragraph,
                )


_COLLECTIVE = re.compile(r"(ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|BAN |ĐOÀN|TỔ )")
_ONE_HEAD = re.compile(r"(SỞ|PHÒNG|VĂN PHÒNG|CỤC|CHI CỤC|TỔNG CỤC|TRUNG TÂM|BỘ|VỤ|THANH TRA|TRƯỜNG|BỆNH VIỆN)\s")


def on_behalf(paper: Paper) -> Iterator[Finding]:
    """KY-06: ``TM.`` where a collective decides, and only there."""
    issuer = " ".join(block.visible for block in paper.ban_hanh)
    prefixed = {_prefix(block) for block in _posts(paper)}
    for block in _posts(paper):
        if _prefix(block) == "TM" and _ONE_HEAD.match(issuer) and not re.search(_COLLECTIVE, block.visible):
            yield Finding(
                f"{issuer.capitalize()} làm việc theo chế độ thủ trưởng mà ký “{block.visible}”.",
                "Bỏ TM.; người đứng đầu ký trực tiếp chức vụ.",
                _POST,
                block.paragraph,
            )
    collective = re.match(r"(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)\b", issuer)
    posts = _posts(paper)
    deciding = [*paper.tham_quyen, *(item.block for item in paper.than if item.level == "giua")]
    personal = any("CHỦ TỊCH" in block.visible.upper() for block in deciding)
    is_minutes = paper.loai == BIEN_BAN  # its signers sign for themselves
    if collective and posts and not personal and not is_minutes and not prefixed & {"TM", "KT", "TL", "TUQ"}:
        yield Finding(
            f"{collective[1].capitalize()} làm việc theo chế độ tập thể mà không ký TM.",
            f"Ghi “TM. {collective[1]}” trên dòng chức vụ.",
            _POST,
            posts[0].paragraph,
            severity=Severity.WARNING,
        )


def bare_names(paper: Paper) -> Iterator[Finding]:
    """KY-07: no degree or form of address before the name."""
    known = [row["hoc_vi"] for row in table("hoc_vi")] + [row["xung_ho"] for row in table("xung_ho")]
    for one in paper.chu_ky:
        for block in [*([one.name] if one.name else []), *one.other]:
            words = f"{' '.join(fold(block.text).replace('.', ' ').split())} "
            title = next((name for name in known if words.startswith(f"{fold(name)} ")), "")
            if title and (one.name is block or is_name(block) or one.name is None):
                yield Finding(
                    f"Trước họ tên người ký ghi “{title}”: {quoted(block.text, 40)}.",
                    "Chỉ ghi họ, tên đệm và tên; không ghi học hàm, học vị, danh hiệu.",
                    _NAME,
                    block.paragraph,
                )


def kept_together(paper: Paper) -> Iterator[Finding]:
    """KY-09: the signature does not break over two pages and is not alone on the last."""
    for signature in paper.chu_ky[:1]:
        first = signature.first
        if first is None:
            continue
        container = first.paragraph.container
        row = None if container.element is None else container.element.getparent()
        if (
            container.kind == "cell"
            and row is not None
            and row.tag == w("tr")
            and row.find(f"{w('trPr')}/{w('cantSplit')}") is None
        ):
            yield Finding(
                "Hàng bảng chứa chữ ký có thể bị tách sang hai trang.",
                "Bỏ chọn “Allow row to break across pages” (Table Properties > Row).",
                _POST,
                first.paragraph,
                mends.row_stays_whole(row),
            )
        last = paper.ket
        if last is not None and not last.paragraph.format.keep_next and not last.paragraph.in_table:
            yield Finding(
                "Khối chữ ký có thể đứng một mình ở trang cuối.",
                "Chọn “Keep with next” cho đoạn cuối của nội dung (Paragraph > Line and Page Breaks).",
                _POST,
                last.paragraph,
                mends.paragraph(last.paragraph, keep_next=True),
            )


def on_one_page(paper: Paper) -> Iterator[Finding]:
    """KY-16: on the pages as they are set, the signature is whole and some of the text stands above it."""
    pages = [" ".join(text.split()) for text in paper.trang or ()]
    for signature in paper.chu_ky[:1]:
        if not signature.posts or signature.name is None:
            continue
        post, name = (" ".join(block.visible.split()) for block in (signature.posts[0], signature.name))
        last = max((number for number, text in enumerate(pages) if name in text), default=None)
        if last is None:
            continue
        if post not in pages[last]:
            yield Finding(
                f"Chức vụ và họ tên người ký ở hai trang khác nhau (họ tên ở trang {last + 1}).",
                "Chọn “Keep with next” cho các dòng của khối chữ ký.",
                _POST,
                signature.posts[0].paragraph,
            )
        elif paper.ket is not None and " ".join(paper.ket.text.split())[-12:] not in pages[last]:
            yield Finding(
                f"Khối chữ ký đứng một mình ở trang {last + 1}, không có dòng nội dung nào ở trên.",
                "Chọn “Keep with next” cho đoạn cuối của nội dung.",
                _POST,
                signature.posts[0].paragraph,
            )


def on_the_right(paper: Paper) -> Iterator[Finding]:
    """KY-11: the signer stands in the right half, level with *Nơi nhận*."""
    if not (paper.noi_nhan and paper.chu_ky) or paper.loai == BIEN_BAN:
        return
    own, other = paper.chu_ky[-1].first, paper.noi_nhan[0]
    if own is None:
        return
    one, two = own.paragraph.container, other.paragraph.container
    if one.kind == "cell" and one.table is two.table and one.column < two.column:
        yield Finding(
            "Chữ ký ở bên trái, “Nơi nhận” ở bên phải.",
            "Chức vụ, họ tên người ký ở nửa bên phải, ngang với “Nơi nhận:”.",
            _POST,
            own.paragraph,
        )
    elif (
        one.kind == "page" and own.whole and own.paragraph.format.align != "right" and own.paragraph.format.left < 2000
    ):
        yield Finding(
            "Chữ ký không ở nửa bên phải trang.",
            "Chức vụ, họ tên người ký ở nửa bên phải, ngang với “Nơi nhận:”; nên dùng bảng hai cột.",
            _POST,
            own.paragraph,
        )


def by_order(paper: Paper) -> Iterator[Finding]:
    """KY-12: after ``TL.`` and ``TUQ.`` stands the head's post, and the signer's own under it."""
    for signature in paper.chu_ky:
        for number, block in enumerate(signature.posts):
            prefix = _prefix(block)
            if prefix not in {"TL", "TUQ"}:
                continue
            named = re.sub(r"^T[./]?U?[./]?[LQ][./]?\s*", "", block.visible)
            rest = " ".join(one.visible for one in signature.posts[number + 1 :])
            if not rest or rest == named:
                yield Finding(
                    f"Dưới “{block.visible}” "
                    + ("không có chức vụ của người ký." if not rest else "lại là chức vụ của chính người đứng đầu."),
                    "Dòng trên là chức vụ người đứng đầu, dòng dưới là chức vụ người ký, ví dụ “TL. GIÁM ĐỐC”, "
                    "“CHÁNH VĂN PHÒNG”.",
                    _POST,
                    block.paragraph,
                )


def in_charge(paper: Paper) -> Iterator[Finding]:
    """KY-14: *phụ trách*, *điều hành* are never printed."""
    for block in _posts(paper):
        found = re.search(r"PHỤ TRÁCH|ĐIỀU HÀNH", block.visible)
        if found is not None:
            yield Finding(
                f"Chức vụ ghi “{found[0].lower()}”: {quoted(block.visible, 40)}.",
                "Cấp phó được giao phụ trách, điều hành ký như cấp phó ký thay: “KT. GIÁM ĐỐC”, “PHÓ GIÁM ĐỐC”.",
                _POST,
                block.paragraph,
            )


def names_there(paper: Paper) -> Iterator[Finding]:
    """KY-15: under each post a name."""
    for one in paper.chu_ky:
        if one.posts and one.name is None:
            yield Finding(
                f"Dưới {quoted(one.posts[-1].visible, 40)} không có họ tên người ký.",
                "Ghi đầy đủ họ, tên đệm và tên, in thường, đứng, đậm.",
                _NAME,
                one.posts[-1].paragraph,
                severity=Severity.NOTE if paper.loai == BIEN_BAN else None,  # written by hand at the meeting
            )


_SECRETARY, _CHAIR = (
    frozenset(["THƯ KÝ", "NGƯỜI GHI BIÊN BẢN", "NGƯỜI LẬP BIÊN BẢN"]),
    frozenset(["CHỦ TỌA", "CHỦ TOẠ", "CHỦ TRÌ"]),
)


def minutes(paper: Paper) -> Iterator[Finding]:
    """BB-01: minutes have no date line and two signers: secretary left, chair right."""
    if paper.loai != BIEN_BAN:
        return
    if paper.ngay:
        yield Finding(
            "Biên bản có dòng địa danh, ngày tháng ở đầu trang.",
            "Mẫu 1.9 không có dòng này; thời gian ghi trong nội dung.",
            "Địa danh và thời gian",
            paper.ngay[0].paragraph,
        )
    if len(paper.chu_ky) == 1 and paper.chu_ky[0].posts:
        yield Finding(
            "Biên bản chỉ có một khối chữ ký.",
            "Mẫu 1.9 có hai khối ngang nhau: bên trái THƯ KÝ, bên phải CHỦ TỌA.",
            _POST,
            at(paper.chu_ky[0].first),
        )
    if len(paper.chu_ky) == 2 and _title(paper.chu_ky[0]) in _CHAIR and _title(paper.chu_ky[1]) in _SECRETARY:
        yield Finding(
            "CHỦ TỌA ở bên trái, THƯ KÝ ở bên phải.",
            "Bên trái là THƯ KÝ, bên phải là CHỦ TỌA.",
            _POST,
            at(paper.chu_ky[0].first),
        )


def _title(signature: Signature) -> str:
    return signature.posts[0].visible if signature.posts else ""


RULES = (
    Rule("KY-01", PART_II.format("7, điểm đ"), D,
         "Quyền hạn, chức vụ người ký: in hoa, cỡ 13 đến 14, đứng, đậm, canh giữa", post_look, ("chu_ky",), mends=True),
    Rule("KY-02", PART_II.format("7, điểm đ"), D,
         "Họ tên người ký: in thường, cỡ 13 đến 14, đứng, đậm, canh giữa", name_look, ("chu_ky",), mends=True),
    Rule("KY-03", places(PART_II.format("7, điểm b"), PART_II.format("7, điểm đ")), D,
         "Viết “TM. ”, “KT. ”, “TL. ”, “TUQ. ”, “Q. ”", prefixes, ("chu_ky",), mends=True),
    Rule("KY-04", "Điều 13, khoản 1", D, "Cấp phó ký phải có KT. cấp trưởng", deputies, ("chu_ky",)),
    Rule("KY-05", places("Điều 13, khoản 1", PART_II.format("7, điểm b")), D,
         "Dưới KT. là chức vụ cấp phó của chính cấp trưởng đó", for_the_head, ("chu_ky",)),
    Rule("KY-06", places("Điều 13, khoản 2", PART_II.format("7, điểm b")), D,
         "TM. khi và chỉ khi cơ quan làm việc theo chế độ tập thể", on_behalf, ("chu_ky",)),
    Rule("KY-07", PART_II.format("7, điểm c"), D,
         "Trước họ tên không ghi học hàm, học vị, danh hiệu", bare_names, ("chu_ky",)),
    Rule("KY-09", "Thông lệ", P,
         "Khối chữ ký không bị tách trang, không đứng một mình", kept_together, ("chu_ky",), mends=True),
    Rule("KY-10", places(PART_II.format("7, điểm c"), "Điều 8, khoản 2, điểm g"), D,
         "Có chức vụ và họ tên người ký", signature_there),
    Rule("KY-11", "Phụ lục I, Phần I, Mục IV, ô số 7a", D,
         "Chữ ký ở nửa bên phải trang", on_the_right, ("chu_ky",)),
    Rule("KY-12", places("Điều 13, khoản 3", "Điều 13, khoản 4"), D,
         "TL., TUQ. ghi chức vụ người đứng đầu, dòng dưới là chức vụ người ký", by_order, ("chu_ky",)),
    Rule("KY-13", places(PART_II.format("7, điểm d"), PART_II.format("8, điểm a"), "Điều 13, khoản 6",
                           "Điều 33, khoản 1, điểm a", "Điều 33, khoản 1, điểm b"), D,
         "Chữ ký tay màu xanh, dấu đỏ trùm 1/3 chữ ký về bên trái, hoặc ảnh chữ ký số đúng vị trí", None),
    Rule("KY-14", places("Điều 13, khoản 1", PART_II.format("7, điểm b")), D,
         "Không in “phụ trách”, “điều hành”", in_charge, ("chu_ky",)),
    Rule("KY-15", PART_II.format("7, điểm c"), D,
         "Dưới chức vụ có họ tên người ký", names_there, ("chu_ky",), severity=Severity.WARNING),
    Rule("KY-16", "Thông lệ", P, "Khi in ra, khối chữ ký trọn một trang và có nội dung ở trên", on_one_page,
         ("chu_ky",), needs_pages=True),
    Rule("BB-01", "Phụ lục III, mẫu 1.9", S,
         "Biên bản: không có dòng ngày tháng ở đầu; THƯ KÝ bên trái, CHỦ TỌA bên phải", minutes, ("ten_loai",)),
)  # fmt: skip

"""The tail of a paper: boxes 7, 9b, 12, and appendices (NĐ 30/2020, Phụ lục I, phần II, mục 7 to 9; III, mục 1)."""

import re
from collections.abc import Iterator

from cchc_docs.check import mends
from cchc_docs.check.blocks import Block
from cchc_docs.check.kinds_of_paper import DECISIONS
from cchc_docs.check.paper import Paper, Signature
from cchc_docs.check.recognise import is_name
from cchc_docs.check.rule import Authority, Finding, Rule, at
from cchc_docs.check.rules.common import Look, looks, quoted, under
from cchc_docs.check.rules.head import BIEN_BAN
from cchc_docs.facts import table
from cchc_docs.ooxml.xml import w
from cchc_docs.problems import Severity
from cchc_docs.text import fold

D, S, P = Authority.DECREE, Authority.SAMPLE, Authority.PRACTICE
_POST, _NAME = "Chức vụ người ký", "Họ tên người ký"

# -- Box 7


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
    if collective and posts and not personal and not prefixed & {"TM", "KT", "TL", "TUQ"}:
        yield Finding(
            f"{collective[1].capitalize()} làm việc theo chế độ tập thể mà không ký TM.",
            f"Ghi “TM. {collective[1]}” trên dòng chức vụ.",
            _POST,
            posts[0].paragraph,
            severity=Severity.CANH_BAO,
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
                severity=Severity.LUU_Y if paper.loai == BIEN_BAN else None,  # written by hand at the meeting
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


# -- Box 9b


def recipients_there(paper: Paper) -> Iterator[Finding]:
    """NN-08: the paper says who gets it."""
    if (paper.quoc_hieu or paper.so) and not paper.noi_nhan:
        yield Finding(
            "Không thấy phần “Nơi nhận”.",
            "Ghi “Nơi nhận:” ở góc trái cuối văn bản, ngang dòng chức vụ người ký; dòng cuối là “- Lưu: VT, đơn vị "
            "soạn thảo.”",
            "Nơi nhận",
            at(next((one.first for one in paper.chu_ky), None)),
            severity=Severity.CANH_BAO if paper.loai in {BIEN_BAN, "Giấy giới thiệu", "Hợp đồng"} else None,
        )


def recipients_literal(paper: Paper) -> Iterator[Finding]:
    """NN-01: ``Nơi nhận:`` with a colon, on its own line."""
    for block in paper.noi_nhan[:1]:
        if block.text != "Nơi nhận:":
            alone = block.key == "noi_nhan"
            yield Finding(
                f"Viết {quoted(block.text, 40)}.",
                "Viết “Nơi nhận:” trên một dòng riêng, có dấu hai chấm.",
                "Nơi nhận",
                block.paragraph,
                mends.text(block, "Nơi nhận:") if alone else None,
            )


def recipients_head_look(paper: Paper) -> Iterator[Finding]:
    """NN-02: 12 pt, italic, bold."""
    return looks(paper.noi_nhan[:1], "Chữ “Nơi nhận”", Look(12, 12, bold=True, italic=True, capitals=False))


def recipients_look(paper: Paper) -> Iterator[Finding]:
    """NN-03: 11 pt, upright."""
    return looks(paper.noi_nhan[1:], "Nơi nhận", Look(11, 11))


def recipients_on_the_left(paper: Paper) -> Iterator[Finding]:
    """NN-09: flush left."""
    for block in paper.noi_nhan:
        form = block.paragraph.format
        if block.alone and form.align in {"center", "right"} and not block.paragraph.number:
            yield Finding(
                f"Dòng {quoted(block.text, 40)} đang {'canh giữa' if form.align == 'center' else 'canh phải'}.",
                "Chữ “Nơi nhận” và các nơi nhận đặt sát lề trái.",
                "Nơi nhận",
                block.paragraph,
                mends.paragraph(block.paragraph, align="left", first=0, left=0),
            )


def _is_last(block: Block) -> bool:
    return re.match(r"[-–+•]?\s*l[ưu]u\b", block.text, re.IGNORECASE) is not None


def _kept(paper: Paper) -> Block | None:
    return next((block for block in paper.noi_nhan[1:] if _is_last(block)), None)


def recipients_items(paper: Paper) -> Iterator[Finding]:
    """NN-04: ``- … ;`` each on its own line."""
    for block in paper.noi_nhan[1:]:
        if _is_last(block) or re.fullmatch(r"\(?[A-Za-zĐđ]{1,5}\)?\.?\s*\(?\d*\)?\.?", block.text):
            continue
        dashed = re.match(r"- \S", block.text) is not None or bool(block.paragraph.number)
        if dashed and block.text.endswith(";"):
            continue
        words = re.sub(r"^[-–—+•]\s*", "", block.text).rstrip(" .,;")
        right = f"{words};" if block.paragraph.number else f"- {words};"
        yield Finding(
            f"Dòng nơi nhận {quoted(block.text, 50)}.",
            f"Viết “{right}”: gạch đầu dòng sát lề trái, cuối dòng dấu chấm phẩy.",
            "Nơi nhận",
            block.paragraph,
            mends.text(block, right) if dashed or block.text.startswith("-") else None,
        )


_KEPT = re.compile(
    r"- Lưu: VT(, [^,;.()]+)*"
    r"(( ?\([^)]+\))?\.( ?\(?[A-ZĐ]{1,5}\)?\.? ?\(?\d*\)?\.?)?|\. ?\([^)]*\)\.?)"
)


def kept_line(paper: Paper) -> Iterator[Finding]:
    """NN-05: the last line ``- Lưu: VT, …``."""
    if not paper.noi_nhan:
        return
    block = _kept(paper)
    if block is None:
        yield Finding(
            "Nơi nhận không có dòng “Lưu”.",
            "Dòng cuối ghi “- Lưu: VT, viết tắt đơn vị soạn thảo.”",
            "Nơi nhận",
            paper.noi_nhan[-1].paragraph,
        )
        return
    text = f"- {block.text}" if block.paragraph.number else block.text
    if _KEPT.fullmatch(text):
        return
    right = re.sub(r"^[-–—+•]?\s*l[ưu]u\s*:?\s*", "- Lưu: ", text, flags=re.IGNORECASE)
    right = re.sub(r"\s*,\s*", ", ", right).rstrip(" ;,")
    right = right if right.endswith((".", ")")) else f"{right}."
    mendable = _KEPT.fullmatch(right) is not None and not block.paragraph.number
    yield Finding(
        f"Dòng lưu viết {quoted(block.text, 40)}.",
        f"Viết “{right if mendable else '- Lưu: VT, VP.'}”: “Lưu”, dấu hai chấm, “VT”, dấu phẩy, viết tắt đơn vị soạn "
        "thảo, dấu chấm.",
        "Nơi nhận",
        block.paragraph,
        mends.text(block, right) if mendable else None,
    )


def as_above(paper: Paper) -> Iterator[Finding]:
    """NN-06: where there is *Kính gửi*, the first recipient is *Như trên*."""
    if paper.kinh_gui and len(paper.noi_nhan) > 1 and not paper.noi_nhan[1].key.startswith("nhu_"):
        yield Finding(
            f"Văn bản có “Kính gửi” mà nơi nhận đầu tiên là {quoted(paper.noi_nhan[1].text, 40)}.",
            "Dòng đầu của Nơi nhận ghi “- Như trên;”.",
            "Nơi nhận",
            paper.noi_nhan[1].paragraph,
        )


def as_in_article(paper: Paper) -> Iterator[Finding]:
    """NN-07: decisions go first to those named in an article."""
    if paper.loai in DECISIONS and len(paper.noi_nhan) > 1 and not paper.noi_nhan[1].key.startswith("nhu_dieu"):
        yield Finding(
            f"Nơi nhận đầu tiên của {paper.loai.lower()} là {quoted(paper.noi_nhan[1].text, 40)}.",
            "Dòng đầu ghi “- Như Điều …;” (điều giao thi hành).",
            "Nơi nhận",
            paper.noi_nhan[1].paragraph,
        )


# -- Appendices


def appendix_head(paper: Paper) -> Iterator[Finding]:
    """PL-01: ``Phụ lục I``: alone on its line, small letters, 14 pt, bold, in the middle."""
    for one in paper.phu_luc:
        text = " ".join(one.head.text.split())
        if not re.fullmatch(r"(?i:phụ lục)( \S+)?", text):
            yield Finding(
                f"Đầu phụ lục viết {quoted(text)}.",
                "Dòng đầu chỉ ghi “Phụ lục” và số La Mã; tên phụ lục ở dòng dưới.",
                "Phụ lục",
                one.head.paragraph,
            )
        if one.head.in_capitals:
            right = re.sub(r"(?i:phụ lục)", "Phụ lục", text)
            yield Finding(
                f"Viết {quoted(one.head.visible)}.",
                f"“Phụ lục” in thường: {quoted(right)}.",
                "Phụ lục",
                one.head.paragraph,
                mends.text(one.head, right) if one.head.whole and re.fullmatch(r"(?i:phụ lục)( \S+)?", text) else None,
            )
        yield from looks([one.head], "Chữ “Phụ lục”", Look(14, 14, bold=True, centred=True))


def appendix_title(paper: Paper) -> Iterator[Finding]:
    """PL-02: its title in capitals, 13 to 14, bold, in the middle."""
    titles = [block for one in paper.phu_luc for block in one.titles]
    return looks(titles, "Tên phụ lục", Look(13, 14, bold=True, capitals=True, centred=True))


def appendix_reference(paper: Paper) -> Iterator[Finding]:
    """PL-03: *(Kèm theo …)*: italic, 13 to 14, in the middle."""
    for one in paper.phu_luc:
        if not one.reference:
            yield Finding(
                f"Dưới tên {quoted(one.head.text)} không có dòng “(Kèm theo …)”.",
                "Ghi “(Kèm theo văn bản số …/… ngày … tháng … năm … của …)”, nghiêng, canh giữa, dưới tên phụ lục.",
                "Phụ lục",
                one.head.paragraph,
            )
        yield from looks(one.reference, "Dòng “Kèm theo”", Look(13, 14, italic=True, capitals=False, centred=True))


def appendix_named(paper: Paper) -> Iterator[Finding]:
    """PL-04: the text names its appendices."""
    if not paper.phu_luc:
        return
    words = " ".join(one.text for one in paper.document.paragraphs[: paper.cuoi_tu]).lower()
    if not re.search(r"phụ lục|kèm theo|gửi kèm|đính kèm", words):
        yield Finding(
            "Nội dung văn bản không nhắc đến phụ lục.",
            "Thêm chỉ dẫn về phụ lục trong nội dung, ví dụ “(chi tiết tại Phụ lục kèm theo)”.",
            "Phụ lục",
            paper.phu_luc[0].head.paragraph,
        )


def appendix_numbers(paper: Paper) -> Iterator[Finding]:
    """PL-05: one appendix has no number; two or more have Roman ones."""
    several = len(paper.phu_luc) > 1
    for one in paper.phu_luc:
        found = re.match(r"(?i:phụ lục)\s*(?:số\s*)?([IVXLC]+|\d+)?\b", one.head.text)
        written = "" if found is None else found[1] or ""
        if several and (not written or written.isdecimal()):
            yield Finding(
                f"{quoted(one.head.text)} " + ("đánh số Ả Rập." if written else "không có số."),
                "Từ hai phụ lục trở lên, đánh số bằng chữ số La Mã.",
                "Phụ lục",
                one.head.paragraph,
            )
        elif not several and written:
            yield Finding(
                f"Chỉ có một phụ lục mà đánh số: {quoted(one.head.text)}.",
                "Một phụ lục thì chỉ ghi “Phụ lục”.",
                "Phụ lục",
                one.head.paragraph,
                severity=Severity.CANH_BAO,
            )


def appendix_ending(paper: Paper) -> Iterator[Finding]:
    """PL-06: ``./.`` at its end; where that is a figure of a table, only a remark."""
    for one in paper.phu_luc:
        last = next((paragraph for paragraph in reversed(one.paragraphs) if not paragraph.is_blank), None)
        if last is not None and not last.text.strip().endswith("./."):
            table_ = last.container.table
            yield Finding(
                f"Cuối {quoted(one.head.text)} không có dấu “./.”.",
                "Thêm “./.” sau chữ cuối cùng của phụ lục.",
                "Phụ lục",
                last,
                severity=Severity.LUU_Y if table_ is not None and table_.is_ruled else None,
            )


def appendix_line(paper: Paper) -> Iterator[Finding]:
    """PL-07: a short line in the middle under the reference."""
    for one in paper.phu_luc:
        if not one.reference:
            continue
        found = under(paper, one.reference)
        if not found.drawn:
            yield Finding(
                "Dưới dòng “(Kèm theo …)” không có đường kẻ.",
                "Kẻ một nét liền ngắn, canh giữa, dưới dòng này.",
                "Phụ lục",
                one.reference[-1].paragraph,
                mends.draw_line(paper.document, one.reference[-1], 1 / 3),
            )


def drafter(paper: Paper) -> Iterator[Finding]:
    """SB-01: drafter's initials and number of copies: capitals, 11 pt, upright."""
    blocks = [
        block for block in paper.noi_nhan[1:] if re.fullmatch(r"\(?[A-Za-zĐđ]{1,5}\)?\.?\s*\(?\d+\)?\.?", block.text)
    ]
    for block in blocks:
        if block.text != block.text.upper():
            yield Finding(
                f"Ký hiệu người soạn thảo {quoted(block.text)} có chữ thường.",
                "Viết hoa, ví dụ “PL.(300)”.",
                "Nơi nhận",
                block.paragraph,
            )


_7, _9, _PL = "Phụ lục I, phần II, mục 7.{}", "Phụ lục I, phần II, mục 9.{}", "Phụ lục I, phần III, mục 1"
RULES = (
    Rule("KY-01", _7.format("d"), D,
         "Quyền hạn, chức vụ người ký: in hoa, cỡ 13 đến 14, đứng, đậm, canh giữa", post_look, ("chu_ky",), mends=True),
    Rule("KY-02", _7.format("d"), D,
         "Họ tên người ký: in thường, cỡ 13 đến 14, đứng, đậm, canh giữa", name_look, ("chu_ky",), mends=True),
    Rule("KY-03", _7.format("a"), D, "Viết “TM. ”, “KT. ”, “TL. ”, “TUQ. ”, “Q. ”", prefixes, ("chu_ky",), mends=True),
    Rule("KY-04", "Điều 13, khoản 1", D, "Cấp phó ký phải có KT. cấp trưởng", deputies, ("chu_ky",)),
    Rule("KY-05", "Điều 13, khoản 1; " + _7.format("a"), D,
         "Dưới KT. là chức vụ cấp phó của chính cấp trưởng đó", for_the_head, ("chu_ky",)),
    Rule("KY-06", "Điều 13, khoản 2; " + _7.format("a"), D,
         "TM. khi và chỉ khi cơ quan làm việc theo chế độ tập thể", on_behalf, ("chu_ky",)),
    Rule("KY-07", _7.format("c"), D, "Trước họ tên không ghi học hàm, học vị, danh hiệu", bare_names, ("chu_ky",)),
    Rule("KY-09", "Thông lệ", P,
         "Khối chữ ký không bị tách trang, không đứng một mình", kept_together, ("chu_ky",), mends=True),
    Rule("KY-10", _7.format("b"), D, "Có chức vụ và họ tên người ký", signature_there),
    Rule("KY-11", "Phụ lục I, mục IV, ô số 7", D, "Chữ ký ở nửa bên phải, ngang “Nơi nhận”", on_the_right, ("chu_ky",)),
    Rule("KY-12", "Điều 13, khoản 3 và 4", D,
         "TL., TUQ. ghi chức vụ người đứng đầu, dòng dưới là chức vụ người ký", by_order, ("chu_ky",)),
    Rule("KY-13", "Phụ lục I, phần II, mục 7.c và 8; Điều 32, 33", D,
         "Chữ ký tay màu xanh, dấu đỏ trùm 1/3 chữ ký về bên trái, hoặc ảnh chữ ký số đúng vị trí", None),
    Rule("KY-14", "Điều 13, khoản 1", D, "Không in “phụ trách”, “điều hành”", in_charge, ("chu_ky",)),
    Rule("KY-16", "Thông lệ", P, "Khi in ra, khối chữ ký trọn một trang và có nội dung ở trên", on_one_page,
         ("chu_ky",), needs_pages=True),
    Rule("KY-15", _7.format("c"), D,
         "Dưới chức vụ có họ tên người ký", names_there, ("chu_ky",), severity=Severity.CANH_BAO),
    Rule("BB-01", "Phụ lục III, mẫu 1.9", S,
         "Biên bản: không có dòng ngày tháng ở đầu; THƯ KÝ bên trái, CHỦ TỌA bên phải", minutes, ("ten_loai",)),
    Rule("NN-01", _9.format("c"), D, "Viết “Nơi nhận:” trên dòng riêng", recipients_literal, ("noi_nhan",), mends=True),
    Rule("NN-02", _9.format("c"), D,
         "Chữ “Nơi nhận”: in thường, cỡ 12, nghiêng, đậm", recipients_head_look, ("noi_nhan",), mends=True),
    Rule("NN-03", _9.format("c"), D,
         "Các nơi nhận: in thường, cỡ 11, đứng", recipients_look, ("noi_nhan",), mends=True),
    Rule("NN-04", _9.format("c"), D,
         "Mỗi nơi nhận một dòng, có gạch đầu dòng, cuối dòng dấu chấm phẩy",
         recipients_items, ("noi_nhan",), mends=True),
    Rule("NN-05", _9.format("c"), D, "Dòng cuối “- Lưu: VT, đơn vị soạn thảo.”", kept_line, ("noi_nhan",), mends=True),
    Rule("NN-06", _9.format("c"), D,
         "Văn bản có “Kính gửi” thì nơi nhận đầu tiên là “Như trên”", as_above, ("noi_nhan",)),
    Rule("NN-07", "Phụ lục III, mẫu 1.1 đến 1.3", S,
         "Quyết định, nghị quyết: nơi nhận đầu tiên là “Như Điều …”", as_in_article, ("noi_nhan",)),
    Rule("NN-08", _9.format("b"), D, "Có phần “Nơi nhận”", recipients_there),
    Rule("NN-09", _9.format("c"), D, "“Nơi nhận” và các nơi nhận sát lề trái", recipients_on_the_left,
         ("noi_nhan",), mends=True),
    Rule("SB-01", "Phụ lục I, phần III, mục 3", D,
         "Ký hiệu người soạn thảo in hoa, số lượng bản bằng số Ả Rập", drafter, ("noi_nhan",)),
    Rule("PL-01", _PL + ".b", D,
         "“Phụ lục I”: dòng riêng, in thường, cỡ 14, đứng, đậm, canh giữa", appendix_head, ("phu_luc",), mends=True),
    Rule("PL-02", _PL + ".b", D,
         "Tên phụ lục: in hoa, cỡ 13 đến 14, đứng, đậm, canh giữa", appendix_title, ("phu_luc",), mends=True),
    Rule("PL-03", _PL + ".c", D,
         "Dòng “(Kèm theo …)”: in thường, cỡ 13 đến 14, nghiêng, canh giữa",
         appendix_reference, ("phu_luc",), mends=True),
    Rule("PL-04", _PL + ".a", D, "Nội dung văn bản có chỉ dẫn về phụ lục", appendix_named, ("phu_luc",)),
    Rule("PL-05", _PL + ".a", D,
         "Từ hai phụ lục trở lên đánh số La Mã; một phụ lục không đánh số", appendix_numbers, ("phu_luc",)),
    Rule("PL-06", "Phụ lục III, mẫu 2.1", S, "Cuối phụ lục có dấu “./.”", appendix_ending, ("phu_luc",)),
    Rule("PL-07", "Phụ lục III, mẫu 2.1", S,
         "Dưới dòng “(Kèm theo …)” có nét kẻ ngắn", appendix_line, ("phu_luc",), mends=True),
)  # fmt: skip

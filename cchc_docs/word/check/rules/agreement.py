"""Compare parts of a paper that must agree: ký hiệu and issuer, authority and signature, Kính gửi and Nơi nhận."""

import re
from collections.abc import Iterator

from cchc_docs.problems import Severity
from cchc_docs.word.check.blocks import Block
from cchc_docs.word.check.kinds_of_paper import DECISIONS, OFTEN_WITH_KINH_GUI, WITH_KINH_GUI, WITHOUT_TITLE
from cchc_docs.word.check.paper import Paper, Signature
from cchc_docs.word.check.rule import Finding, Rule, at
from cchc_docs.word.check.rules.common import PART_II, D, S, places, quoted

_MARK = re.compile(r"\s*Số\s*:?[\s.…_\d]*/\s*(?P<mark>\S+)", re.IGNORECASE)
_COLLECTIVE = {"UBND": r"(ỦY|UỶ) BAN NHÂN DÂN|\bUBND\b", "HĐND": r"HỘI ĐỒNG NHÂN DÂN|\bHĐND\b"}
_FIRST = {"SỞ": "S", "BỘ": "B"}


def mark_of_issuer(paper: Paper) -> Iterator[Finding]:
    """SO-09: the organ in the ký hiệu is the issuer: UBND and HĐND are only theirs, a Sở begins with S, a Bộ with B."""
    found = _MARK.match(paper.so[0].text) if paper.so else None
    issuer = " ".join(block.visible for block in paper.ban_hanh)
    groups = [] if found is None else re.split(r"[-–]", found["mark"])
    at_ = 0 if paper.loai in WITHOUT_TITLE else 1
    if not issuer or len(groups) <= at_ or issuer.startswith(("VĂN PHÒNG", "BAN ", "ĐOÀN", "TỔ ", "HỘI ĐỒNG ")):
        return
    group = groups[at_]
    pattern = next((pattern for name, pattern in _COLLECTIVE.items() if name in groups), "")
    wanted = next((name for name, pattern in _COLLECTIVE.items() if re.match(pattern, issuer)), "")
    letter = _FIRST.get(issuer.split()[0], "") if not re.match(r"BỘ (CHỈ HUY|TƯ LỆNH)", issuer) else ""
    if pattern and not re.search(pattern, issuer):
        what = f"Ký hiệu ghi “{group}” mà cơ quan ban hành là {issuer}."
    elif wanted and not any(name in group for name in _COLLECTIVE):
        what = f"Ký hiệu ghi “{group}” mà cơ quan ban hành là {issuer} (viết tắt “{wanted}”)."
    elif letter and group[:1] != letter:
        what = f"Ký hiệu ghi “{group}”, không phải viết tắt của {issuer}."
    else:
        return
    yield Finding(
        what,
        "Sau chữ viết tắt tên loại là chữ viết tắt tên cơ quan ban hành.",
        "Số, ký hiệu",
        at(paper.so[0]),
        severity=Severity.WARNING,
    )


def _has(signature: Signature, prefix: str) -> bool:
    return any(re.match(rf"{prefix}[./ ]", block.visible) for block in signature.posts)


def signed_by_authority(paper: Paper) -> Iterator[Finding]:
    """KY-17: a decision in the chairman's own power is signed without TM.; one of the collective with it."""
    if not (paper.loai in DECISIONS and paper.tham_quyen and paper.chu_ky and paper.chu_ky[-1].posts):
        return
    decides, signature = paper.tham_quyen[0].visible, paper.chu_ky[-1]
    first = signature.posts[0]
    if decides.startswith("CHỦ TỊCH") and _has(signature, "TM"):
        yield Finding(
            f"Thẩm quyền ban hành là “{decides}” mà ký “{first.visible}”.",
            "Chủ tịch quyết định theo thẩm quyền riêng thì ký “CHỦ TỊCH”, hoặc “KT. CHỦ TỊCH”, không có TM.",
            "Chức vụ người ký",
            first.paragraph,
        )
    elif (
        re.match(r"(ỦY|UỶ) BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN", decides)
        and _has(signature, "KT")
        and not _has(signature, "TM")
    ):
        yield Finding(
            f"Thẩm quyền ban hành là “{decides}” mà chỉ ký “{first.visible}”.",
            f"Thêm dòng trên cùng: “TM. {decides.split(' TỈNH')[0].split(' XÃ')[0].split(' PHƯỜNG')[0]}”.",
            "Chức vụ người ký",
            first.paragraph,
            severity=Severity.WARNING,
        )


def acting_head(paper: Paper) -> Iterator[Finding]:
    """KY-18: ``Q.`` before the post, not *QUYỀN*."""
    for signature in paper.chu_ky:
        for block in signature.posts:
            found = re.match(r"QUYỀN\s+(?=(GIÁM|CHỦ|TRƯỞNG|CHÁNH|BỘ|CỤC|CHI|HIỆU|VIỆN|TỔNG))", block.visible)
            if found is not None:
                right = f"Q. {block.visible[found.end() :]}"
                yield Finding(
                    f"Quyền hạn ký viết {quoted(block.visible, 40)}.",
                    f"Người được giao quyền cấp trưởng ghi “{right}”.",
                    "Chức vụ người ký",
                    block.paragraph,
                )


def no_second_delegation(paper: Paper) -> Iterator[Finding]:
    """KY-19: whoever signs by delegation (TUQ.) does not let another sign."""
    for signature in paper.chu_ky:
        if _has(signature, "TUQ") and (_has(signature, "KT") or _has(signature, "TL")):
            yield Finding(
                "Dưới TUQ. còn có KT. hoặc TL.",
                "Người được ủy quyền không được ủy quyền lại cho người khác ký: người ấy tự ký.",
                "Chức vụ người ký",
                at(signature.first),
            )


_MAY_SAY_AS_ABOVE = (
    WITH_KINH_GUI | OFTEN_WITH_KINH_GUI | {"Giấy giới thiệu", "Giấy nghỉ phép", "Công điện", "Giấy ủy quyền"}
)


def as_above_needs_kinh_gui(paper: Paper) -> Iterator[Finding]:
    """NN-10: *Như trên* points to *Kính gửi*: where there is none, the report lacks it, or the recipient is nobody."""
    if paper.kinh_gui or len(paper.noi_nhan) < 2 or not paper.loai or paper.loai in _MAY_SAY_AS_ABOVE:
        return
    if not paper.noi_nhan[1].key.startswith("nhu_tren"):
        return
    if any(one.text.strip().lower().startswith("kính gửi") for one in paper.document.paragraphs):
        return
    is_report = paper.loai == "Báo cáo"
    yield Finding(
        f"Nơi nhận ghi “Như trên” mà {paper.loai.lower()} không có “Kính gửi”.",
        "Báo cáo gửi cấp trên thì thêm “Kính gửi: …” dưới trích yếu; báo cáo khác thì ghi rõ nơi nhận."
        if is_report
        else f"{paper.loai} không có “Kính gửi”: ghi rõ nơi nhận thay cho “Như trên”.",
        "Nơi nhận",
        paper.noi_nhan[1].paragraph,
    )


def article_there(paper: Paper) -> Iterator[Finding]:
    """NN-11: *Như Điều n* names an article that the decision has."""
    own = {int(item.number) for item in paper.than if item.level == "dieu" and item.number.isdecimal()}
    if paper.loai not in DECISIONS or not own:
        return
    for block in paper.noi_nhan[1:]:
        found = re.match(r"-?\s*Như Điều\s+(\d+)", block.text, re.IGNORECASE)
        if found is not None and int(found[1]) not in own:
            yield Finding(
                f"Nơi nhận ghi “Như Điều {found[1]}” mà {paper.loai.lower()} không có Điều {found[1]}.",
                f"Ghi điều giao thi hành, ví dụ “- Như Điều {max(own)};”.",
                "Nơi nhận",
                block.paragraph,
            )


def _is_kept(block: Block) -> bool:
    return re.match(r"[-–+•]?\s*l[ưu]u\s*:", block.text, re.IGNORECASE) is not None


_NO_UNIT = re.compile(r"[-–+•]?\s*Lưu\s*:\s*VT\s*\.?")
_SMALL = re.compile(r"(CHI CỤC|TRUNG TÂM|VĂN PHÒNG|PHÒNG|TRẠM|ĐỘI|TRƯỜNG)\s|.*\b(XÃ|PHƯỜNG|ĐẶC KHU)\b")


def _has_no_units(paper: Paper) -> bool:
    """Return True if the samples print no unit, or the issuer is so small that its văn thư drafts and keeps."""
    issuer = " ".join(block.visible for block in paper.ban_hanh)
    return paper.loai in {"Giấy giới thiệu", "Giấy nghỉ phép"} or _SMALL.match(issuer) is not None


def kept_last(paper: Paper) -> Iterator[Finding]:
    """NN-12: the line *Lưu* stands once, last, and names the unit that drafted."""
    lines = paper.noi_nhan[1:]
    kept = [number for number, block in enumerate(lines) if _is_kept(block)]
    if not kept:
        return
    last = lines[kept[-1]]
    if len(kept) > 1:
        yield Finding("Nơi nhận có hai dòng “Lưu”.", "Chỉ một dòng “Lưu”, ở cuối.", "Nơi nhận", last.paragraph)
    after = next((block for block in lines[kept[-1] + 1 :] if re.match(r"[-–+•]\s*\S", block.text)), None)
    if after is not None:
        yield Finding(
            f"Sau dòng “Lưu” còn nơi nhận {quoted(after.text, 40)}.",
            "Dòng “Lưu” ở cuối cùng.",
            "Nơi nhận",
            after.paragraph,
        )
    if _NO_UNIT.fullmatch(last.text) and not _has_no_units(paper):
        yield Finding(
            f"Dòng “{last.text}” thiếu đơn vị soạn thảo.",
            "Sau VT ghi chữ viết tắt đơn vị hoặc bộ phận soạn thảo.",
            "Nơi nhận",
            last.paragraph,
            severity=Severity.NOTE,
        )


def order_of_kind(paper: Paper) -> Iterator[Finding]:
    """CC-07: a decision orders *QUYẾT ĐỊNH:*, a resolution *QUYẾT NGHỊ:*."""
    wanted = {"Quyết định": "QUYẾT ĐỊNH", "Nghị quyết": "QUYẾT NGHỊ"}.get(paper.loai, "")
    for block in paper.lenh[:1]:
        if wanted and not block.visible.startswith(wanted):
            yield Finding(
                f"{paper.loai} mà dòng lệnh ghi {quoted(block.visible)}.",
                f"Viết “{wanted}:”.",
                "Dòng lệnh",
                block.paragraph,
            )


def bases_there(paper: Paper) -> Iterator[Finding]:
    """CC-08: a decision says on what it is based."""
    if paper.loai in DECISIONS and paper.lenh and not paper.can_cu:
        yield Finding(
            f"{paper.loai} không có căn cứ ban hành.",
            "Ghi các căn cứ, mỗi căn cứ một dòng, in nghiêng, trước dòng lệnh.",
            "Căn cứ",
            paper.lenh[0].paragraph,
        )


RULES = (
    Rule("SO-09", PART_II.format("3, điểm b"), D,
         "Ký hiệu có chữ viết tắt của chính cơ quan ban hành", mark_of_issuer, ("so",), severity=Severity.WARNING),
    Rule("CC-07", "Phụ lục III, mẫu 1.1; Phụ lục III, mẫu 1.2", S,
         "Quyết định ghi “QUYẾT ĐỊNH:”, nghị quyết ghi “QUYẾT NGHỊ:”", order_of_kind, ("lenh",)),
    Rule("CC-08", "Phụ lục III, mẫu 1.1; Phụ lục III, mẫu 1.2", S,
         "Quyết định, nghị quyết có căn cứ", bases_there, ("lenh",)),
    Rule("KY-17", places("Điều 13, khoản 2", PART_II.format("7, điểm b")), D,
         "Thẩm quyền ban hành và người ký khớp nhau: CHỦ TỊCH ký không có “TM.”", signed_by_authority, ("tham_quyen",)),
    Rule("KY-18", PART_II.format("7, điểm b"), D, "Quyền cấp trưởng ghi “Q.”", acting_head, ("chu_ky",)),
    Rule("KY-19", "Điều 13, khoản 3", D, "Ký TUQ. thì không ủy quyền lại", no_second_delegation, ("chu_ky",)),
    Rule("NN-10", places(PART_II.format("9, điểm b"), PART_II.format("9, điểm c")), D,
         "“Như trên” chỉ khi có “Kính gửi”", as_above_needs_kinh_gui, ("noi_nhan",)),
    Rule("NN-11", "Phụ lục III, mẫu 1.1; Phụ lục III, mẫu 1.2", S,
         "“Như Điều n” là điều có trong văn bản", article_there, ("noi_nhan",)),
    Rule("NN-12", PART_II.format("9, điểm d"), D,
         "Dòng “Lưu” ở cuối, một lần, có đơn vị soạn thảo", kept_last, ("noi_nhan",)),
)  # fmt: skip

"""Signing forms: what stands above the name, and whether the signer's record is consistent.

Source: NĐ 30/2020, Điều 13 and Phụ lục I, II.7.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cchc_docs.facts import table
from cchc_docs.problems import Problem
from cchc_docs.records import Data, error, warning
from cchc_docs.records.co_quan import NguoiKy
from cchc_docs.text import fold, upper


@dataclass(frozen=True, slots=True)
class ChuKy:
    """The signature block: ``dong`` are the lines in capitals, from the top; ``ho_ten`` is the name."""

    dong: tuple[str, ...] = field(metadata={"note": "Các dòng trên chữ ký, từ trên xuống, chữ in hoa."})
    ho_ten: str = field(metadata={"note": "Họ và tên người ký."})


def chu_ky(quyen_han: str, ky_thay: Sequence[str], chuc_vu: str, ho_ten: str) -> ChuKy:
    """The block for one signer.

    ``quyen_han`` is one of ``""``, ``KT.``, ``TM.``, ``TL.``, ``TUQ.``, ``Q.``, ``TM. KT.``, ``TL. KT.``; each of its
    prefixes takes the next of ``ky_thay``, the signer's own post stands last. ``Q.`` stands before the signer's post.

    >>> chu_ky("", (), "Giám đốc", "Nguyễn Phúc Hà").dong
    ('GIÁM ĐỐC',)
    >>> chu_ky("TM. KT.", ("Ủy ban nhân dân", "Chủ tịch"), "Phó Chủ tịch", "Lê A").dong
    ('TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH')
    >>> chu_ky("Q.", (), "Giám đốc", "Lê A").dong
    ('Q. GIÁM ĐỐC',)
    """
    if quyen_han == "Q.":
        return ChuKy((f"Q. {upper(chuc_vu)}",), ho_ten)
    above = tuple(f"{prefix} {upper(name)}" for prefix, name in zip(quyen_han.split(), ky_thay, strict=False))
    return ChuKy((*above, upper(chuc_vu)), ho_ten)


def signing_forms(data: Data) -> Iterator[Problem]:
    """Quyền hạn, Ký thay and Chức vụ agree (NĐ 30/2020, Điều 13; Phụ lục I, II.7)."""
    for signer in data.nguoi_ky:
        prefixes = signer.quyen_han.split()
        wanted = 0 if signer.quyen_han == "Q." else len(prefixes)
        if len(signer.ky_thay) < wanted:
            yield error(
                data,
                signer,
                "ky_thay",
                "thieu_ky_thay",
                f"Quyền hạn “{signer.quyen_han}” cần {wanted} chức vụ hoặc tập thể ở cột Ký thay, "
                f"mới có {len(signer.ky_thay)}.",
                "Ví dụ: GIÁM ĐỐC; với TM. KT. ghi: ỦY BAN NHÂN DÂN; CHỦ TỊCH.",
            )
        elif len(signer.ky_thay) > wanted:
            yield error(
                data,
                signer,
                "ky_thay",
                "thua_ky_thay",
                f"Cột Ký thay ghi “{'; '.join(signer.ky_thay)}” nhưng quyền hạn “{signer.quyen_han}” không dùng đến.",
                "Chọn quyền hạn (KT., TM., TL., TUQ.) hoặc xóa ô Ký thay.",
            )
        else:
            yield from _signing_titles(data, signer)


def _signing_titles(data: Data, signer: NguoiKy) -> Iterator[Problem]:
    prefixes, title = signer.quyen_han.split(), upper(signer.chuc_vu)
    head = upper(signer.ky_thay[-1]) if signer.ky_thay else ""
    deputy_of = _head_of(title)
    if deputy_of and "KT." not in prefixes and not {"TL.", "TUQ."} & set(prefixes):
        yield error(
            data,
            signer,
            "quyen_han",
            "cap_pho_khong_kt",
            f"{signer.chuc_vu} là cấp phó nên phải ký KT. {deputy_of}.",
            f"Chọn quyền hạn KT. và ghi “{deputy_of}” ở cột Ký thay.",
        )
    if "KT." in prefixes and not deputy_of:
        yield warning(
            data,
            signer,
            "chuc_vu",
            "kt_khong_phai_cap_pho",
            f"Ký KT. {head} nhưng chức vụ “{signer.chuc_vu}” không phải cấp phó.",
            "KT. chỉ dùng cho cấp phó, kể cả cấp phó được giao phụ trách; xem lại Quyền hạn hoặc Chức vụ.",
        )
    if "KT." in prefixes and deputy_of and deputy_of != head:
        yield warning(
            data,
            signer,
            "ky_thay",
            "kt_sai_cap_truong",
            f"Ký KT. {head} nhưng {signer.chuc_vu} là cấp phó của {deputy_of}.",
            f"Ghi “{deputy_of}” ở cột Ký thay, hoặc sửa Chức vụ.",
        )
    if {"TL.", "TUQ."} & set(prefixes) and title == head:
        yield error(
            data,
            signer,
            "ky_thay",
            "ky_thay_chinh_minh",
            f"Sau {signer.quyen_han} là chức vụ của người đứng đầu, không phải của chính người ký.",
            "Ví dụ: TL. GIÁM ĐỐC, dòng dưới là CHÁNH VĂN PHÒNG.",
        )


def _head_of(title: str) -> str:
    """The title of the head whose deputy ``title`` (in capitals) is; ``""`` for a title that is no deputy's."""
    named = {upper(row["cap_pho"]): upper(row["cap_truong"]) for row in table("cap_pho")}
    if title in named:
        return named[title]
    return title.removeprefix("PHÓ ") if title.startswith("PHÓ ") else ""


def collective_signing(data: Data) -> Iterator[Problem]:
    """TM. if and only if the office is a collective one (NĐ 30/2020, Điều 13, khoản 2)."""
    if not data.co_quan.che_do:
        return
    collective = data.co_quan.che_do == "tập thể"
    for signer in data.nguoi_ky:
        if signer.don_vi is not None:
            continue
        if signer.quyen_han.startswith("TM.") and not collective:
            yield error(
                data,
                signer,
                "quyen_han",
                "tm_khong_tap_the",
                "Cơ quan theo chế độ thủ trưởng thì không ký TM.",
                "Bỏ TM., hoặc sửa mục Chế độ ở trang Cơ quan.",
            )
        if collective and not signer.quyen_han:
            yield warning(
                data,
                signer,
                "quyen_han",
                "tap_the_thieu_tm",
                "Cơ quan làm việc theo chế độ tập thể thì người đứng đầu ký TM. tập thể.",
                "Chọn TM. và ghi tên tập thể ở cột Ký thay, ví dụ ỦY BAN NHÂN DÂN.",
            )


def no_academic_titles(data: Data) -> Iterator[Problem]:
    """No học hàm, học vị, danh hiệu before the signer's name (NĐ 30/2020, Phụ lục I, II.7.c)."""
    titles = {fold(row["hoc_vi"]) for row in table("hoc_vi")}
    for signer in data.nguoi_ky:
        name = fold(signer.ho_ten)
        first = name.replace(".", " ").split()[0] if name.split() else ""
        if (first in titles and "." in name) or any(" " in t and name.startswith(t + " ") for t in titles):
            yield error(
                data,
                signer,
                "ho_ten",
                "hoc_vi_truoc_ten",
                f"Trước họ tên người ký không ghi học hàm, học vị, danh hiệu: “{signer.ho_ten}”.",
                "Chỉ ghi họ, tên đệm và tên.",
            )

"""Signing forms: what stands above the name.

Source: NĐ 30/2020, Điều 13 and Phụ lục I, II.7.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from cchc_docs.text.normal import upper

PREFIX = re.compile(r"(?:(?:KT|TM|TL|TUQ|K/T|T/M|T/L)(?:\s*[./]\s*|\s+)|Q\s*\.\s*)(?=\S)")
"""The marks that stand before a title: KT., TM., TL., TUQ., Q."""


@dataclass(frozen=True, slots=True)
class ChuKy:
    """The signature block: ``dong`` are the lines in capitals, from the top; ``ho_ten`` is the name."""

    dong: tuple[str, ...] = field(metadata={"note": "Các dòng trên chữ ký, từ trên xuống, chữ in hoa."})
    ho_ten: str = field(metadata={"note": "Họ và tên người ký."})

    @property
    def thu_truong(self) -> str:
        """Chức danh người đứng đầu, chữ in hoa, cho dòng thẩm quyền của quyết định.

        >>> ChuKy(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Lê A").thu_truong
        'GIÁM ĐỐC'
        """
        return PREFIX.sub("", self.dong[0], count=1) if self.dong else ""


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

"""Kinds with a sample of their own: what each prints that others do not (NĐ 30/2020, Phụ lục III, mẫu 1.3 to 1.10)."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from cchc_docs.problems import Severity
from cchc_docs.text.normal import key
from cchc_docs.word.check.kinds_of_paper import BIEN_BAN, DECISIONS
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding, Rule
from cchc_docs.word.check.rules.common import BODY, S

_Part = tuple[str, str]
"""A person's name for a part of a sample, and the pattern of the keys of its lines."""
_PARTS: dict[str, Sequence[_Part]] = {
    "Giấy mời": (
        ("“trân trọng kính mời”", r"kinh_moi|tran_trong_moi"),
        ("thời gian", r"thoi_gian|vao_hoi|vao_luc|\d+_gio"),
        ("địa điểm", r"dia_diem|tai_(phong|hoi_truong|tru_so)"),
    ),
    "Giấy giới thiệu": (
        ("“trân trọng giới thiệu”", r"gioi_thieu"),
        ("người được giới thiệu", r"(^|_)(ong|ba|dong_chi|ong_ba)(_|$)"),
        ("chức vụ", r"chuc_vu|chuc_danh"),
        ("nơi được cử đến", r"cu_den|duoc_cu|den_lam_viec|lien_he"),
        ("thời hạn giá trị", r"co_gia_tri|gia_tri_den|den_het_ngay"),
    ),
    "Giấy nghỉ phép": (
        ("người được nghỉ", r"(^|_)(ong|ba|dong_chi|ong_ba)(_|$)"),
        ("thời gian nghỉ", r"tu_ngay|trong_thoi_gian|ke_tu|nghi_phep_nam"),
        ("nơi nghỉ", r"(^|_)tai(_|$)|noi_nghi"),
    ),
    BIEN_BAN: (
        ("thời gian bắt đầu", r"thoi_gian|vao_hoi|\d+_gio|hom_nay"),
        ("địa điểm", r"dia_diem|(^|_)tai(_|$)"),
        ("thành phần tham dự", r"thanh_phan|tham_du|chung_toi_gom|dai_dien|gom_co"),
        ("thời gian kết thúc", r"ket_thuc|ket_thuc_vao|cung_ngay|lap_xong"),
    ),
    "Công điện": (("“… điện:” và nơi nhận điện", r"(^|_)dien(_|$)|gui"),),
}


def _parts_of(kind: str) -> Callable[[Paper], Iterable[Finding]]:
    patterns = [(name, re.compile(pattern)) for name, pattern in _PARTS[kind]]

    def check(paper: Paper) -> Iterator[Finding]:
        if paper.loai != kind or not paper.than:
            return
        keys = [item.block.key for item in paper.than] + [key(one.text) for one in paper.o_bang]
        for name, pattern in patterns:
            if not any(pattern.search(one) for one in keys):
                yield Finding(
                    f"{kind} không thấy {name}.", f"Mẫu của {kind.lower()} có phần này.", BODY, paper.than[0].paragraph
                )

    check.__doc__ = f"What the sample of {kind} prints."
    return check


def issued_with(paper: Paper) -> Iterator[Finding]:
    """MV-06: a decision that issues a document says so in Điều 1: *ban hành kèm theo Quyết định này*."""
    if paper.loai not in DECISIONS or not (paper.kem_theo and paper.trich_yeu):
        return
    first = next((item for item in paper.than if item.level == "dieu"), None)
    begins = key(paper.trich_yeu[0].text).startswith(("ban_hanh", "ve_viec_ban_hanh"))
    if first is not None and begins and "kem_theo" not in first.block.key:
        yield Finding(
            f"Điều {first.number} không ghi “ban hành kèm theo”.",
            f"Mẫu 1.3 ghi “Ban hành kèm theo {paper.loai} này …”.",
            BODY,
            first.paragraph,
        )


RULES = (
    Rule("MV-01", "Phụ lục III, mẫu 1.7", S,
         "Giấy mời: kính mời, thời gian, địa điểm", _parts_of("Giấy mời"), ("ten_loai",)),
    Rule("MV-02", "Phụ lục III, mẫu 1.8", S,
         "Giấy giới thiệu: người, chức vụ, nơi đến, thời hạn", _parts_of("Giấy giới thiệu"), ("ten_loai",)),
    Rule("MV-03", "Phụ lục III, mẫu 1.10", S,
         "Giấy nghỉ phép: người, thời gian, nơi nghỉ", _parts_of("Giấy nghỉ phép"), ("ten_loai",)),
    Rule("MV-04", "Phụ lục III, mẫu 1.9", S,
         "Biên bản: thời gian, địa điểm, thành phần, kết thúc", _parts_of(BIEN_BAN), ("ten_loai",)),
    Rule("MV-05", "Phụ lục III, mẫu 1.6", S,
         "Công điện: “… điện:” và nơi nhận", _parts_of("Công điện"), ("ten_loai",), severity=Severity.NOTE),
    Rule("MV-06", "Phụ lục III, mẫu 1.3", S,
         "Điều 1 ghi “ban hành kèm theo Quyết định này”", issued_with, ("ten_loai",)),
)  # fmt: skip

"""The names that a template sees beside the sheets, and the computed parts that give some of them."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules

from cchc_docs.documents import parts
from cchc_docs.documents.parts.don_vi_ban_hanh import UnitNames
from cchc_docs.documents.parts.part import Part, ToldName, told
from cchc_docs.documents.parts.the_thuc import SharedNames

_OF_EVERY_DOCUMENT = (
    ToldName("doi_tuong", "Dòng mà văn bản này nói đến, khi phạm vi là một trang.", ""),
    ToldName("nam", "Năm của tệp dữ liệu.", "trang “Kế hoạch”, hoặc “Kỳ báo cáo”"),
    ToldName("ky", "Kỳ của văn bản này (in ra: quý I năm 2026), khi loại văn bản làm theo kỳ.", "tệp .yaml của mẫu"),
    ToldName(
        "van_ban", "Chính văn bản đang làm: số, ngày, trích yếu.", "các trang “Cơ quan”, “Văn bản” và tệp .yaml của mẫu"
    ),
    ToldName("trich_yeu", "Trích yếu mặc định của loại văn bản này.", "tệp .yaml của mẫu"),
    ToldName("danh_so", "Bộ đếm số mục, khoản, điểm.", ""),
)
"""The names that the composer and the template engine give to every document."""


def _parts() -> Iterator[Part]:
    for module in iter_modules(parts.__path__, f"{parts.__name__}."):
        part = getattr(import_module(module.name), "PART", None)
        if isinstance(part, Part):
            yield part


PARTS: Mapping[str, Part] = {part.name: part for part in _parts()}
"""The computed parts by name: every module of ``parts`` that has a ``PART``."""

_TOLD = [
    *_OF_EVERY_DOCUMENT,
    *(one for names in (SharedNames, UnitNames, *(part.names for part in PARTS.values())) for one in told(names)),
]

MEANINGS: Mapping[str, str] = {one.name: one.meaning for one in reversed(_TOLD) if one.meaning}
"""The meaning of each name that no sheet gives, for template authors. A clerk's own sheet cannot take any of them."""

ORIGINS: Mapping[str, str] = {one.name: one.origin for one in reversed(_TOLD) if one.origin}
"""The sheets that these names come from."""

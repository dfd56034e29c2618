"""Makes cchc_docs/facts/xa.csv from a public package: ``python -m tools.communes``.

Runs in a virtual environment of its own, with Python 3.12 or newer and ``pip install vietnam-provinces==2026.9.0``.
The objects of that package are read, not its JSON files, which are older. On Python 3.11 pip takes version 2025.10.1
without a word; that one knows nothing of the units before the merger.
"""

import csv
import io
from pathlib import Path
from typing import Any

VERSION = "2026.9.0"
TARGET = Path(__file__).parent.parent / "cchc_docs" / "facts" / "xa.csv"

_HEAD = """\
# 3.321 đơn vị hành chính cấp xã từ 01/7/2025 và những đơn vị cấp xã trước đó mà chúng được lập ra từ đó.
# Nguồn: danh mục hành chính của Cục Thống kê (mã theo QĐ 19/2025/QĐ-TTg) và bảng chuyển đổi đơn vị hành chính mới - cũ,
# lấy từ gói vietnam-provinces 2026.9.0 (dữ liệu ngày 20/9/2026); bản gốc của quyết định chưa đọc.
# Tạo bằng tools/communes.py; không sửa tay.
# truoc: "huyện: xã, xã*; huyện khác (tỉnh cũ): xã" - tỉnh cũ chỉ ghi khi khác tên tỉnh nay; * là chỉ một phần nhập vào;
# "?mã" là đơn vị cũ mà gói không có tên; huyện đứng một mình là huyện không chia xã.
# loai_den: ngày cuối mà loại ở cột loai còn chắc. Đồng Nai là thành phố từ 30/4/2026, gói còn giữ loại cũ.
"""
# Kinds of communes that the package has not followed: code of the province -> last day on which they are sure.
_KIND_SURE_UNTIL = {75: "2026-04-29"}
_KINDS = ["đặc khu", "thị trấn", "thành phố", "thị xã", "phường", "quận", "huyện", "tỉnh", "xã"]
# Old provinces that the package writes in another way than facts/tinh.csv.
_SPELLED = {"Hoà Bình": "Hòa Bình"}


def parted(name: str) -> tuple[str, str]:
    """``Thị trấn Văn Điển`` -> ``("thị trấn", "Văn Điển")``, with each word of the name in capitals."""
    kind = next(kind for kind in _KINDS if name.lower().startswith(kind + " "))
    words = name[len(kind) + 1 :].split()
    return kind, " ".join(word[0].upper() + word[1:] for word in words)


def province(name: str) -> str:
    """The name alone, as facts/tinh.csv has it."""
    bare = parted(name)[1]
    return _SPELLED.get(bare, bare)


class Before:
    """What stood where the communes of today are, by their codes."""

    def __init__(self) -> None:
        from vietnam_provinces import _ward_conversion_2025 as conversion  # noqa: PLC0415
        from vietnam_provinces import legacy  # noqa: PLC0415

        self.sources: dict[int, Any] = conversion.NEW_TO_OLD
        self.moved: dict[int, Any] = conversion.OLD_TO_NEW
        self.wards = {ward.code.value: ward for ward in legacy.Ward.iter_all()}
        self.districts = {district.code.value: district for district in legacy.District.iter_all()}
        self.provinces = {one.code.value: province(one.name) for one in legacy.Province.iter_all()}
        divided = {ward.district_code for ward in self.wards.values()}
        self.undivided = {parted(one.name)[1]: one for one in self.districts.values() if one.code not in divided}

    def of(self, code: int, name: str, now: str) -> str:
        """The column ``truoc`` of the commune ``name`` with this code in the province ``now``."""
        if code not in self.sources:
            return self._district(self.undivided[name], now)
        groups: dict[str, list[str]] = {}
        for old in self.sources[code].old_wards:
            district = self._district(self.districts[old.district_code], now)
            groups.setdefault(district, []).append(self._ward(old))
        return "; ".join(f"{district}: {', '.join(wards)}" for district, wards in groups.items())

    def _district(self, old: Any, now: str) -> str:
        name = " ".join(parted(old.name))
        was = self.provinces[old.province_code.value]
        return name if was == now else f"{name} ({was})"

    def _ward(self, old: Any) -> str:
        if old.code not in self.wards:
            return f"?{old.code}"
        only_a_part = "*" if len(self.moved[old.code].new_wards) > 1 or old.is_partly_merged else ""
        return " ".join(parted(self.wards[old.code].name)) + only_a_part


def table() -> str:
    """The whole file as text."""
    import vietnam_provinces  # noqa: PLC0415

    if vietnam_provinces.__version__ != VERSION:
        raise ValueError(f"vietnam-provinces {VERSION} is needed, found {vietnam_provinces.__version__}")
    before = Before()
    provinces = {one.code.value: province(one.name) for one in vietnam_provinces.Province.iter_all()}
    text = io.StringIO(_HEAD)
    text.seek(0, io.SEEK_END)
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["ma", "loai", "ten", "tinh", "truoc", "loai_den"])
    for ward in sorted(vietnam_provinces.Ward.iter_all(), key=lambda ward: ward.code.value):
        kind, name = parted(ward.name)
        now, code = provinces[ward.province_code.value], ward.code.value
        sure = _KIND_SURE_UNTIL.get(ward.province_code.value, "")
        rows.writerow([f"{code:05}", kind, name, now, before.of(code, name, now), sure])
    return text.getvalue()


if __name__ == "__main__":
    TARGET.write_text(table(), encoding="utf-8", newline="\n")
    print(TARGET)

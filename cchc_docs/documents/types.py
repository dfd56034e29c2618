"""Document types: a Word template and, beside it, a ``.yaml`` of the same name. That pair is the one list of types."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from cchc_docs.data.fields import CHU, KY, MA, chon, nhieu
from cchc_docs.data.read import read
from cchc_docs.data.read.source import Layout
from cchc_docs.facts import table
from cchc_docs.office.records.base import Record, blank, column
from cchc_docs.office.records.reading import Names, read_records
from cchc_docs.problems import Place, Problems, Severity, did_you_mean
from cchc_docs.text.normal import fold, join, key

IN_SUMMARY = ("nam", "ky", "ky_sau", "doi_tuong", "co_quan")
"""What may stand in braces in a type's trích yếu."""
_IN_BRACES = re.compile(r"\{(\w+)\}")


class DocumentSettings(Record, sheet="Loại văn bản", layout=Layout.RECORD):
    """What the ``.yaml`` beside a template says."""

    tieu_de: Annotated[str, CHU] = column("Tiêu đề", "Tên của loại văn bản trong danh sách, ví dụ Kế hoạch kiểm tra.")
    ten_loai: Annotated[str, CHU] = column(
        "Tên loại", "Tên loại in trên văn bản, ví dụ Kế hoạch; Công văn thì không in."
    )
    viet_tat: Annotated[str, MA] = column("Viết tắt", "Chữ viết tắt tên loại trong ký hiệu, ví dụ KH.", "")
    pham_vi: Annotated[str, CHU] = column(
        "Phạm vi", "Cơ quan, hoặc tên một trang (Đơn vị …) để làm mỗi dòng của trang một văn bản.", "co_quan"
    )
    trich_yeu: Annotated[str, CHU] = column(
        "Trích yếu",
        "Trích yếu in trên văn bản, nếu sổ văn bản không ghi khác; {nam}, {ky}, {ky_sau}, {doi_tuong}, {co_quan} trong "
        "đó được thay bằng năm, kỳ, kỳ sau, đối tượng của văn bản, tên cơ quan.",
        "",
    )
    ky: Annotated[tuple[str, ...], nhieu(KY)] = column(
        "Kỳ", "Các kỳ báo cáo, hoặc mọi kỳ: mỗi kỳ có dữ liệu một văn bản; để trống nếu không theo kỳ.", ()
    )
    ten_tep: Annotated[str, MA] = column("Tên tệp", "Tên tệp khi lưu, không có đuôi; để trống là tên của mẫu.", "")
    the_thuc: Annotated[str, chon("nd30", "bieu_mau_rieng")] = column(
        "Thể thức", "nd30: theo Nghị định 30/2020/NĐ-CP; bieu_mau_rieng: biểu mẫu có quy định riêng.", "nd30"
    )
    ban_hanh: Annotated[str, chon("cơ quan", "đơn vị")] = column(
        "Ban hành", "cơ quan, hoặc đơn vị: chính đơn vị mà văn bản nói đến ban hành, ký (phạm vi Đơn vị).", "cơ quan"
    )
    tinh: Annotated[tuple[str, ...], nhieu(CHU)] = column("Tính", "Các phần tính sẵn mà mẫu dùng, ví dụ ke_hoach.", ())
    can: Annotated[tuple[str, ...], nhieu(CHU)] = column(
        "Cần", "Các trang mà tệp dữ liệu phải có thì mới làm được.", ()
    )
    chi_khi_co: Annotated[tuple[str, ...], nhieu(CHU)] = column(
        "Chỉ khi có",
        "Chỉ làm cho dòng đã điền các cột này, ví dụ Kết thúc: cuộc kiểm tra đã xong; hoặc khi phần tính sẵn có tên "
        "này không trống, ví dụ don_vi_chua_nop.",
        (),
    )
    chi_khi_chua_co: Annotated[tuple[str, ...], nhieu(CHU)] = column(
        "Chỉ khi chưa có", "Chỉ làm cho dòng còn để trống các cột này.", ()
    )


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A document type: its name on the command line, its Word file, what its ``.yaml`` says."""

    name: str
    template: Path
    settings: DocumentSettings

    @property
    def file_name(self) -> str:
        """The name of its documents' file or folder."""
        return key(self.settings.ten_tep) or self.name

    @property
    def is_by_unit(self) -> bool:
        """Whether each document is issued by the unit that it is about."""
        return self.settings.ban_hanh == "đơn vị"

    def is_meant_by(self, typed: str) -> bool:
        """Whether a cell *Loại văn bản* means this type: its name or its title, however accented."""
        return key(typed) in {self.name, key(self.settings.tieu_de)}


def document_types(folders: Iterable[Path], problems: Problems) -> dict[str, DocumentType]:
    """All types in ``folders``, by name; the first folder that has a name wins. Names that begin with ``_`` are parts.

    A template without its ``.yaml``, or one that cannot be read, is left out with a *cảnh báo*: one stray file in the
    folder does not keep the office from making the rest.
    """
    types: dict[str, DocumentType] = {}
    for folder in folders:
        for template in sorted(folder.glob("*.docx")):
            name = key(template.stem)
            if template.name.startswith(("_", "~$", ".")) or name in types:
                continue
            found = Problems()
            if (document_type := read_type(template, found)) is not None:
                types[name] = document_type
            problems.extend(replace(one, severity=Severity.WARNING) for one in found)
    return types


def description_of(template: Path) -> Path:
    """The ``.yaml`` that makes a template a document type."""
    return template.with_suffix(".yaml")


def untyped(template: Path) -> DocumentType:
    """A template without its ``.yaml``, as what it might be: a document of the office, of no known kind."""
    return DocumentType(key(template.stem), template, blank(DocumentSettings))


def read_type(template: Path, problems: Problems) -> DocumentType | None:
    """The type that a template and its ``.yaml`` are; None where that says too little, which is told."""
    path = description_of(template)
    if not path.exists():
        problems.error(
            "mau_thieu_yaml",
            Place(template.name),
            "Mẫu này thiếu tệp .yaml đi kèm nên chưa phải là một loại văn bản.",
            f"Chép tệp .yaml của một mẫu có sẵn thành {path.name} rồi sửa lại, hoặc bỏ mẫu này ra khỏi thư mục.",
        )
        return None
    source = read(path, {DocumentSettings.sheet_key: DocumentSettings.shape()})
    problems.extend(source.problems)
    sheet = source.sheets.get(DocumentSettings.sheet_key)
    names = Names({DocumentSettings.sheet_key: DocumentSettings.sheet})
    found = read_records(DocumentSettings, sheet, names, None, problems) if sheet else []
    if not found:
        if not source.problems and not (sheet and sheet.rows):
            problems.error(
                "mau_yaml_trong", Place(path.name), "Tệp này chưa có mục loai_van_ban.", "Xem một mẫu có sẵn."
            )
        return None
    _check_abbreviation(found[0], Place(path.name), problems)
    _check_summary(found[0], Place(path.name), problems)
    return DocumentType(key(template.stem), template, found[0])


def summary_of(settings: DocumentSettings, values: Mapping[str, object]) -> str:
    """The type's trích yếu with ``values`` in place of what stands in braces."""
    return _IN_BRACES.sub(lambda found: str(values.get(found[1], found[0])), settings.trich_yeu)


def condition_of(settings: DocumentSettings) -> str:
    """To which rows the type applies, in words: *có Kết thúc*; ``""`` for all."""
    parts = (("có", settings.chi_khi_co), ("chưa có", settings.chi_khi_chua_co))
    return "; ".join(f"{word} {join(names, ', ', ' và ')}" for word, names in parts if names)


def _check_summary(settings: DocumentSettings, where: Place, problems: Problems) -> None:
    for name in _IN_BRACES.findall(settings.trich_yeu):
        if name not in IN_SUMMARY:
            problems.warning(
                "trich_yeu_la",
                where,
                f"Trích yếu có “{{{name}}}”, không phải là chỗ thay được.",
                did_you_mean(name, IN_SUMMARY) or f"Dùng được: {'; '.join(f'{{{one}}}' for one in IN_SUMMARY)}.",
            )


def _check_abbreviation(settings: DocumentSettings, where: Place, problems: Problems) -> None:
    """The abbreviation is the decree's, where the decree has the type (NĐ 30/2020, Phụ lục III, mục I)."""
    for row in table("ten_loai"):
        if fold(row["ten_loai"]) == fold(settings.ten_loai) and row["viet_tat"] != settings.viet_tat:
            problems.warning(
                "viet_tat_sai",
                where,
                f"Chữ viết tắt của {row['ten_loai']} là “{row['viet_tat']}”, không phải “{settings.viet_tat}”.",
                f"Nguồn: {row['nguon']}.",
            )


def find_type(types: Mapping[str, DocumentType], name: str) -> DocumentType | None:
    """The type that is called so, by name or title, however accented."""
    return types.get(key(name)) or next((one for one in types.values() if one.is_meant_by(name)), None)


def choose(types: Mapping[str, DocumentType], wanted: Iterable[str], problems: Problems) -> list[DocumentType]:
    """The types named on the command line, each once, in that order; unknown names are told in ``problems``."""
    chosen: dict[str, DocumentType] = {}
    for name in wanted:
        found = find_type(types, name)
        if found is None:
            known = "; ".join(sorted(types))
            hint = did_you_mean(name, types) or f"Các loại hiện có: {known}."
            problems.error("khong_co_loai", Place(), f"Không có loại văn bản “{name}”.", hint)
        else:
            chosen[found.name] = found
    return list(chosen.values())

"""Document types: a Word template and, beside it, a ``.yaml`` of the same name. That pair is the one list of types."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from cchc_docs.data.fields import CHU, KY, MA, chon, nhieu
from cchc_docs.data.read import read
from cchc_docs.data.read.source import Layout
from cchc_docs.facts import table
from cchc_docs.office.records.base import Record, blank, column
from cchc_docs.office.records.reading import Names, read_records
from cchc_docs.problems import Place, Problem, Problems, Severity, did_you_mean
from cchc_docs.text.normal import fold, join, key

IN_SUMMARY = ("nam", "ky", "ky_sau", "doi_tuong", "co_quan")
"""The names that may stand in braces in a type's trích yếu."""
_IN_BRACES = re.compile(r"\{(\w+)\}")


ROLES: Mapping[str, str] = {
    "ke_hoach_kiem_tra": "Kế hoạch",
    "quyet_dinh_kiem_tra": "Quyết định",
    "bien_ban_kiem_tra": "Biên bản",
}
"""The roles that a type may have to the papers that cite its own, each with the usual kind of such a paper."""


class DocumentSettings(Record, sheet="Loại văn bản", layout=Layout.RECORD):
    """The settings in the ``.yaml`` beside a template."""

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
    vai_tro: Annotated[str, chon("", *ROLES)] = column(
        "Vai trò", "Vai trò mà văn bản khác viện dẫn loại này theo đó, ví dụ quyet_dinh_kiem_tra; thường để trống.", ""
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
        """Return True if each document is issued by the unit that it is about."""
        return self.settings.ban_hanh == "đơn vị"

    @property
    def place(self) -> Place:
        """Its ``.yaml``, for messages."""
        return Place(description_of(self.template).name)

    def is_meant_by(self, typed: str) -> bool:
        """Return True if a cell *Loại văn bản* means this type: its name or its title, however accented."""
        return key(typed) in {self.name, key(self.settings.tieu_de)}


@dataclass(frozen=True, slots=True)
class FoundTypes:
    """The types of some folders, by name, and what is wrong there."""

    types: dict[str, DocumentType]
    problems: tuple[Problem, ...]


def document_types(folders: Iterable[Path]) -> FoundTypes:
    """All types in ``folders``; the first folder that has a name wins. Names that begin with ``_`` are parts.

    A template without its ``.yaml``, or one that cannot be read, is left out with a *cảnh báo*: one stray file in the
    folder does not keep the office from making the rest.
    """
    types: dict[str, DocumentType] = {}
    problems: list[Problem] = []
    for folder in folders:
        for template in sorted(folder.glob("*.docx")):
            name = key(template.stem)
            if template.name.startswith(("_", "~$", ".")) or name in types:
                continue
            read_one = read_type(template)
            if read_one.document_type is not None:
                types[name] = read_one.document_type
            problems += (replace(one, severity=Severity.WARNING) for one in read_one.problems)
    return FoundTypes(types, (*problems, *_shared_roles(types)))


def holder(types: Mapping[str, DocumentType], role: str) -> DocumentType | None:
    """The first type that has the role."""
    return next((one for one in types.values() if one.settings.vai_tro == role), None)


def _shared_roles(types: Mapping[str, DocumentType]) -> Iterator[Problem]:
    for one in types.values():
        first = holder(types, one.settings.vai_tro) if one.settings.vai_tro else one
        if first is not None and first is not one:
            what = f"Hai loại văn bản cùng vai trò “{one.settings.vai_tro}”: {first.name} và {one.name}."
            hint = f"Văn bản khác chỉ viện dẫn {first.name}; bỏ mục vai_tro ở một trong hai tệp .yaml."
            yield Problem("trung_vai_tro", Severity.WARNING, one.place, what, hint)


def description_of(template: Path) -> Path:
    """The ``.yaml`` that makes a template a document type."""
    return template.with_suffix(".yaml")


def untyped(template: Path) -> DocumentType:
    """A template without its ``.yaml``, as what it might be: a document of the office, of no known kind."""
    return DocumentType(key(template.stem), template, blank(DocumentSettings))


@dataclass(frozen=True, slots=True)
class ReadType:
    """The type that a template and its ``.yaml`` are; None where that says too little, which is told."""

    document_type: DocumentType | None
    problems: tuple[Problem, ...]


def read_type(template: Path) -> ReadType:
    """The type of a template."""
    path = description_of(template)
    if not path.exists():
        what = "Mẫu này thiếu tệp .yaml đi kèm nên chưa phải là một loại văn bản."
        hint = f"Chép tệp .yaml của một mẫu có sẵn thành {path.name} rồi sửa lại, hoặc bỏ mẫu này ra khỏi thư mục."
        return ReadType(None, (Problem("mau_thieu_yaml", Severity.ERROR, Place(template.name), what, hint),))
    source = read(path, {DocumentSettings.sheet_key: DocumentSettings.shape()})
    problems = Problems()
    problems.extend(source.problems)
    sheet = source.sheets.get(DocumentSettings.sheet_key)
    names = Names({DocumentSettings.sheet_key: DocumentSettings.sheet})
    found = read_records(DocumentSettings, sheet, names, None, problems) if sheet else []
    if not found:
        if not source.problems and not (sheet and sheet.rows):
            problems.error(
                "mau_yaml_trong", Place(path.name), "Tệp này chưa có mục loai_van_ban.", "Xem một mẫu có sẵn."
            )
        return ReadType(None, tuple(problems))
    document_type = DocumentType(key(template.stem), template, found[0])
    problems.extend(_abbreviation(document_type))
    problems.extend(_summary(document_type))
    return ReadType(document_type, tuple(problems))


def summary_of(settings: DocumentSettings, values: Mapping[str, object]) -> str:
    """The type's trích yếu with ``values`` in place of what stands in braces."""
    return _IN_BRACES.sub(lambda found: str(values.get(found[1], found[0])), settings.trich_yeu)


def condition_of(settings: DocumentSettings) -> str:
    """To which rows the type applies, in words: *có Kết thúc*; ``""`` for all."""
    parts = (("có", settings.chi_khi_co), ("chưa có", settings.chi_khi_chua_co))
    return "; ".join(f"{word} {join(names, ', ', ' và ')}" for word, names in parts if names)


def _summary(document_type: DocumentType) -> Iterator[Problem]:
    """Warn of names in braces that cannot be replaced."""
    for name in _IN_BRACES.findall(document_type.settings.trich_yeu):
        if name not in IN_SUMMARY:
            what = f"Trích yếu có “{{{name}}}”, không phải là chỗ thay được."
            hint = did_you_mean(name, IN_SUMMARY) or f"Dùng được: {'; '.join(f'{{{one}}}' for one in IN_SUMMARY)}."
            yield Problem("trich_yeu_la", Severity.WARNING, document_type.place, what, hint)


def _abbreviation(document_type: DocumentType) -> Iterator[Problem]:
    """The abbreviation is the decree's, where the decree has the type (NĐ 30/2020, Phụ lục III, mục I)."""
    settings = document_type.settings
    for row in table("ten_loai"):
        if fold(row["ten_loai"]) == fold(settings.ten_loai) and row["viet_tat"] != settings.viet_tat:
            what = f"Chữ viết tắt của {row['ten_loai']} là “{row['viet_tat']}”, không phải “{settings.viet_tat}”."
            yield Problem("viet_tat_sai", Severity.WARNING, document_type.place, what, f"Nguồn: {row['nguon']}.")


def find_type(types: Mapping[str, DocumentType], name: str) -> DocumentType | None:
    """The type that is called so, by name or title, however accented."""
    return types.get(key(name)) or next((one for one in types.values() if one.is_meant_by(name)), None)


@dataclass(frozen=True, slots=True)
class ChosenTypes:
    """The types named on the command line, each once, in that order, and what is said of unknown names."""

    types: tuple[DocumentType, ...]
    problems: tuple[Problem, ...]


def choose(types: Mapping[str, DocumentType], wanted: Iterable[str]) -> ChosenTypes:
    """The types that ``wanted`` names."""
    chosen: dict[str, DocumentType] = {}
    problems: list[Problem] = []
    for name in wanted:
        found = find_type(types, name)
        if found is None:
            known = "; ".join(sorted(types))
            hint = did_you_mean(name, types) or f"Các loại hiện có: {known}."
            what = f"Không có loại văn bản “{name}”."
            problems.append(Problem("khong_co_loai", Severity.ERROR, Place(), what, hint))
        else:
            chosen[found.name] = found
    return ChosenTypes(tuple(chosen.values()), tuple(problems))

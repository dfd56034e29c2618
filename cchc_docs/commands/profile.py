"""Gather what is known of a file before it is judged: its kind of paper, the rules and data to judge it by."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from cchc_docs.commands.known import PROFILE_FILE, KnownPaper
from cchc_docs.data.fields import CHU, CO_KHONG
from cchc_docs.data.read import read
from cchc_docs.data.read.source import Layout
from cchc_docs.documents.types import DocumentType, document_types, find_type
from cchc_docs.making.origins import Origins, folders_above
from cchc_docs.office.records.base import Record, column
from cchc_docs.office.records.reading import Names, read_records
from cchc_docs.problems import Place, Problems, did_you_mean
from cchc_docs.word.check.kinds_of_paper import kind_named, kinds
from cchc_docs.word.check.rule import Profile
from cchc_docs.word.check.rules import RULES
from cchc_docs.working_folder.new import DATA_FILE
from cchc_docs.working_folder.opened import template_folders


class QuyTac(Record, sheet="Thể thức", layout=Layout.LIST):
    """A line of ``the_thuc.yaml``: whether an office keeps a rule of practice."""

    quy_tac: Annotated[str, CHU] = column("Quy tắc", "Mã quy tắc thông lệ, ví dụ ND-07.")
    ap_dung: Annotated[bool, CO_KHONG] = column("Áp dụng", "có, hoặc không.", default=True)


def of_the_office(path: Path, loai: str, mau: Path | None, origins: Origins) -> KnownPaper:
    """Gather what is known of the document at ``path``: by the type ``loai``, else by the type that made the file.

    ``mau`` is a folder of templates that come first.
    """
    problems = Problems()
    folder = _working_folder(path, origins)
    switched = _switched(folder, problems)
    types = document_types(template_folders(folder, mau, problems)).types
    kind = kind_named(loai) if loai else ""
    made = find_type(types, loai) if loai else types.get(origins.of(path).type)
    if loai and not kind and made is None:
        hint = did_you_mean(loai, [*kinds().values(), *types]) or "Xem danh mục 29 loại tại Điều 7."
        problems.error("khong_co_loai", Place(), f"Không có loại văn bản “{loai}”.", hint)
    if made is not None and not kind:
        return KnownPaper(*_of_type(made, switched), tuple(problems))
    return KnownPaper(kind, Profile(switched=switched), tuple(problems))


def data_file_of(form: Path, origins: Origins) -> Path | None:
    """The data file that a unit's form belongs to: the one that it was made from, else that of the working folder."""
    near = (folder / DATA_FILE for folder in folders_above(form))
    return origins.data_file(form) or next(filter(Path.is_file, near), None)


def _of_type(made: DocumentType, switched: Mapping[str, bool]) -> tuple[str, Profile]:
    return kind_named(made.settings.ten_loai), Profile(made.settings.the_thuc, switched)


def _working_folder(path: Path, origins: Origins) -> Path:
    """The nearest folder above a file that has templates or a profile of its own, else that of its data file."""
    for folder in folders_above(path):
        if (folder / PROFILE_FILE).is_file() or (folder / "templates").is_dir():
            return folder
    return (origins.data_file(path) or path).parent


def _switched(folder: Path, problems: Problems) -> dict[str, bool]:
    """Return the rules of practice that an office turns on or off, by the profile in its working folder."""
    file = folder / PROFILE_FILE
    if not file.is_file():
        return {}
    found = read(file, {QuyTac.sheet_key: QuyTac.shape()})
    problems.extend(found.problems)
    sheet = found.sheets.get(QuyTac.sheet_key)
    lines = read_records(QuyTac, sheet, Names({QuyTac.sheet_key: QuyTac.sheet}), None, problems) if sheet else []
    practice = [rule.id for rule in RULES if rule.authority.is_optional]
    for line in lines:
        if line.quy_tac not in practice:
            is_rule = any(rule.id == line.quy_tac for rule in RULES)
            what = (
                f"Quy tắc {line.quy_tac} là quy định của Nghị định nên không tắt được."
                if is_rule
                else f"Không có quy tắc “{line.quy_tac}”."
            )
            hint = did_you_mean(line.quy_tac, practice) or f"Các quy tắc bật, tắt được: {', '.join(practice)}."
            problems.error("quy_tac_la", Place(file.name), what, hint)
    return {line.quy_tac: line.ap_dung for line in lines if line.quy_tac in practice}

"""The whole path on one screen: a data file and a choice of documents -> documents on disk.

read -> records -> checks -> what each template sees -> Word -> disk. Every problem of the data is collected before
anything is written; where the data has an error, nothing is made. A template that is wrong stops only its own type.
"""

from collections.abc import Sequence
from pathlib import Path

from cchc_docs.documents.check import check_type
from cchc_docs.documents.composer import Composer, can_be_made, missing_sheets
from cchc_docs.documents.types import DocumentType, choose, condition_of
from cchc_docs.files import StrPath, optional_path
from cchc_docs.making.jobs import (
    Choice,
    MadeDocument,
    MakeResult,
    Progress,
    add_pdfs,
    carry_out,
    make_result,
    plan_jobs,
    refused,
    save_list,
)
from cchc_docs.making.manifest import Manifest
from cchc_docs.office.records import SHEETS
from cchc_docs.problems import Place, Problems, ProblemsFound, did_you_mean
from cchc_docs.text.normal import fold, key
from cchc_docs.working_folder.opened import Checked, open_data


def make(  # noqa: PLR0913 - one keyword an option
    data: StrPath,
    out: StrPath,
    *,
    types: Sequence[str] = (),
    periods: Sequence[str] = (),
    subjects: Sequence[str] = (),
    templates: StrPath | None = None,
    last_year: StrPath | None = None,
    pdf: bool = False,
    workers: int = 0,
    cluster: str = "",
    progress: Progress = lambda *_: None,
) -> MakeResult:
    """Make documents from a data file.

    Where the data have an error nothing is made. A file that a person has edited is kept, and the new one written
    beside it; a file that would be the same is not written again.

    Args:
        data: the data file: ``.xlsx``, ``.xls``, ``.xlsb``, ``.ods``, ``.yaml``, ``.json`` or a folder of ``.csv``.
        out: the folder to write into; the documents go into one of the year in it.
        types: the document types by name or title; none named: all that the data allow.
        periods: the periods (``quy_1``, ``6_thang``, ``quy_3``, ``nam``, or the data's own); none named: all.
        subjects: the codes of the rows (units …) whose documents are wanted; none named: all.
        templates: a folder whose templates come before those of the working folder and the shipped ones.
        last_year: the data file of the year before, to compare with.
        pdf: whether to make a PDF beside each document, by LibreOffice.
        workers: processes that render; 0: as many as the machine has cores.
        cluster: the address of a Dask cluster, to render there instead.
        progress: called after each document with how many are done, of how many.

    Returns:
        The files made, the documents with what became of each, the problems, the workbook that lists them.
    """
    folder, year_before = optional_path(templates), optional_path(last_year)
    wanted = (_several(types), _several(periods), _several(subjects))
    choice = Choice(*wanted, folder, workers, cluster, pdf, year_before)
    return _make(Path(data), Path(out), choice, progress)


def _several(names: Sequence[str]) -> Sequence[str]:
    """The names; one that is given alone is one name, not a row of letters."""
    return (names,) if isinstance(names, str) else names


def _make(du_lieu: Path, ra: Path, choice: Choice, progress: Progress) -> MakeResult:
    checked = open_data(du_lieu, mau=choice.mau, nam_truoc=choice.nam_truoc)
    problems = checked.problems
    wanted = _wanted(checked, choice)
    for one in wanted:
        problems.extend(check_type(one, checked.inputs))
    composers = [Composer(one, checked.inputs) for one in wanted]
    _check_names(composers, problems)
    _check_choice(composers, choice, problems)
    _check_subjects(composers, choice, problems)
    manifest = Manifest.read(ra)
    if problems.has_errors or not _keep(manifest, problems):
        return make_result((), problems)
    folder = ra / str(checked.data.nam or "khong_ro_nam")
    jobs = plan_jobs(composers, choice, folder, du_lieu, manifest)
    documents: Sequence[MadeDocument] = ()
    listing = None
    try:
        documents = carry_out(jobs, composers, choice, manifest, progress)
        if choice.pdf:
            documents = add_pdfs(documents, choice, manifest, progress)
        if len(documents) > 1:
            listing = save_list(documents, folder, manifest)
    except ProblemsFound as found:
        problems.extend(found.problems)
    except OSError as error:
        problems.add(refused(Path(error.filename2 or folder), error))  # the second is what was to be replaced
    finally:
        _keep(manifest, problems)
    return make_result(documents, problems, listing)


def _wanted(checked: Checked, choice: Choice) -> Sequence[DocumentType]:
    """The types to make. Named ones must be possible; without names, all that the data allows."""
    data, problems = checked.data, checked.problems
    if not choice.loai:
        possible = [one for one in checked.types.values() if can_be_made(data, one)]
        if not possible and not problems.has_errors:
            problems.error(
                "khong_lam_duoc_gi",
                Place(data.source.file),
                "Dữ liệu chưa đủ để làm văn bản nào.",
                "Điền thêm các trang, rồi dùng cchc xem LOẠI để biết mỗi loại văn bản cần gì.",
            )
        return possible
    chosen = choose(checked.types, choice.loai)
    problems.extend(chosen.problems)
    for one in chosen.types:
        for name in missing_sheets(data, one):
            title = SHEETS[name].sheet if name in SHEETS else name
            problems.error(
                "thieu_trang",
                Place(data.source.file),
                f"Văn bản “{one.settings.tieu_de}” cần trang “{title}”, tệp này không có hoặc để trống.",
                f"Thêm dữ liệu vào trang “{title}”.",
            )
        if not missing_sheets(data, one) and not can_be_made(data, one):
            problems.error(
                "chua_co_ky",
                Place(data.source.file),
                f"Chưa có gì của kỳ báo cáo nào để làm “{one.settings.tieu_de}”.",
                "Điền số liệu (trang “Số liệu quý 1” …), “Kết quả” hoặc “Nội dung báo cáo” của kỳ.",
            )
    return [one for one in chosen.types if can_be_made(data, one)]


def _check_names(composers: Sequence[Composer], problems: Problems) -> None:
    """No two types write the same file."""
    owners: dict[str, DocumentType] = {}
    for one in (composer.document_type for composer in composers):
        other = owners.setdefault(one.file_name, one)
        if other is not one:
            problems.error(
                "trung_ten_tep",
                one.place,
                f"Hai loại văn bản cùng ghi vào một tệp “{one.file_name}”: {other.name} và {one.name}.",
                "Sửa mục ten_tep của một trong hai.",
            )


def _check_choice(composers: Sequence[Composer], choice: Choice, problems: Problems) -> None:
    """Tell of periods and subjects on the command line that no document is about."""
    subjects = [subject for composer in composers for subject in composer.subjects]
    if not subjects and problems.has_errors:  # what is wrong with the data is told already
        return
    for typed, known, what in (
        (choice.ky, {subject.ky: subject.ky for subject in subjects if subject.ky}, "kỳ"),
        (choice.doi_tuong, {fold(subject.code): subject.code for subject in subjects if subject.code}, "đối tượng"),
    ):
        for name in typed:
            if key(name) not in known and fold(name) not in known:
                hint = did_you_mean(name, known.values()) or "Xem lại tên trên dòng lệnh."
                problems.error("khong_co_chon", Place(), f"Không có văn bản nào cho {what} “{name}”.", hint)
    if subjects and not problems.has_errors and not any(map(choice.takes, subjects)):
        of_whom, when = "; ".join(choice.doi_tuong), "; ".join(choice.ky)
        what = f"Đối tượng “{of_whom}” không có văn bản nào của kỳ “{when}”."
        problems.error("khong_co_chon", Place(), what, "Đơn vị có thể chưa thành lập, hoặc đã giải thể trong kỳ ấy.")


def _check_subjects(composers: Sequence[Composer], choice: Choice, problems: Problems) -> None:
    """Tell of types that were asked for by name and have nothing to be about (no finished inspection, no late unit)."""
    if not choice.loai or problems.has_errors:
        return
    for settings in (composer.document_type.settings for composer in composers if not composer.subjects):
        needed = condition_of(settings)
        problems.warning(
            "khong_co_doi_tuong",
            Place(),
            f"Chưa có đối tượng nào để làm văn bản “{settings.tieu_de}”.",
            f"Loại này chỉ làm khi {needed}." if needed else "Điền thêm dữ liệu về kỳ báo cáo.",
        )


def _keep(manifest: Manifest, problems: Problems) -> bool:
    """Keep the manifest on disk; tell where that is refused."""
    try:
        manifest.write()
    except OSError as error:
        problems.add(refused(manifest.folder, error))
        return False
    return True

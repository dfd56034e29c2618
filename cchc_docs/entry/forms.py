"""``cchc phieu``: one entry form a unit for a period, made from the data file and known again when it comes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cchc_docs.data.fields import CHU
from cchc_docs.data.fields import period as period_key
from cchc_docs.data.read import read
from cchc_docs.data.read.source import Layout
from cchc_docs.data.write.workbook import Form, FormColumn, write
from cchc_docs.documents.subjects import Subject
from cchc_docs.entry.parts import (
    FINGERPRINT,
    MARKS,
    PARTS,
    PERIOD_OF_FORM,
    UNIT_OF_FORM,
    Asked,
    Asking,
    catalogue_since,
)
from cchc_docs.files import code_digest
from cchc_docs.making.jobs import MadeDocument, MakeResult, Progress, make_result, origin_of, refused, save_list
from cchc_docs.making.manifest import FileState, Manifest
from cchc_docs.office.calendar import Ky, calendar
from cchc_docs.office.records import VOCABULARY, Data, load
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.office.reporting import owing
from cchc_docs.problems import Place, Problem, Problems, Severity, did_you_mean
from cchc_docs.text.file_names import safe_names
from cchc_docs.text.formats import short_date
from cchc_docs.text.normal import fold

KIND = "phieu"
GUIDE = (
    "Điền vào các ô trắng và ô vàng. Ô vàng là ô bắt buộc còn trống, điền xong thì hết vàng. Ô xám đã khóa.",
    "Số liệu: không phát sinh thì ghi 0; không có số liệu thì ghi dấu - và nói lý do ở cột Ghi chú; tổng tự tính.",
    "Ô có danh sách thì bấm mũi tên ở góc ô để chọn. Đưa chuột lên tiêu đề cột để xem phải ghi gì.",
    "Điền xong, lưu lại (vẫn là tệp Excel) và gửi về nơi đã gửi phiếu, trước hạn trên. Đổi tên tệp cũng được.",
    "Đừng đổi tên trang, tên cột, đừng xóa dòng. Cần nói thêm điều gì thì ghi ở cột Ghi chú.",
)


def make_forms(
    du_lieu: Path, ky: str, ra: Path, units: Sequence[str] = (), progress: Progress = lambda *_: None
) -> MakeResult:
    """Make the forms of the period ``ky`` into the folder ``ra``, for ``units`` (codes or names; none: for all).

    Where the data cannot be read without errors, none is made; what else is to be said of it is for ``cchc kiem-tra``.
    """
    loaded = load(read(du_lieu, VOCABULARY))
    data, problems = loaded.data, Problems()
    problems.extend(one for one in loaded.problems if one.severity is Severity.ERROR)
    period = calendar(data).get(period_key(ky))
    if period is None:
        hint = did_you_mean(ky, calendar(data)) or f"Các kỳ của tệp: {', '.join(calendar(data)) or 'chưa có'}."
        problems.error("khong_co_ky", Place(data.source.file), f"Không có kỳ báo cáo “{ky}”.", hint)
    wanted, unknown = _chosen(data, period, units) if period else ([], [])
    problems.extend(unknown)
    if problems.has_errors or period is None:
        return make_result((), problems)
    manifest = Manifest.read(ra)
    digest = digest_of(du_lieu)
    folder = ra / str(data.nam or "khong_ro_nam")
    asking = Asking.of(data, period.ma)
    documents, listing = [], None
    paths = dict(zip((one.ma for one in wanted), safe_names(one.ma for one in wanted), strict=True))
    try:
        manifest.write()
        for done, unit in enumerate(wanted, start=1):
            path = folder / f"{KIND}_{period.ma}" / f"{paths[unit.ma]}.xlsx"
            documents.append(_made(asking, unit, path, _Version(digest, manifest.relative(du_lieu)), manifest))
            progress(done, len(wanted))
        if len(documents) > 1:
            listing = save_list(documents, folder, manifest)
        manifest.write()
    except OSError as error:
        problems.add(refused(Path(error.filename2 or folder), error))
    return make_result(documents, problems, listing)


def digest_of(data_file: Path) -> str:
    """Return a digest of the data file, which tells its version in a form and in the record of forms taken in."""
    parts = sorted(data_file.glob("*.csv")) if data_file.is_dir() else [data_file]
    return sha256(b"".join(sha256(one.read_bytes()).digest() for one in parts)).hexdigest()[:16]


def form_of(asking: Asking, unit: DonVi, digest: str) -> bytes:
    """The form of one unit. Same data, same bytes."""
    asked = Asked(asking, unit)
    sheets = [part.form(key, rows) for key, part in PARTS.items() if (rows := part.rows(asked))]
    office = asking.data.co_quan
    facts = (
        (UNIT_OF_FORM, unit.ten),
        (
            PERIOD_OF_FORM,
            f"{asking.ky} (số liệu từ {short_date(asking.ky.tu_ngay)} đến {short_date(asking.ky.den_ngay)})",
        ),
        ("Gửi về", office.ten),
        ("Hạn gửi", short_date(asking.ky.han_gui) if asking.ky.han_gui else "theo công văn yêu cầu báo cáo"),
    )
    return write([*sheets, _fingerprint(asking, unit, digest)], f"Phiếu báo cáo {asking.ky}", GUIDE, facts)


def _fingerprint(asking: Asking, unit: DonVi, digest: str) -> Form:
    said = {
        "co_quan": asking.data.co_quan.ten,
        "nam": str(asking.ky.nam),
        "ky": asking.ky.ma,
        "don_vi": unit.ma,
        "danh_muc": catalogue_since(asking.ky),
        "tep": digest,
        "lan": "1",
    }
    columns = [FormColumn(name, heading, "", CHU, required=False) for name, heading in MARKS.items()]
    return Form(FINGERPRINT, "_cchc", Layout.RECORD, "", columns, [said], is_hidden=True)


@dataclass(frozen=True, slots=True)
class _Version:
    """The data file that forms are made from: what tells its version, and where it is from the output folder."""

    digest: str
    file: str


def _made(asking: Asking, unit: DonVi, path: Path, version: _Version, manifest: Manifest) -> MadeDocument:
    subject = Subject(unit.ma, unit, asking.ky.ma)
    source = sha256(code_digest() + f"{version.digest} {unit.ma} {asking.ky.ma}".encode()).hexdigest()
    if manifest.is_current(path, source):
        return MadeDocument(KIND, subject, path, FileState.UNCHANGED)
    try:
        content = form_of(asking, unit, version.digest)
        origin = origin_of(KIND, subject, version.file)
        return MadeDocument(KIND, subject, *manifest.save(path, content, source, origin))
    except OSError as error:
        return MadeDocument(KIND, subject, path, FileState.FAILED, (refused(path, error),))


def _chosen(data: Data, ky: Ky, names: Sequence[str]) -> tuple[list[DonVi], list[Problem]]:
    """The units that owe a report of the period, or those of them that are named; and what names nobody."""
    units = owing(data, ky)
    problems: list[Problem] = []
    if not units:
        what = f"Không có đơn vị nào phải báo cáo {ky}."
        where = Place(data.source.file)
        problems.append(Problem("khong_co_don_vi", Severity.ERROR, where, what, "Điền trang “Đơn vị”."))
    if not names:
        return units, problems
    found: list[DonVi] = []
    for name in names:
        unit = next((one for one in units if fold(name) in {fold(known) for known in _called(one)}), None)
        if unit is None:
            hint = did_you_mean(name, [one.ma for one in units]) or "Xem lại mã ở trang “Đơn vị”."
            what = f"Không có đơn vị “{name}” phải báo cáo {ky}."
            problems.append(Problem("khong_co_chon", Severity.ERROR, Place(), what, hint))
        elif unit not in found:
            found.append(unit)
    return found, problems


def _called(unit: DonVi) -> tuple[str, ...]:
    return (unit.ma, unit.ten, *unit.ten_goi_khac)

"""``cchc tong-hop``: forms that came back, into a new version of the data file.

Forms -> answers -> for each cell of the data file one value, or a conflict that is told -> the workbook -> judged.
Nothing depends on the order of the forms: of a unit those count that went out last, and among them no one wins.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from cchc_docs.data.fields import Unreadable, as_text
from cchc_docs.data.fields import period as period_key
from cchc_docs.data.read import READERS, read, safety
from cchc_docs.data.read.sheets import guarded
from cchc_docs.data.read.source import Raw
from cchc_docs.data.read.workbook_xlsx import read_workbook
from cchc_docs.data.write.annotate import annotate
from cchc_docs.data.write.carry import lost
from cchc_docs.data.write.fill import Filling
from cchc_docs.documents.subjects import Subject
from cchc_docs.entry import ledger
from cchc_docs.entry.forms import KIND, form_of
from cchc_docs.entry.ledger import LedgerEntry
from cchc_docs.entry.parts import FINGERPRINT, FORM_VOCABULARY, MARKS, Asking, Target
from cchc_docs.entry.returned import Answer, Returned, Value, as_value, take, understood
from cchc_docs.entry.target_book import Book, Writer
from cchc_docs.making.jobs import LIST_FILE, origin_of, refused
from cchc_docs.making.manifest import RECORD_FOLDER, Manifest
from cchc_docs.office.calendar import Ky, calendar
from cchc_docs.office.checks import check
from cchc_docs.office.figures.history import History
from cchc_docs.office.records import VOCABULARY, Data, Loaded, load
from cchc_docs.office.records.bao_cao import NopBaoCao
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.office.reporting import submission
from cchc_docs.problems import Place, Problem, Problems, ProblemsFound, Severity, did_you_mean
from cchc_docs.result import Result
from cchc_docs.text.file_names import safe_names
from cchc_docs.text.normal import key, on_a_line
from cchc_docs.working_folder import data_file as data_forms

RETURN_FOLDER = "tra_lai"
_MARKS_SHEET = FORM_VOCABULARY[FINGERPRINT].name
_MISSING = "thieu_bao_cao"
"""Of the file's own checks the one whose answer is given anyway: who owes a report."""


@dataclass(frozen=True, slots=True)
class GatherResult(Result):
    """The result of gathering; ``made`` names the new data file, then the faulty forms to mail back."""

    data_file: Path | None = None
    """The new data file; None where none could be made or written."""
    received: Sequence[DonVi] = ()
    """The units whose forms of the period were taken in, now or earlier."""
    missing: Sequence[DonVi] = ()
    """The units that owe a report of the period and have not sent it."""
    late: Sequence[DonVi] = ()
    returned: Mapping[str, Path] = field(default_factory=dict)
    """The copies to mail back, by the unit's code."""

    def summary(self) -> dict[str, list[str]]:
        """The codes of the units, under what a person calls them."""
        lists = {"Đã nhận": self.received, "Nộp muộn": self.late, "Chưa nộp": self.missing}
        return {name: [unit.ma for unit in units] for name, units in lists.items()} | {"Gửi lại": list(self.returned)}

    def as_json(self) -> dict[str, object]:
        """Return the object that ``--json`` shows."""
        return {
            "tep": str(self.data_file) if self.data_file else "",
            **{key(name): units for name, units in self.summary().items()},
            "tra_lai": {code: str(path) for code, path in self.returned.items()},
            "van_de": [problem.as_json() for problem in self.problems],
        }


@dataclass(slots=True)
class _Base:
    """The data file that forms are taken into, as it was before any were."""

    content: bytes
    data: Data
    kept: Sequence[LedgerEntry]
    undo: Sequence[tuple[Place, Value | None]]


@dataclass(slots=True)
class _Merged:
    """The answers to write, one for each target; ``problems`` tell why others are not."""

    values: dict[Target, Answer] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def gather(du_lieu: Path, phieu: Sequence[Path], ky: str, ra: Path, ngay: date) -> GatherResult:
    """Take the forms ``phieu`` of the period ``ky``, which arrived on ``ngay``, into a new data file ``ra``."""
    problems = Problems()
    base = _base(du_lieu, ra, problems)
    if base is None:
        return GatherResult(problems=tuple(problems))
    known = calendar(base.data)
    period = known.get(period_key(ky))
    if period is None:
        hint = did_you_mean(ky, known) or f"Các kỳ của tệp: {', '.join(known) or 'chưa có'}."
        problems.error("khong_co_ky", Place(on_a_line(du_lieu.name)), f"Không có kỳ báo cáo “{ky}”.", hint)
        return GatherResult(problems=tuple(problems))
    asking = Asking.of(base.data, period.ma)
    forms = _read_all(phieu, asking, base.kept, problems)
    arrived = [_arrival(form, period, ngay) for form in forms if form.unit and form.typed]
    answers = [*(one.answer for one in base.kept), *arrived, *(answer for form in forms for answer in form.answers)]
    unique = _each_once(answers)
    problems.extend(_replaced(unique))
    merged = _merge(_of_last_round(unique), Book(base.data, base.data.source))
    problems.extend(merged.problems)
    made = guarded(lambda: _filled(base, merged, answers))
    if made is None:
        what = "Tệp có phần mà chương trình không chép lại được, nên không tổng hợp được."
        hint = "Mở tệp bằng Excel, lưu lại rồi thử lại."
        problems.error("khong_chep_duoc", Place(on_a_line(du_lieu.name)), what, hint)
        return GatherResult(problems=tuple(problems))
    content, places = made
    loaded = load(read_workbook(content, on_a_line(ra.name), VOCABULARY))
    data = loaded.data
    problems.extend(_new_problems(base.data, loaded, places))
    saved = _save(ra, content, _faulty(forms, problems), asking, du_lieu)
    problems.extend(saved.problems)
    sent = submission(data, period)
    return replace(
        saved,
        problems=tuple(problems),
        received=_units(data, {answer.don_vi for answer in answers if answer.ky == period.ma}),
        missing=list(sent.chua_nop),
        late=_units(data, {one.don_vi.ma for one in sent.cham}),
    )


def _units(data: Data, codes: Collection[str]) -> list[DonVi]:
    """The units with these codes, in the order of *Đơn vị*."""
    return [unit for unit in data.don_vi if unit.ma in codes]


# --- in ---------------------------------------------------------------------------------------------------------------


def _base(du_lieu: Path, ra: Path, problems: Problems) -> _Base | None:
    """The data file as a workbook, what earlier runs took into it undone; ``None``, and told, where there is none."""
    where = Place(on_a_line(du_lieu.name))
    if ra.suffix.lower() != ".xlsx":
        problems.error("duoi_tep_la", Place(str(ra)), "Tệp ra phải là tệp .xlsx.", "Đặt tên có đuôi .xlsx.")
        return None
    if ra.resolve() == du_lieu.resolve():
        what = "Tệp ra trùng với tệp dữ liệu, mà tệp dữ liệu không được thay đổi."
        problems.error("trung_tep", Place(str(ra)), what, "Đặt tên khác cho --ra.")
        return None
    source = read(du_lieu, VOCABULARY)
    loaded = load(source)
    problems.extend(one for one in loaded.problems if one.severity is Severity.ERROR)
    if problems.has_errors:
        return None
    if du_lieu.suffix.lower() != ".xlsx":
        content = data_forms.filled(source)
        loaded = load(read_workbook(content, where.file, VOCABULARY))
    else:
        try:
            content = safety.load(du_lieu, where)
            if gone := lost(content, where):  # which looks through all of it before openpyxl does
                what = f"Tệp mới không giữ được: {', '.join(gone)}."
                problems.notice("khong_giu_duoc", where, what, "Tệp gốc vẫn nguyên vẹn.")
        except ProblemsFound as found:
            problems.extend(found.problems)
            return None
    kept = list(ledger.entries(read_workbook(content, where.file, ledger.VOCABULARY)))
    before, undo = ledger.undone(loaded.data, kept)
    return _Base(content, load(before).data, kept, undo)


def _read_all(paths: Sequence[Path], asking: Asking, kept: Sequence[LedgerEntry], problems: Problems) -> list[Returned]:
    """The forms, each content once, in an order that is not that of the command line."""
    forms: dict[str, Returned] = {}
    known = {entry.answer.phieu for entry in kept}
    for path in sorted({file for one in paths for file in _files(one)}, key=str):
        form = take(path, asking)
        if form.unit and not form.typed:
            what = "Phiếu này chưa điền gì nên chưa tính là đã nộp."
            form.problems.error("phieu_trong", Place(form.name), what, "Nhờ đơn vị điền rồi gửi lại.")
        problems.extend(form.problems)
        same = forms.get(form.digest) if form.unit else None
        if same is not None or (form.unit and form.digest in known):
            other = f"trùng với {same.name}" if same else "đã được nhập lần trước"
            problems.notice("phieu_trung", Place(form.name), f"Phiếu này {other}.", "Không cần làm gì.")
        if same is None:
            forms[form.digest or form.name] = form
    return sorted(forms.values(), key=lambda form: (form.unit.ma if form.unit else "", form.lan, form.digest))


def _files(path: Path) -> list[Path]:
    """The file; of a folder the forms in it and in its folders, but for those that are to be mailed back."""
    if not path.is_dir():
        return [path]
    found = (
        one for one in path.rglob("*") if not {RETURN_FOLDER, RECORD_FOLDER} & set(one.relative_to(path).parts[:-1])
    )
    own = ("~$", ".", LIST_FILE)
    return [one for one in found if one.suffix.lower() in READERS and not one.name.startswith(own)]


def _arrival(form: Returned, ky: Ky, day: date) -> Answer:
    """Return the answer that the unit sent its report."""
    assert form.unit is not None
    row = (("ky", ky.ma), ("don_vi", form.unit.ma))
    target = Target(NopBaoCao.sheet_key, row, "ngay_nop")
    return Answer(target, day, Place(form.name), form.digest, form.unit.ma, ky.ma, form.lan)


def _each_once(answers: Sequence[Answer]) -> list[Answer]:
    """Of what a form says of a cell the first: it may have come twice."""
    return list({(one.phieu, one.target): one for one in reversed(answers)}.values())


def _of_last_round(answers: Sequence[Answer]) -> list[Answer]:
    """The answers without those of forms that a corrected one took the place of."""
    last = _last_rounds(answers)
    return [one for one in answers if one.lan == last[one.don_vi, one.ky] or _is_arrival(one)]


def _replaced(answers: Sequence[Answer]) -> Iterator[Problem]:
    """Name the forms that a corrected one took the place of."""
    last = _last_rounds(answers)
    for file in sorted({one.place.file for one in answers if one.lan < last[one.don_vi, one.ky]}):
        what = "Phiếu này đã có bản sửa, nên chỉ dùng bản sửa."
        yield Problem("phieu_cu", Severity.NOTE, Place(file), what, "Không cần làm gì.")


def _last_rounds(answers: Iterable[Answer]) -> Mapping[tuple[str, str], int]:
    """For each unit and period how often its form went out."""
    last: dict[tuple[str, str], int] = {}
    for one in answers:
        last[one.don_vi, one.ky] = max(one.lan, last.get((one.don_vi, one.ky), 0))
    return last


def _is_arrival(answer: Answer) -> bool:
    return answer.target.sheet == NopBaoCao.sheet_key


# --- one value for each cell ------------------------------------------------------------------------------------------


def _merge(answers: Sequence[Answer], book: Book) -> _Merged:
    """For each target the value that all agree on; where they do not, or the data file says another, that is told."""
    merged = _Merged()
    by_target: dict[tuple[object, ...], list[Answer]] = {}
    for answer in answers:
        target = answer.target
        by_target.setdefault((target.sheet, book.identity(target), target.nth, target.column), []).append(answer)
    for alike in sorted(by_target.values(), key=lambda found: _order(found[0].target)):
        alike.sort(
            key=lambda answer: (str(answer.value) if _is_arrival(answer) else "", str(answer.place), answer.phieu)
        )
        by_value: dict[object, Answer] = {}
        for answer in alike:
            by_value.setdefault(_compared(answer.target, answer.value, book.data), answer)
        there = book.value(alike[0].target)
        if _is_arrival(alike[0]):
            if there is None:
                merged.values[alike[0].target] = alike[0]
        elif len(by_value) > 1:
            merged.problems.extend(_forms_disagree(list(by_value.values())))
        elif there is not None and not _brings_up_to_date(alike, there, book):
            if not _agrees(alike[0], there, book):
                merged.problems.append(_data_disagrees(alike[0], there, book))
        else:
            merged.values[alike[0].target] = alike[0]
    return merged


def _order(target: Target) -> tuple[object, ...]:
    return target.sheet, target.row, target.nth, target.column


def _compared(target: Target, value: Raw, data: Data) -> object:
    """The value as it is compared: of texts the words, not the spaces between."""
    with suppress(Unreadable):
        value = understood(target, value, data)  # what was kept in a sheet is raw again
    return " ".join(value.split()) if isinstance(value, str) else value


def _agrees(answer: Answer, there: Raw, book: Book) -> bool:
    return _compared(answer.target, there, book.data) == _compared(answer.target, answer.value, book.data)


def _brings_up_to_date(alike: Sequence[Answer], there: Raw, book: Book) -> bool:
    """Return True if the form showed the value of the data file, and the answer is news of it."""
    return any(answer.was is not None and _agrees(replace(answer, value=answer.was), there, book) for answer in alike)


def _forms_disagree(answers: Sequence[Answer]) -> Iterator[Problem]:
    for one in answers:
        others = "; ".join(f"{_short(other.value)} ở {other.place}" for other in answers if other is not one)
        what = f"Ô này ghi {_short(one.value)}, nhưng phiếu khác ghi {others}; không nhập số nào."
        yield Problem("phieu_lech_nhau", Severity.ERROR, one.place, what, "Hỏi lại đơn vị ô nào đúng.")


def _data_disagrees(answer: Answer, there: Raw, book: Book) -> Problem:
    where = book.place(answer.target)
    what = f"Phiếu ghi {_short(answer.value)}, nhưng tệp dữ liệu đã ghi {_short(there)} ở {where}; giữ số đã ghi."
    hint = "Nếu phiếu đúng thì sửa tệp dữ liệu, nếu không thì báo lại đơn vị."
    return Problem("lech_tep_du_lieu", Severity.ERROR, answer.place, what, hint)


def _short(value: Raw) -> str:
    text = as_text(value)
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"


# --- out --------------------------------------------------------------------------------------------------------------


def _filled(base: _Base, merged: _Merged, answers: Sequence[Answer]) -> tuple[bytes, dict[Place, Answer]]:
    """The new workbook, and which answer each cell written holds."""
    filling = Filling(base.content)
    for cell, value in base.undo:
        filling.put(cell.sheet, cell.row, cell.column, value)
    book = Book(base.data, base.data.source)
    writer = Writer(book, filling)
    places: dict[Place, Answer] = {}
    kept: list[LedgerEntry] = []
    written = set()
    for target, answer in merged.values.items():
        before = as_value(book.value(target))
        kept.append(LedgerEntry(answer, is_written=True, before=before, is_new_row=book.row(target) is None))
        written.add((answer.phieu, target))
        places[writer.put(target, answer.value)] = answer
    kept += [LedgerEntry(one) for one in _each_once(answers) if (one.phieu, one.target) not in written]
    kept.sort(key=lambda one: (one.answer.don_vi, one.answer.lan, one.answer.phieu, str(_order(one.answer.target))))
    filling.keep(ledger.SHEET, ledger.HEADINGS, ledger.lines(kept))
    return filling.done(), places


def _new_problems(before: Data, loaded: Loaded, places: Mapping[Place, Answer]) -> Iterator[Problem]:
    """Yield the problems of the new data file that the old one did not have, at the cells of the forms."""
    known = {(one.code, one.where.sheet, one.what) for one in _said(before, ())}
    at = {(place.sheet, place.row, place.column): answer for place, answer in places.items()}
    of_row = _by_row(places, loaded.data)
    for one in _said(loaded.data, loaded.problems):
        if (one.code, one.where.sheet, one.what) not in known and one.code != _MISSING:
            sheet, row, column = one.where.sheet, one.where.row, one.where.column
            answer = at.get((sheet, row, column)) or of_row.get((sheet, row))
            yield replace(one, where=answer.place) if answer and answer.place.row else one


def _by_row(places: Mapping[Place, Answer], data: Data) -> dict[tuple[str, int], Answer]:
    """For each row of records that a single form wrote into, its first answer there."""
    figures = {period.sheet.name for period in data.so_lieu.values()}
    found: dict[tuple[str, int], list[Answer]] = {}
    for place, answer in places.items():
        if place.sheet not in figures:
            found.setdefault((place.sheet, place.row), []).append(answer)
    return {row: answers[0] for row, answers in found.items() if len({one.phieu for one in answers}) == 1}


def _said(data: Data, found: Iterable[Problem]) -> list[Problem]:
    return [*found, *check(History.of_file(data))]


def _save(
    ra: Path, content: bytes, faulty: Sequence[tuple[Returned, Sequence[Problem]]], asking: Asking, du_lieu: Path
) -> GatherResult:
    """Write the data file, and a copy of each faulty form to mail back."""
    manifest = Manifest.read(ra.parent)
    made: list[Path] = []
    returned: dict[str, Path] = {}
    problems: list[Problem] = []
    try:
        manifest.write()
        made.append(manifest.save(ra, content, "")[0])
        names = safe_names(form.unit.ma for form, _ in faulty if form.unit)
        for (form, found), name in zip(faulty, names, strict=True):
            assert form.unit is not None
            if (copy := _to_mail_back(form, found, asking)) is not None:
                path = ra.parent / RETURN_FOLDER / f"{name}.xlsx"
                origin = origin_of(KIND, Subject(form.unit.ma, form.unit, asking.ky.ma), manifest.relative(du_lieu))
                returned[form.unit.ma], _ = manifest.save(path, copy, "", origin)
        manifest.write()
    except OSError as error:
        problems.append(refused(Path(error.filename2 or ra), error))
    paths = (*made, *returned.values())
    return GatherResult(paths, tuple(problems), data_file=made[0] if made else None, returned=returned)


def _faulty(forms: Sequence[Returned], problems: Iterable[Problem]) -> list[tuple[Returned, list[Problem]]]:
    """The forms with something to mend, of each unit the one that went out last."""
    by_file: dict[str, list[Problem]] = {}
    for one in problems:
        if one.severity is not Severity.NOTE:
            by_file.setdefault(one.where.file, []).append(one)
    last = {form.unit.ma: form for form in forms if form.unit}
    return [(form, by_file[form.name]) for form in last.values() if form.name in by_file]


def _to_mail_back(form: Returned, found: Sequence[Problem], asking: Asking) -> bytes | None:
    """The form with its mistakes shown, marked as going out once more.

    One that is no .xlsx is made anew, with what the unit typed in it.
    """

    def made() -> bytes:
        assert form.unit is not None
        is_workbook = form.path.suffix.lower() == ".xlsx"
        content = form.path.read_bytes() if is_workbook else form_of(asking, form.unit, form.digest)
        lost(content, Place(form.name))  # raises where it is unsafe
        filling = Filling(content)
        if not is_workbook:
            for (sheet, row, column), value in form.typed.items():
                filling.put(sheet, row, column, value)
        if filling.has_sheet(_MARKS_SHEET):
            row = 2 + list(MARKS).index("lan")  # below the heading
            filling.put(_MARKS_SHEET, row, 2, str(form.lan + 1))
        return annotate(filling.done(), found, form.name)

    return guarded(made)

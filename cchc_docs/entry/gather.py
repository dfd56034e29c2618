"""``cchc tong-hop``: forms that came back, into a new version of the data file.

Forms -> answers -> for each cell of the data file one value, or a conflict that is told -> the workbook -> judged.
Nothing depends on the order of the forms: of a unit those count that went out last, and among them no one wins.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from cchc_docs.data.fields import Unreadable, as_text
from cchc_docs.data.fields import period as period_key
from cchc_docs.data.read import READERS, read, safety
from cchc_docs.data.read.grid import address
from cchc_docs.data.read.sheets import guarded
from cchc_docs.data.read.workbook_xlsx import read_workbook
from cchc_docs.data.write.annotate import annotate
from cchc_docs.data.write.carry import lost
from cchc_docs.data.write.fill import Filling
from cchc_docs.entry import ledger
from cchc_docs.entry.forms import form_of
from cchc_docs.entry.ledger import LedgerEntry
from cchc_docs.entry.parts import FINGERPRINT, FORM_VOCABULARY, MARKS, Asking, Target
from cchc_docs.entry.returned import Answer, Returned, take, understood
from cchc_docs.entry.target_book import Book, Writer
from cchc_docs.making.jobs import refused
from cchc_docs.making.manifest import Manifest
from cchc_docs.office.calendar import Ky, calendar
from cchc_docs.office.checks import check
from cchc_docs.office.figures.history import History
from cchc_docs.office.records import VOCABULARY, Data, load
from cchc_docs.office.records.bao_cao import NopBaoCao
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.office.reporting import submission
from cchc_docs.problems import Place, Problem, Problems, ProblemsFound, Severity, did_you_mean
from cchc_docs.text.file_names import safe_names
from cchc_docs.text.normal import key, on_a_line
from cchc_docs.working_folder import data_file as data_forms

RETURN_FOLDER = "tra_lai"
_MARKS_SHEET = FORM_VOCABULARY[FINGERPRINT].name
_MISSING = "thieu_bao_cao"
"""Of the file's own checks the one whose answer is given anyway: who owes a report."""


@dataclass(slots=True)
class Gathered:
    """What came of it: the new data file, whose forms were taken, who owes one, who was late, what went back."""

    path: Path | None = None
    da_nhan: Sequence[DonVi] = ()
    chua_nop: Sequence[DonVi] = ()
    nop_muon: Sequence[DonVi] = ()
    tra_lai: dict[str, Path] = field(default_factory=dict)
    """The faulty copies by unit."""
    problems: Problems = field(default_factory=Problems)

    def summary(self) -> dict[str, list[str]]:
        """The codes of the units, under what a person calls them."""
        lists = {"Đã nhận": self.da_nhan, "Nộp muộn": self.nop_muon, "Chưa nộp": self.chua_nop}
        return {name: [unit.ma for unit in units] for name, units in lists.items()} | {"Gửi lại": list(self.tra_lai)}

    def as_json(self) -> dict[str, object]:
        """What ``--json`` shows."""
        return {
            "tep": str(self.path) if self.path else "",
            **{key(name): units for name, units in self.summary().items()},
            "tra_lai": {code: str(path) for code, path in self.tra_lai.items()},
            "van_de": [problem.as_json() for problem in self.problems],
        }


@dataclass(slots=True)
class _Base:
    """The data file that forms are taken into, as it was before any were."""

    content: bytes
    data: Data
    kept: Sequence[LedgerEntry]
    undo: Sequence[tuple[str, str, object]]


@dataclass(slots=True)
class _Merged:
    """What is to be written: for each target its value and the answers that say so; the rest was told."""

    values: dict[Target, Answer] = field(default_factory=dict)


def gather(du_lieu: Path, phieu: Sequence[Path], ky: str, ra: Path, ngay: date) -> Gathered:
    """Take the forms ``phieu`` of the period ``ky``, which arrived on ``ngay``, into a new data file ``ra``."""
    result = Gathered()
    problems = result.problems
    base = _base(du_lieu, ra, problems)
    period = calendar(base.data).get(period_key(ky)) if base else None
    if base and period is None:
        known = calendar(base.data)
        hint = did_you_mean(ky, known) or f"Các kỳ của tệp: {', '.join(known) or 'chưa có'}."
        problems.error("khong_co_ky", Place(on_a_line(du_lieu.name)), f"Không có kỳ báo cáo “{ky}”.", hint)
    if base is None or period is None:
        return result
    asking = Asking.of(base.data, period.ma)
    forms = _read_all(phieu, asking, base.kept, problems)
    arrived = [_arrival(form, period, ngay) for form in forms if form.unit and form.typed]
    answers = [*(one.answer for one in base.kept), *arrived, *(answer for form in forms for answer in form.answers)]
    merged = _merge(_of_last_round(answers, problems), Book(base.data, base.data.source), problems)
    made = guarded(lambda: _filled(base, merged, answers))
    if made is None:
        what = "Tệp có phần mà chương trình không chép lại được, nên không tổng hợp được."
        hint = "Mở tệp bằng Excel, lưu lại rồi thử lại."
        problems.error("khong_chep_duoc", Place(on_a_line(du_lieu.name)), what, hint)
        return result
    content, places = made
    data = _judge(base, content, ra.name, places, problems)
    codes = {answer.don_vi for answer in answers if answer.ky == period.ma}
    result.da_nhan = [unit for unit in data.don_vi if unit.ma in codes]
    sent = submission(data, period)
    late = {one.don_vi.ma for one in sent.cham}
    result.chua_nop, result.nop_muon = sent.chua_nop, [unit for unit in data.don_vi if unit.ma in late]
    _save(result, ra, content, forms, asking)
    return result


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
    found = (one for one in path.rglob("*") if RETURN_FOLDER not in one.relative_to(path).parts[:-1])
    return [one for one in found if one.suffix.lower() in READERS and not one.name.startswith(("~$", "."))]


def _arrival(form: Returned, ky: Ky, day: date) -> Answer:
    """That the unit sent its report."""
    assert form.unit is not None
    row = (("ky", ky.ma), ("don_vi", form.unit.ma))
    target = Target(NopBaoCao.sheet_key, row, "ngay_nop")
    return Answer(target, day, Place(form.name), form.digest, form.unit.ma, ky.ma, form.lan)


def _of_last_round(answers: Iterable[Answer], problems: Problems) -> list[Answer]:
    """The answers without those of forms that a corrected one took the place of; and each once."""
    unique = {(one.phieu, one.target): one for one in reversed(list(answers))}.values()
    last: dict[tuple[str, str], int] = {}
    for one in unique:
        last[one.don_vi, one.ky] = max(one.lan, last.get((one.don_vi, one.ky), 0))
    old = sorted({one.place.file for one in unique if one.lan < last[one.don_vi, one.ky]})
    for file in old:
        what = "Phiếu này đã có bản sửa, nên chỉ dùng bản sửa."
        problems.notice("phieu_cu", Place(file), what, "Không cần làm gì.")
    return [one for one in unique if one.lan == last[one.don_vi, one.ky] or _is_arrival(one)]


def _is_arrival(answer: Answer) -> bool:
    return answer.target.sheet == NopBaoCao.sheet_key


# --- one value for each cell ------------------------------------------------------------------------------------------


def _merge(answers: Sequence[Answer], book: Book, problems: Problems) -> _Merged:
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
            by_value.setdefault(_compared(answer, book.data), answer)
        there = book.value(alike[0].target)
        if _is_arrival(alike[0]):
            if there is None:
                merged.values[alike[0].target] = alike[0]
        elif len(by_value) > 1:
            _tell_forms(list(by_value.values()), problems)
        elif there is not None and not _brings_up_to_date(alike, there, book):
            if not _agrees(alike[0], there, book):
                _tell_data(alike[0], there, book, problems)
        else:
            merged.values[alike[0].target] = alike[0]
    return merged


def _order(target: Target) -> tuple[object, ...]:
    return target.sheet, target.row, target.nth, target.column


def _compared(answer: Answer, data: Data) -> object:
    """The value as it is compared: of texts the words, not the spaces between."""
    value = answer.value
    with suppress(Unreadable):
        value = understood(answer.target, value, data)  # what was kept in a sheet is raw again
    return " ".join(value.split()) if isinstance(value, str) else value


def _agrees(answer: Answer, there: object, book: Book) -> bool:
    return _compared(replace(answer, value=there), book.data) == _compared(answer, book.data)  # type: ignore[arg-type]


def _brings_up_to_date(alike: Sequence[Answer], there: object, book: Book) -> bool:
    """Whether the form showed what the data file says, and the answer is news of it."""
    return any(answer.was is not None and _agrees(replace(answer, value=answer.was), there, book) for answer in alike)


def _tell_forms(answers: Sequence[Answer], problems: Problems) -> None:
    for one in answers:
        others = "; ".join(f"{_short(other.value)} ở {other.place}" for other in answers if other is not one)
        what = f"Ô này ghi {_short(one.value)}, nhưng phiếu khác ghi {others}; không nhập số nào."
        problems.error("phieu_lech_nhau", one.place, what, "Hỏi lại đơn vị ô nào đúng.")


def _tell_data(answer: Answer, there: object, book: Book, problems: Problems) -> None:
    where = book.place(answer.target)
    what = f"Phiếu ghi {_short(answer.value)}, nhưng tệp dữ liệu đã ghi {_short(there)} ở {where}; giữ số đã ghi."
    hint = "Nếu phiếu đúng thì sửa tệp dữ liệu, nếu không thì báo lại đơn vị."
    problems.error("lech_tep_du_lieu", answer.place, what, hint)


def _short(value: object) -> str:
    text = as_text(value)  # type: ignore[arg-type]
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"


# --- out --------------------------------------------------------------------------------------------------------------


def _filled(base: _Base, merged: _Merged, answers: Sequence[Answer]) -> tuple[bytes, dict[Place, Answer]]:
    """The new workbook, and which answer each cell written holds."""
    filling = Filling(base.content)
    for sheet, cell, value in base.undo:
        filling.put_at(sheet, cell, value)  # type: ignore[arg-type]
    book = Book(base.data, base.data.source)
    writer = Writer(book, filling)
    places: dict[Place, Answer] = {}
    kept: list[LedgerEntry] = []
    written = set()
    for target, answer in merged.values.items():
        kept.append(
            LedgerEntry(answer, is_written=True, before=book.value(target), is_new_row=book.row(target) is None)
        )
        written.add((answer.phieu, target))
        places[writer.put(target, answer.value)] = answer
    unique = {(one.phieu, one.target): one for one in reversed(list(answers))}
    kept += [LedgerEntry(one) for known, one in unique.items() if known not in written]
    kept.sort(key=lambda one: (one.answer.don_vi, one.answer.lan, one.answer.phieu, str(_order(one.answer.target))))
    filling.keep(ledger.SHEET, ledger.HEADINGS, ledger.lines(kept))
    return filling.done(), places


def _judge(base: _Base, content: bytes, name: str, places: Mapping[Place, Answer], problems: Problems) -> Data:
    """What is to be said of the new data file and was not to be said of the old one, at the cells of the forms."""
    file = on_a_line(name)
    loaded = load(read_workbook(content, file, VOCABULARY))
    known = {(one.code, one.where.sheet, one.what) for one in _said(base.data, ())}
    at = {(place.sheet, place.cell): answer for place, answer in places.items()}
    of_row = _by_row(places, loaded.data)
    for one in _said(loaded.data, loaded.problems):
        if (one.code, one.where.sheet, one.what) not in known and one.code != _MISSING:
            answer = at.get((one.where.sheet, one.where.cell)) or of_row.get((one.where.sheet, _row(one.where)))
            problems.add(replace(one, where=answer.place) if answer and answer.place.cell else one)
    return loaded.data


def _by_row(places: Mapping[Place, Answer], data: Data) -> dict[tuple[str, str], Answer]:
    """For each row of records that a single form wrote into, its first answer there."""
    figures = {period.sheet.name for period in data.so_lieu.values()}
    found: dict[tuple[str, str], list[Answer]] = {}
    for place, answer in places.items():
        if place.sheet not in figures:
            found.setdefault((place.sheet, _row(place)), []).append(answer)
    return {row: answers[0] for row, answers in found.items() if len({one.phieu for one in answers}) == 1}


def _row(place: Place) -> str:
    return place.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _said(data: Data, found: Iterable[Problem]) -> list[Problem]:
    return [*found, *check(History.of_file(data))]


def _save(result: Gathered, ra: Path, content: bytes, forms: Sequence[Returned], asking: Asking) -> None:
    """Write the data file, and a copy of each faulty form to mail back."""
    manifest = Manifest.read(ra.parent)
    try:
        manifest.write()
        result.path, _ = manifest.save(ra, content, "")
        faulty = _faulty(forms, result.problems)
        names = safe_names(form.unit.ma for form, _ in faulty if form.unit)
        for (form, found), name in zip(faulty, names, strict=True):
            assert form.unit is not None
            if (copy := _to_mail_back(form, found, asking)) is not None:
                path = ra.parent / RETURN_FOLDER / f"{name}.xlsx"
                result.tra_lai[form.unit.ma], _ = manifest.save(path, copy, "")
        manifest.write()
    except OSError as error:
        result.problems.add(refused(Path(error.filename2 or ra), error))


def _faulty(forms: Sequence[Returned], problems: Problems) -> list[tuple[Returned, list[Problem]]]:
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
            for (sheet, cell), value in form.typed.items():
                filling.put_at(sheet, cell, value)
        if filling.has_sheet(_MARKS_SHEET):
            row = 1 + list(MARKS).index("lan")  # from 0, below the heading
            filling.put_at(_MARKS_SHEET, address(row, 1), str(form.lan + 1))
        return annotate(filling.done(), found, form.name)

    return guarded(made)

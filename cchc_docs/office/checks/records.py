"""Checks across the data: one function a rule, listed in ``CHECKS``; each gives the problems it finds.

A check says where, what and what to do; it never changes anything. Facts of the law come from ``cchc_docs.facts``.
"""

from collections.abc import Callable, Iterator
from itertools import chain

from cchc_docs.office import signing
from cchc_docs.office.checks import inspections as kiem_tra_checks
from cchc_docs.office.checks import plan as plan_checks
from cchc_docs.office.checks import typed_marks
from cchc_docs.office.records import Data, error
from cchc_docs.office.records.base import Record
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.problems import Problem, Problems
from cchc_docs.text.normal import fold

Check = Callable[[Data], Iterator[Problem]]


def check(data: Data) -> tuple[Problem, ...]:
    """All that ``CHECKS`` find in ``data``, each once."""
    problems = Problems()
    problems.extend(chain.from_iterable(rule(data) for rule in CHECKS))
    return tuple(problems)


def units(data: Data) -> Iterator[Problem]:
    """A unit's dates are in order and its successor exists."""
    for unit in data.don_vi:
        if unit.tu_ngay and unit.den_ngay and unit.den_ngay < unit.tu_ngay:
            yield error(data, unit, "den_ngay", "ngay_nguoc", "“Đến ngày” trước “Từ ngày”.", "Xem lại hai ngày.")
        if unit.thay_bang and not data.names.knows(DonVi.sheet_key, unit.thay_bang):
            yield error(
                data,
                unit,
                "thay_bang",
                "khong_tham_chieu_duoc",
                f"Không có “{unit.thay_bang}” trong trang “{DonVi.sheet}”.",
                "Ghi mã hoặc tên của một đơn vị có trong trang này.",
            )


def register(data: Data) -> Iterator[Problem]:
    """One row of the register a document."""
    seen: dict[tuple[str, str, str], Record] = {}
    for entry in data.van_ban:
        subject = (fold(entry.loai_van_ban), entry.ky, entry.doi_tuong)
        if subject in seen:
            yield error(
                data,
                entry,
                "loai_van_ban",
                "trung_van_ban",
                f"Văn bản này đã có ở {data.place(seen[subject], 'loai_van_ban')}.",
                "Mỗi văn bản chỉ ghi một dòng; văn bản theo kỳ thì ghi thêm Kỳ, theo đơn vị thì ghi thêm Đối tượng.",
            )
        seen.setdefault(subject, entry)


CHECKS: tuple[Check, ...] = (
    signing.signing_forms,
    signing.collective_signing,
    signing.names,
    units,
    register,
    plan_checks.plan_years,
    plan_checks.plan_parts,
    plan_checks.plan_areas,
    plan_checks.tasks_complete,
    plan_checks.money_of_tasks,
    plan_checks.measures,
    plan_checks.appendix_mentioned,
    kiem_tra_checks.inspection_times,
    kiem_tra_checks.inspected_units,
    kiem_tra_checks.teams,
    kiem_tra_checks.findings,
    kiem_tra_checks.inspection_coverage,
    kiem_tra_checks.late_files,
    kiem_tra_checks.apologies,
    typed_marks.dashes,
    typed_marks.numbers,
    typed_marks.summaries,
    typed_marks.place_names,
    typed_marks.document_numbers,
    typed_marks.citations,
)

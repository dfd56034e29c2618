"""Trace one figure of a data file to where it comes from."""

from dataclasses import dataclass
from pathlib import Path

from cchc_docs.data.fields import AlreadyReported
from cchc_docs.data.fields import period as period_key
from cchc_docs.files import StrPath
from cchc_docs.office.figures.history import History
from cchc_docs.office.figures.trace import Step
from cchc_docs.office.figures.trace import trace as steps_of
from cchc_docs.office.records import Data
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.problems import Place, Problems, did_you_mean
from cchc_docs.result import Result
from cchc_docs.working_folder.opened import open_data


@dataclass(frozen=True, slots=True)
class TraceResult(Result):
    """The steps that lead to a figure; none where the problems say why it cannot be traced."""

    steps: tuple[Step, ...] = ()
    """The figure itself, then all that it is made of, each below what uses it (``bac`` counts how deep)."""


def trace(code: str, data: StrPath, *, period: str = "", unit: str = "") -> TraceResult:
    """Tell where a figure comes from: value, formula, sheet and cell of every input.

    Args:
        code: the figure's code in the statistics forms, such as ``3-3.1``.
        data: the data file.
        period: the period; without one, the last of which the data tell.
        unit: the code or name of the unit whose figure it is; without one, the office's.
    """
    return _trace(code, Path(data), period, unit)


def _trace(code: str, du_lieu: Path, ky: str, don_vi: str) -> TraceResult:
    checked = open_data(du_lieu)
    data = checked.data
    problems = Problems()
    history = History.of_file(data)
    told = history.told()
    wanted = period_key(ky) if ky else next(reversed(told), "")
    unit = _unit(data, don_vi, problems)
    if not told:
        problems.extend(one for one in checked.problems if one.severity == "loi")
        problems.error("khong_co_ky", Place(data.source.file), "Tệp này không có số liệu của kỳ nào.")
    elif wanted not in told:
        hint = did_you_mean(ky, told) or f"Các kỳ có trong tệp: {'; '.join(told)}."
        problems.error("khong_co_ky", Place(data.source.file), f"Tệp này không có số liệu của kỳ “{ky}”.", hint)
    elif code not in history[wanted].catalog:
        known = history[wanted].catalog
        hint = did_you_mean(code, known) or "Mã ghi như trong biểu mẫu, ví dụ 3-3.1.2."
        problems.error("khong_co_ma", Place(), f"Không có chỉ số mã “{code}”.", hint)
    if problems:
        return TraceResult(problems=tuple(problems))
    return TraceResult(steps=tuple(steps_of(history, wanted, code, unit)))


def _unit(data: Data, name: str, problems: Problems) -> DonVi | None:
    if not name:
        return None
    try:
        found = data.names.find(DonVi.sheet_key, name)
    except AlreadyReported:
        found = None
    if not isinstance(found, DonVi):
        hint = did_you_mean(name, data.names.names(DonVi.sheet_key)) or "Xem trang “Đơn vị”."
        problems.error("khong_co_chon", Place(), f"Không có đơn vị “{name}”.", hint)
        return None
    return found

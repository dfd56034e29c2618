"""``cchc nguon``: where one figure of a data file comes from."""

from collections.abc import Sequence
from pathlib import Path

from cchc_docs.data.fields import AlreadyReported, period
from cchc_docs.office.figures.history import History
from cchc_docs.office.figures.trace import Step, trace
from cchc_docs.office.records import Data
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.problems import Place, Problem, Problems, did_you_mean
from cchc_docs.working_folder.opened import open_data


def source_of(code: str, du_lieu: Path, ky: str, don_vi: str) -> tuple[Sequence[Step], Sequence[Problem]]:
    """The figure ``code`` step by step, and what keeps it from being told. Without ``ky`` the last period told."""
    checked = open_data(du_lieu)
    data = checked.data
    problems = Problems()
    history = History.of_file(data)
    told = history.told()
    wanted = period(ky) if ky else next(reversed(told), "")
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
        return (), tuple(problems)
    return trace(history, wanted, code, unit), ()


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

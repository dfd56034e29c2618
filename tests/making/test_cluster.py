"""A real cluster of two workers makes what one process makes; a wrong address is told."""

from pathlib import Path

import pytest
from distributed import LocalCluster

from cchc_docs.commands.make import make
from tests.making.test_batch import folder, parts, template, write

__all__ = ["folder", "template"]  # fixtures

# Dask's own loose ends while its processes end are not ours to fail on.
pytestmark = pytest.mark.filterwarnings("ignore:::distributed", "ignore::ResourceWarning")


def test_two_workers_of_a_cluster_make_what_one_makes(folder: Path) -> None:
    data = write(folder, 100, frozenset([7]))
    make(data, folder / "output", types=["thu_gui"], workers=1)
    alone = parts(folder)
    for path in (folder / "output").rglob("*.docx"):
        path.unlink()
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as two:
        result = make(data, folder / "output", types=["thu_gui"], cluster=two.scheduler_address)
    assert parts(folder) == alone
    assert [one.subject.code for one in result.documents if one.state == "loi"] == ["U7"]


def test_nobody_at_the_address(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cchc_docs.making.cluster._PATIENCE", 0.2)
    result = make(write(folder, 2), folder / "output", types=["thu_gui"], cluster="tcp://127.0.0.1:9")
    assert [str(problem) for problem in result.problems] == [
        "Lỗi: tcp://127.0.0.1:9: Không nối được với cụm máy ở địa chỉ này. "
        "Xem lại địa chỉ, và xem bộ điều phối đã chạy chưa."
    ]
    assert not result.documents

"""Many machines: the executor of a Dask cluster (the extra ``cum``). The workers need this package too."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from cchc_docs.problems import Place, Problem, ProblemsFound, Severity

_PATIENCE = 15
"""Seconds to wait for the scheduler."""


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """The executor of the cluster whose scheduler is at ``address`` (``tcp://…``, or ``tls://…`` with Dask's settings).

    Raises:
        ProblemsFound: Dask is not installed, or nobody answers there.
    """
    try:
        from distributed import Client, Security  # noqa: PLC0415 - an extra that few install
    except ImportError as error:
        what = "Chưa cài phần chạy trên nhiều máy."
        raise ProblemsFound([_problem(address, what, "Cài thêm bằng lệnh: pip install cchc-docs[cum].")]) from error
    try:
        security = Security() if address.startswith("tls://") else None
        client: Any = Client(address, timeout=_PATIENCE, set_as_default=False, security=security)
    except (OSError, TimeoutError, ValueError) as error:
        what = "Không nối được với cụm máy ở địa chỉ này."
        raise ProblemsFound([_problem(address, what, "Xem lại địa chỉ, và xem bộ điều phối đã chạy chưa.")]) from error
    with client:
        yield client.get_executor(pure=False)


def _problem(address: str, what: str, hint: str) -> Problem:
    return Problem("cum_khong_dung_duoc", Severity.ERROR, Place(address), what, hint)

"""Checks of the register of issued documents."""

from collections.abc import Iterator

from cchc_docs.office.figures.history import History
from cchc_docs.office.records import error
from cchc_docs.office.records.base import Record
from cchc_docs.problems import Problem
from cchc_docs.text.normal import fold


def one_row_a_document(history: History) -> Iterator[Problem]:
    """One row of the register a document."""
    data = history.data
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

"""What is kept of earlier runs is read again; lines that somebody has spoilt are left out."""

import pytest

from cchc_docs.data.read.grid import Grid
from cchc_docs.data.read.lists import read_list
from cchc_docs.data.read.source import Raw, Source
from cchc_docs.entry import ledger
from cchc_docs.entry.ledger import LedgerEntry
from cchc_docs.entry.parts import Target
from cchc_docs.entry.returned import Answer
from cchc_docs.problems import Place, Problems

TARGET = Target("so_lieu_6_thang", (("don_vi", "X1"),), "1-1.1")
KEPT = LedgerEntry(
    Answer(TARGET, 3, Place("X1.xlsx", "Số liệu", 17, 6), "ab12", "X1", "6_thang", 1, was=2), is_written=True, before=2
)


def read_again(**changed: Raw) -> list[LedgerEntry]:
    """The line of ``KEPT`` with cells changed, read as from a file."""
    (line,) = ledger.lines([KEPT])
    cells = dict(zip(ledger.HEADINGS, line.values(), strict=True)) | {
        heading: changed[name]
        for name, heading in {"o": "Ô", "gia_tri": "Giá trị", "dong_dich": "Dòng đích", "lan": "Lần"}.items()
        if name in changed
    }
    grid = Grid("RA.xlsx", ledger.SHEET, [list(cells), list(cells.values())])
    sheet = read_list(grid, "cchc_phieu", ledger.VOCABULARY["cchc_phieu"], Problems())
    assert sheet is not None
    return list(ledger.entries(Source("RA.xlsx", {"cchc_phieu": sheet})))


def test_what_was_kept_is_read_again() -> None:
    assert read_again() == [KEPT]


@pytest.mark.parametrize(
    "changed",
    [
        {"gia_tri": None},
        {"gia_tri": True},
        {"dong_dich": "không phải JSON"},
        {"dong_dich": "[1]"},
        {"dong_dich": '{"don_vi": "X1"}'},
        {"lan": "một"},
        {"o": "ô nào đó"},
    ],
)
def test_a_spoilt_line_is_left_out(changed: dict[str, Raw]) -> None:
    assert read_again(**changed) == []

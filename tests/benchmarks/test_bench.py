"""What ``make bench`` measures is work that is done: its data is sound, and a command that falls short stops it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import bench
from benchmarks.end_to_end import take_away
from benchmarks.measure import Failed, answer_of, run
from benchmarks.results import Line
from benchmarks.working_folder import make_folder
from cchc_docs.working_folder.opened import open_data


def test_the_data_of_the_batch_has_no_mistakes(tmp_path):
    assert [str(problem) for problem in open_data(make_folder(tmp_path, 40)).problems] == []


def test_a_batch_that_made_too_few_documents_is_no_figure(tmp_path):
    (tmp_path / "X0000.docx").touch()
    with pytest.raises(Failed, match=r"^cchc tao du_lieu\.xlsx\nIt made 1 of 2 documents\.$"):
        take_away(["cchc", "tao", Path("du_lieu.xlsx")], tmp_path, 2)


def test_a_command_that_fails_is_no_figure():
    complains = [sys.executable, "-c", "import sys; sys.exit('Thiếu dữ liệu.')"]
    for measured in (run, answer_of):
        with pytest.raises(Failed, match=r"Thiếu dữ liệu\.$"):
            measured(complains)


def test_a_part_without_figures_fails_the_bench(tmp_path, monkeypatch, capsys):
    def falls_short(folder: Path, *, quick: bool) -> Iterator[Line]:
        yield Line("batch", "80 units: cchc tao", 1, "s")
        raise Failed(["cchc", "tao"], "It made 79 of 80 documents.")

    figures = tmp_path / "bench.json"
    monkeypatch.setattr(bench, "PARTS", {"batch": falls_short})
    monkeypatch.setattr(sys, "argv", ["bench", "--json", str(figures)])
    with pytest.raises(SystemExit) as stopped:
        bench.main()
    assert stopped.value.code == (
        "The part batch gives no figures, since this failed:\ncchc tao\nIt made 79 of 80 documents."
    )
    assert capsys.readouterr().out == ""
    assert not figures.exists()

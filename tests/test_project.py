"""The project's own promises: who may import whom, how light the start is, help in Vietnamese for every command."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import click
import pytest

from cchc_docs import __version__
from cchc_docs.cli.main import cchc
from tests.word.check.papers import paper

ROOT = Path(__file__).parent.parent

# --- who may import whom: each import planted here must break the contract of .importlinter that stands before it ----

ROOMS = ["cli", "commands", "authoring", "entry", "working_folder", "making", "documents", "office", "data", "problems"]
ROOMS += ["text", "facts"]
OFFICE = ["checks", "figures", "coverage", "reporting", "units", "calendar", "records", "notes"]
WORD = ["check", "template", "ooxml"]
BEHIND_THE_DOOR = ["commands", "authoring", "entry", "working_folder", "making", "documents", "office", "data", "word"]
BEHIND_THE_DOOR += ["result", "files", "facts"]
LIBRARIES = {
    "click and rich live in the command line": ["click", "rich"],
    "jinja2 lives in the template engine": ["jinja2"],
    "lxml lives where Word files are opened, made and judged": ["lxml"],
    "pydantic lives in fields and records": ["pydantic", "pydantic_core"],
    "calamine, xlrd and yaml live in read": ["python_calamine", "xlrd", "yaml"],
    "xlsxwriter and openpyxl live where workbooks are written": ["xlsxwriter", "openpyxl"],
    "rapidfuzz lives in problems": ["rapidfuzz"],
    "watchfiles lives in authoring": ["watchfiles"],
    "dask lives in cluster": ["distributed"],
    "python-docx and pdfplumber live in check": ["docx", "pdfplumber"],
    "docxtpl stays out": ["docxtpl"],
}
PLANTED = [
    *(("imports point one way", lower, f"cchc_docs.{upper}") for upper, lower in pairwise(ROOMS)),
    *(("imports point one way", "word", f"cchc_docs.{other}") for other in ("office", "documents", "data")),
    *(
        ("the office counts on its records, and its checks on all", f"office.{lower}", f"cchc_docs.office.{upper}")
        for upper, lower in pairwise(OFFICE)
    ),
    *(
        ("papers are judged with what opens and prints them", f"word.{lower}", f"cchc_docs.word.{upper}")
        for upper, lower in pairwise(WORD)
    ),
    *(("the command line knows only the door", "cli", f"cchc_docs.{room}") for room in BEHIND_THE_DOOR),
    ("only the command line comes in by the door", "text", "cchc_docs"),
    *((contract, "text", library) for contract, libraries in LIBRARIES.items() for library in libraries),
]


def copy_of_the_package(folder: Path) -> Path:
    shutil.copytree(ROOT / "cchc_docs", folder / "cchc_docs", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / ".importlinter", folder)
    return folder / "cchc_docs"


def lint_imports(package: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as main; main()"]
    return subprocess.run(
        [*command, "--no-cache", "--no-logo"],
        cwd=package.parent,
        env={"PYTHONPATH": str(package.parent), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What lint-imports says of a package with all bad imports planted in it, by contract."""
    package = copy_of_the_package(tmp_path_factory.mktemp("planted"))
    for _, module, imported in PLANTED:
        path = package.joinpath(*module.split(".")).with_suffix(".py")
        with (path if path.exists() else path.with_suffix("") / "__init__.py").open("a", encoding="utf-8") as file:
            file.write(f"\nimport {imported}\n")
    answer = lint_imports(package)
    assert answer.returncode == 1, answer.stdout
    _, broken = answer.stdout.split("Broken contracts\n")
    titles_and_texts = re.split(r"^(.+)\n-+\n", broken, flags=re.MULTILINE)
    return dict(zip(titles_and_texts[1::2], titles_and_texts[2::2], strict=True))


def test_the_package_as_it_is_keeps_all_contracts(tmp_path: Path) -> None:
    answer = lint_imports(copy_of_the_package(tmp_path))
    assert answer.returncode == 0, answer.stdout


@pytest.mark.parametrize(("contract", "module", "imported"), PLANTED)
def test_a_bad_import_breaks_its_contract(
    complaints: dict[str, str], contract: str, module: str, imported: str
) -> None:
    assert re.search(rf"^- +cchc_docs\.{module} -> {imported} \(l\.\d+\)$", complaints[contract], flags=re.MULTILINE)


def test_no_contract_goes_untested(complaints: dict[str, str]) -> None:
    written = re.findall(r"^name = (.+)$", (ROOT / ".importlinter").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert set(written) == {contract for contract, _, _ in PLANTED} == set(complaints)


def test_a_new_module_must_be_given_its_layer(tmp_path: Path) -> None:
    package = copy_of_the_package(tmp_path)
    (package / "mo_dun_moi.py").touch()
    answer = lint_imports(package)
    assert answer.returncode == 1
    assert "mo_dun_moi" in answer.stdout


# --- the command line ------------------------------------------------------------------------------------------------

HEAVY = [
    "docx",
    "lxml",
    "pydantic",
    "jinja2",
    "yaml",
    "python_calamine",
    "xlrd",
    "xlsxwriter",
    "openpyxl",
    "rich",
    "rapidfuzz",
    "distributed",
]


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, encoding="utf-8", check=False)


def test_help_loads_no_heavy_library() -> None:
    code = """
import json, sys
from cchc_docs.cli.main import run
try:
    run(["--help"])
finally:
    print(json.dumps(list(sys.modules)), file=sys.stderr)
"""
    answer = python("-c", code)
    loaded = {name.partition(".")[0] for name in json.loads(answer.stderr)}
    assert answer.stdout.startswith("Cách dùng: cchc")
    assert "click" in loaded
    assert all(importlib.util.find_spec(name) for name in HEAVY), "a name that no library has cannot be loaded"
    assert loaded.isdisjoint(HEAVY)


def test_judging_a_word_file_loads_only_what_it_needs(tmp_path: Path) -> None:
    """A finished document needs neither the office's records nor the template engine nor workbooks."""
    (tmp_path / "thu.docx").write_bytes(paper("thong_bao"))
    code = """
import json, sys
from cchc_docs.cli.main import run
try:
    run(["kiem-tra", "thu.docx"])
finally:
    print(json.dumps(list(sys.modules)), file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    loaded = {name.partition(".")[0] for name in json.loads(done.stderr)}
    assert done.stdout.startswith("thu.docx: được ban hành")
    assert "lxml" in loaded
    assert loaded.isdisjoint({*HEAVY, "pdfplumber", "watchfiles"} - {"lxml"})


def test_the_package_runs_as_a_module() -> None:
    answer = python("-m", "cchc_docs", "--phien-ban")
    assert (answer.returncode, answer.stdout) == (0, f"cchc {__version__}\n")


def test_the_contract_of_the_command_line_is_kept() -> None:
    assert {"moi", "tao", "kiem-tra", "xem"} <= set(cchc.commands)


@pytest.mark.parametrize("command", [cchc, *cchc.commands.values()], ids=lambda command: command.name)
def test_every_command_and_option_has_vietnamese_help(command: click.Command) -> None:
    helped = [command.help, *(option.help for option in command.params if isinstance(option, click.Option))]
    for text in helped:
        assert text, command.name
        assert text.strip().endswith((".", "]."))
        assert re.search("[àáảãạăâđèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýỷỹỵ]", text.lower()), text

"""The front door: what ``import cchc_docs`` gives, how light it is, and that docs/python.md runs."""

import dataclasses
import inspect
import io
import json
import re
import shutil
import subprocess
import sys
import typing
from pathlib import Path

import docx
import pytest

import cchc_docs
from cchc_docs.files import shipped
from cchc_docs.word import pdf

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "python.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)
VALUES = {"files_to_check", "read_day", "rules"}
"""The functions that only look something up: what they give is a plain value."""
FUNCTIONS = [name for name in cchc_docs.__all__ if inspect.isfunction(getattr(cchc_docs, name))]


@pytest.fixture
def template() -> bytes:
    document = docx.Document()
    document.add_paragraph("Kính gửi {{ ten }}")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_the_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pdf, "is_available", lambda: False)
    shutil.copy(shipped("data") / "so_mau_2026.xlsx", tmp_path)
    names: dict[str, object] = {}
    for block in BLOCKS:
        exec(compile(block, "docs/python.md", "exec"), names)  # noqa: S102 - the page is ours
    said = capsys.readouterr().out
    assert "CCHC2023/du_lieu.xlsx CCHC2023/templates CCHC2023/output\n" in said
    assert "ke_hoach  CCHC2023/output/2023/ke_hoach.docx moi\n" in said
    assert "ke_hoach_da_sua.docx\n" in said
    assert "Lỗi" not in said


def test_a_job_is_five_lines() -> None:
    assert len(BLOCKS) >= 9
    assert max(len([line for line in block.splitlines() if line and "import" not in line]) for block in BLOCKS) <= 5


@pytest.mark.parametrize("name", cchc_docs.__all__)
def test_every_name_is_on_the_page_and_says_what_it_is(name: str) -> None:
    assert re.search(rf"\b{name}\b", PAGE)
    thing = getattr(cchc_docs, name)
    assert isinstance(thing, str) or inspect.getdoc(thing)


@pytest.mark.parametrize("name", sorted({*FUNCTIONS} - VALUES))
def test_every_function_gives_one_shape_of_result(name: str) -> None:
    answer = typing.get_type_hints(getattr(cchc_docs, name))["return"]
    kind = typing.get_args(answer)[0] if name == "watch" else answer
    assert issubclass(kind, cchc_docs.Result)
    assert kind.__dataclass_params__.frozen
    assert [field.name for field in dataclasses.fields(kind)][:2] == ["made", "problems"]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_argument_is_told(name: str) -> None:
    function = getattr(cchc_docs, name)
    told = inspect.getdoc(function) or ""
    if name != "watch":  # which takes those of preview
        arguments = list(inspect.signature(function).parameters)
        assert [one for one in arguments if len(arguments) > 1 and f"\n    {one}: " not in told] == []


def test_looking_at_the_package_loads_nothing() -> None:
    code = """
import json, sys
import cchc_docs
before = len(sys.modules)
names = dir(cchc_docs)
print(json.dumps([sorted(set(cchc_docs.__all__) - set(names)), [one for one in sys.modules if "cchc_docs." in one]]))
"""
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert json.loads(answer.stdout) == [[], []]


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="module 'cchc_docs' has no attribute 'mkae'"):
        _ = cchc_docs.mkae  # type: ignore[attr-defined]


def test_the_types_that_readers_see_are_the_names_that_are_there() -> None:
    """The imports under TYPE_CHECKING, the table of homes and ``__all__`` say the same."""
    source = Path(cchc_docs.__file__).read_text(encoding="utf-8")
    imports = re.findall(r"^    from cchc_docs\.([\w.]+) import (\w+) as (\w+)$", source, flags=re.MULTILINE)
    assert {name: f"cchc_docs.{module}" for module, name, _ in imports} == cchc_docs._HOME
    assert all(name == again for _, name, again in imports)
    assert sorted([*cchc_docs._HOME, "__version__"]) == sorted(cchc_docs.__all__)


def test_paths_may_be_texts(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("co_quan: {ten: Sở A}\n", encoding="utf-8")
    result = cchc_docs.make(str(tmp_path / "x.yaml"), str(tmp_path / "ra"))
    assert result.has_errors
    assert result.made == ()


def test_a_template_may_be_a_path_bytes_or_an_open_file(tmp_path: Path, template: bytes) -> None:
    path = tmp_path / "thu.docx"
    path.write_bytes(template)
    with path.open("rb") as file:
        made = [
            cchc_docs.Template(source).render({"ten": "Sở A"})
            for source in (str(path), path, template, io.BytesIO(template), file)
        ]
    assert set(made) == {made[0]}
    assert cchc_docs.Template(str(path)).name == "thu.docx"


def test_a_template_that_is_open_as_text(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="a template is read as bytes: open its file in mode 'rb'"):
        cchc_docs.Template(io.StringIO("Kính gửi"))  # type: ignore[arg-type]


def test_a_copy_of_several_files(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="a copy can be written of one file only, not of 2"):
        cchc_docs.check(["a.xlsx", "b.xlsx"], copy="c.xlsx")


def test_a_dictionary_of_no_type() -> None:
    with pytest.raises(ValueError, match="only the dictionary of one document type can be written to a file"):
        cchc_docs.describe(out="x.docx")


def test_a_day_that_is_none() -> None:
    with pytest.raises(ValueError, match=r"^“32/1/2026” "):
        cchc_docs.read_day("32/1/2026")

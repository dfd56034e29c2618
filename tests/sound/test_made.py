"""What the program makes is sound: every check of ``tests.sound.ooxml`` on templates and documents, and two readers
of other makers, python-docx and LibreOffice, open each."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest

from cchc_docs.commands.make import make
from cchc_docs.files import example_file, example_files
from cchc_docs.text.normal import MarkedText
from cchc_docs.word.template import Template
from tests.pdf import convert, need_libreoffice
from tests.plan import item, long_names, long_plan, plan
from tests.reports import data_files
from tests.sound.ooxml import complaints
from tests.sound.samples import SAMPLES
from tools.templates import FOLDER, FRAME

TEMPLATES = sorted(FOLDER.glob("*.docx"))
NOTE = MarkedText("Theo **quy định**^[Nghị định số *118/2025/NĐ-CP* <…> & sửa đổi.] hiện hành")
PLANS: dict[str, Callable[[], dict[str, object]]] = {
    "short": plan,
    "long": long_plan,
    "long names": long_names,
    "notes": lambda: plan(muc_dich=[NOTE], yeu_cau=[NOTE, NOTE]),
    "no areas": lambda: plan(linh_vuc=[], to_chuc_thuc_hien=[], noi_nhan=[], muc_dich=[], yeu_cau=[]),
    "line breaks": lambda: plan(muc_dich=[MarkedText("a\nb\tc & <d>")], yeu_cau=[item("x").noi_dung]),
}


def from_plan(name: str) -> bytes:
    return Template(FOLDER / "ke_hoach.docx").render(PLANS[name]())


def from_sample(name: str) -> bytes:
    return Template(SAMPLES[name].template).render(SAMPLES[name].context)


MADE: dict[str, Callable[[], bytes]] = {
    **{f"plan: {name}": lambda name=name: from_plan(name) for name in PLANS},  # type: ignore[misc] # mypy infers no default
    **{f"sample: {name}": lambda name=name: from_sample(name) for name in SAMPLES},  # type: ignore[misc]
}


EXAMPLE = [*(path.stem for path in TEMPLATES if path.name != FRAME), "minutes KT02", "minutes KT03"]
"""The types, each of which a shipped example makes; minutes with a reserved opinion, and a blank form."""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The documents of shipped examples, by the whole path: the first of each type, and each kind of minutes."""
    model, plan_of_2023 = example_files()[1], example_file()
    documents = [
        *make(plan_of_2023, tmp_path_factory.mktemp("ra")).documents,
        *make(model, tmp_path_factory.mktemp("ra"), periods=["quý 1"]).documents,
    ]
    files = {one.loai: one.path.read_bytes() for one in reversed(documents)}
    return files | {f"minutes {one.subject.code}": one.path.read_bytes() for one in documents if "bien_ban" in one.loai}


@pytest.fixture(scope="module")
def made(example: dict[str, bytes]) -> dict[str, bytes]:
    """Every document that is looked at."""
    return example | {name: document() for name, document in MADE.items()}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_the_templates_are_sound(path: Path) -> None:
    assert complaints(path.read_bytes()) == []
    assert Template(path).warnings == ()


@pytest.mark.parametrize("name", [*EXAMPLE, *MADE])
def test_what_is_made_is_sound(made: dict[str, bytes], name: str) -> None:
    assert complaints(made[name]) == []


def test_the_reports_of_small_files_are_sound(tmp_path: Path) -> None:
    documents = [one for path in data_files(tmp_path).values() for one in make(path, tmp_path / path.stem).documents]
    assert len(documents) > 20
    assert {one.path.name: found for one in documents if (found := complaints(one.path.read_bytes()))} == {}


@pytest.mark.parametrize("name", [*EXAMPLE, *MADE])
def test_python_docx_opens_it(made: dict[str, bytes], name: str) -> None:
    document = docx.Document(io.BytesIO(made[name]))
    assert all(row.cells for table in document.tables for row in table.rows)


# -- LibreOffice: one run takes the documents, one the templates


@pytest.fixture(scope="module")
def converted(made: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    files = {_file_name(name): content for name, content in made.items()}
    return convert(files, tmp_path_factory.mktemp("pdf"))


@pytest.mark.parametrize("name", [*EXAMPLE, *MADE])
def test_libreoffice_opens_it(converted: dict[str, Path], name: str) -> None:
    assert converted[_file_name(name)].read_bytes().startswith(b"%PDF-")


@pytest.fixture(scope="module")
def saved_by_libreoffice(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The templates and samples as an author gets them who saves with LibreOffice."""
    need_libreoffice()
    files = {"ke_hoach": (FOLDER / "ke_hoach.docx").read_bytes()}
    files |= {_file_name(name): sample.template for name, sample in SAMPLES.items()}
    saved = convert(files, tmp_path_factory.mktemp("docx"), "docx")
    return {name: path.read_bytes() for name, path in saved.items()}


def test_a_plan_from_a_template_that_libreoffice_saved(saved_by_libreoffice: dict[str, bytes]) -> None:
    template = saved_by_libreoffice["ke_hoach"]
    for context in (plan(), long_plan(), plan(muc_dich=[NOTE])):
        assert list(_new(Template(template).render(context), template)) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_that_libreoffice_saved(saved_by_libreoffice: dict[str, bytes], name: str) -> None:
    template = saved_by_libreoffice[_file_name(name)]
    assert list(_new(Template(template).render(SAMPLES[name].context), template)) == []


def _new(made: bytes, template: bytes) -> Iterator[str]:
    """What is wrong with a document and was not with its template, wherever it stands."""
    old = {re.sub(r"\d+", "", what) for what in complaints(template)}
    return (what for what in complaints(made) if re.sub(r"\d+", "", what) not in old)


def _file_name(name: str) -> str:
    return re.sub(r"\W+", "_", name)

"""The shipped folders are found, and the same documents made, however the project got onto the machine."""

import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from email.parser import HeaderParser
from pathlib import Path

import pytest

import cchc_docs
from cchc_docs.commands.make import make

ROOT = Path(__file__).parent.parent
FOLDERS = ("templates", "data")
EXAMPLE = "so_vhttdl_lang_son_2023.yaml"
FIND = f"from cchc_docs.files import shipped; print(*map(shipped, {FOLDERS}), sep='\\n')"


def build(hook: str, folder: Path) -> Path:
    """A wheel made from the checkout by one of hatchling's hooks, offline."""
    code = "import sys; from hatchling import build; print(getattr(build, sys.argv[1])(sys.argv[2]))"
    folder.mkdir()
    subprocess.run([sys.executable, "-c", code, hook, str(folder)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("build_wheel", tmp_path_factory.mktemp("build") / "wheel")


@pytest.fixture(scope="module")
def editable_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("build_editable", tmp_path_factory.mktemp("build") / "editable")


def environment(folder: Path, wheel: Path) -> Path:
    """A virtual environment with ``wheel`` in it, and the libraries of the environment that runs the tests."""
    venv.create(folder, symlinks=True)
    places = sysconfig.get_paths("venv", vars={"base": str(folder), "platbase": str(folder)})
    python = Path(places["scripts"], "python")
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-index", "--no-deps"]
    subprocess.run([*install, str(wheel)], check=True)
    # Through a .pth file they come after the wheel, and their own .pth files, so this checkout's too, are not read.
    libraries = [sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    Path(places["purelib"], "libraries.pth").write_text("\n".join(libraries), encoding="utf-8")
    return python


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    return environment(tmp_path_factory.mktemp("installed"), wheel)


@pytest.fixture(scope="module")
def editable(tmp_path_factory: pytest.TempPathFactory, editable_wheel: Path) -> Path:
    return environment(tmp_path_factory.mktemp("editable"), editable_wheel)


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in; nothing of the checkout on Python's path."""
    monkeypatch.delenv("PYTHONPATH", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def output(*command: str | Path) -> str:
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def found_by(python: Path, *options: str) -> list[Path]:
    return [Path(line) for line in output(python, *options, "-c", FIND).splitlines()]


@pytest.mark.usefixtures("empty")
def test_a_checkout_uses_its_own_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    assert found_by(Path(sys.executable), "-S") == [ROOT / name for name in FOLDERS]


@pytest.mark.usefixtures("empty")
def test_an_editable_install_uses_the_folders_of_its_checkout(editable: Path) -> None:
    assert found_by(editable) == [ROOT / name for name in FOLDERS]


@pytest.mark.usefixtures("empty")
def test_a_wheel_brings_the_folders_whole(installed: Path) -> None:
    for name, folder in zip(FOLDERS, found_by(installed), strict=True):
        assert folder.is_relative_to(installed.parent.parent)
        assert files(folder) == files(ROOT / name)
        assert files(folder)


@pytest.mark.usefixtures("empty")
def test_a_broken_installation_is_our_bug_and_says_so(tmp_path: Path) -> None:
    package = tmp_path / "cchc_docs"
    package.mkdir()
    for name in ("__init__.py", "files.py"):
        shutil.copy(ROOT / "cchc_docs" / name, package)
    answer = subprocess.run([sys.executable, "-c", FIND], capture_output=True, text=True, check=False)
    assert answer.stderr.endswith(f"FileNotFoundError: templates: not shipped beside {package}\n")


def test_a_wheel_in_an_empty_folder_makes_the_same_documents(empty: Path, installed: Path) -> None:
    shutil.copy(ROOT / "data" / EXAMPLE, empty)
    made = make(empty / EXAMPLE, empty / "checkout").documents
    assert made
    paths = output(installed.with_name("cchc"), "tao", EXAMPLE, "--ra", "wheel").splitlines()
    assert [Path(path).relative_to("wheel") for path in paths] == [
        one.path.relative_to(empty / "checkout") for one in made
    ]
    assert files(empty / "wheel") == files(empty / "checkout")


def test_the_wheel_says_the_version_of_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = HeaderParser().parsestr(archive.read(name).decode())
    assert metadata["Version"] == cchc_docs.__version__

"""The documentation names what is there, and only that."""

import re
from pathlib import Path

import pytest

from cchc_docs.cli.main import cchc
from cchc_docs.cli.words import plain_name
from cchc_docs.text.normal import key

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "huong_dan.md").read_text(encoding="utf-8")
AUTHORS = (ROOT / "docs" / "mau.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "kien_truc.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        "make demo",
        "make test",
        "pip install .",
        "docs/huong_dan.md",
        "docs/mau.md",
        "docs/kien_truc.md",
        "docs/python.md",
    ],
)
def test_the_readme_says_how_to_begin(words: str) -> None:
    assert words in README


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", "docs/huong_dan.md", "docs/mau.md", "docs/kien_truc.md", "docs/python.md"]
)
def test_links_and_pictures_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)", text):
        if "://" not in target:
            assert ((ROOT / page).parent / target).exists(), target


@pytest.mark.parametrize("command", cchc.commands)
def test_every_command_is_explained_to_engineers_and_to_clerks_or_authors(command: str) -> None:
    assert f"`cchc {command} " in README
    assert re.search(rf"\bcchc {command}\b", GUIDE + AUTHORS)


def test_commands_and_options_that_the_pages_name_exist() -> None:
    for page in (README, GUIDE, AUTHORS):
        for command in re.findall(r"(?:`|^ {4,})cchc (\w[\w-]*)", page, flags=re.MULTILINE):
            assert plain_name(command) in cchc.commands, command
        for option in re.findall(r"(?<![\w-])--([a-z][a-z-]*)", page):
            known = {name for one in cchc.commands.values() for param in one.params for name in param.opts}
            assert f"--{option}" in known | {"--help"}, option


def test_the_picture_of_the_architecture_names_every_module() -> None:
    package = ROOT / "cchc_docs"
    rooms = [path.parent for path in package.glob("*/__init__.py")]
    names = {f"{room.name}/" for room in rooms} | {path.name for path in package.glob("[!_]*.py")}
    open_rooms = [room for room in rooms if room.name != "cli"]
    names |= {path.stem for room in open_rooms for path in room.glob("[!_]*.py")}
    names |= {f"{path.parent.name}/" for room in open_rooms for path in room.glob("*/__init__.py")}
    assert len(names) > 50
    assert [name for name in sorted(names) if not re.search(rf"\b{re.escape(name)}", ARCHITECTURE)] == []


@pytest.mark.parametrize("page", [GUIDE, AUTHORS])
def test_the_guides_are_vietnamese_with_accents(page: str) -> None:
    words = re.findall(r"\w+", re.sub(r"`[^`]*`|^    .*$", "", page, flags=re.MULTILINE))
    assert sum(key(word) != word.lower() for word in words) > len(words) / 2

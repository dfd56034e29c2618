"""Pages as LibreOffice sets them: for tests of what XML alone cannot show. Lengths are in mm."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pytest

PROGRAM = "soffice"
_MINUTES = 5
MM = 25.4 / 72
LEFT, RIGHT, TOP, BOTTOM = 30, 15, 20, 20
"""The margins of our templates, within those of NĐ 30/2020, Phụ lục I, I.4."""


@dataclass(frozen=True)
class Line:
    """A line of text, or a drawn one (``text`` is then blank)."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def length(self) -> float:
        return self.right - self.left


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    number: str
    text: tuple[Line, ...]
    """Lines below the header, from the top."""
    drawn: tuple[Line, ...]
    fonts: frozenset[str]

    def find(self, start: str) -> Line:
        return next(line for line in self.text if line.text.startswith(start))

    def has(self, start: str) -> bool:
        return any(line.text.startswith(start) for line in self.text)


def need_libreoffice() -> None:
    """Skip the test where LibreOffice is missing; on a build machine (CI=true) that is a failure."""
    if shutil.which(PROGRAM) is not None:
        return
    reason = f"{PROGRAM} is missing: install LibreOffice Writer to test rendered pages"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def convert(files: Mapping[str, bytes], folder: Path, suffix: str = "pdf") -> dict[str, Path]:
    """The Word files ``files`` (content by name) converted to ``suffix``, all in one run of LibreOffice.

    ``folder`` takes the files and LibreOffice's own profile, so that no other run and no person's settings interfere.
    """
    need_libreoffice()
    source, target = folder / "word", folder / suffix
    source.mkdir()
    paths = [source / f"{name}.docx" for name in files]
    for path, content in zip(paths, files.values(), strict=True):
        path.write_bytes(content)
    profile = (folder / "profile").as_uri()
    command = [
        PROGRAM,
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        suffix,
        "--outdir",
        str(target),
    ]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=_MINUTES * 60)
    made = {name: target / f"{name}.{suffix}" for name in files}
    missing = [name for name, path in made.items() if not path.exists()]
    assert not missing, f"LibreOffice made no {suffix} of {missing}"
    return made


def pages_of(path: Path, top: float = TOP) -> list[Page]:
    """The pages of a PDF; ``top`` is the margin above the text, mm."""
    with pdfplumber.open(path) as pdf:
        return [_page(page, top) for page in pdf.pages]


def _page(page: pdfplumber.page.Page, top: float) -> Page:
    # Two columns stand side by side in the head: a gap of more than 5 mm ends a line.
    found = [
        Line(word["text"], *(word[side] * MM for side in ("x0", "x1", "top", "bottom")))
        for word in page.extract_words(keep_blank_chars=True, x_tolerance=5 / MM, y_tolerance=2)
    ]
    drawn = [
        Line("", *(line[side] * MM for side in ("x0", "x1", "top", "bottom")))
        for line in page.lines
        if line["width"] > 1
    ]
    fonts = frozenset(char["fontname"].partition("+")[2].partition("-")[0] for char in page.chars)
    header = [line.text for line in found if line.bottom < top]
    below = tuple(line for line in found if line.bottom >= top)
    return Page(page.width * MM, page.height * MM, " ".join(header), below, tuple(drawn), fonts)

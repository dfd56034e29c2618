"""``.docx`` -> ``.pdf`` through LibreOffice, as users have it: some processes, each for many files in a row.

Starting LibreOffice costs more than converting a document, so a process is given a long list; each has a profile of its
own, since two that share one wait for each other or refuse.
"""

import os
import queue
import re
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from cchc_docs.problems import Place, Problem, Severity

_LIST = 50
"""Files a process: what goes wrong with one costs at most so many a second try."""
_SILENCE = 120
"""Seconds without a word after which a process counts as hanging."""
_WINDOWS = tuple(rf"C:\{folder}\LibreOffice\program\soffice.com" for folder in ("Program Files", "Program Files (x86)"))
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")

Converted = bytes | Problem
"""A PDF, or why there is none."""
_Done = queue.SimpleQueue[tuple[Path, Converted]]


def convert(
    files: Sequence[Path], workers: int, progress: Callable[[int, int], None]
) -> Iterator[tuple[Path, Converted]]:
    """The PDF of each of ``files``, as they get done; ``progress`` is told how many are, of how many.

    A file that LibreOffice cannot convert, or that makes it hang, is tried once more alone and then is a problem.
    """
    program = _program()
    if program is None:
        yield from ((file, _problem(file, _MISSING)) for file in files)
        return
    workers = max(1, min(workers or os.cpu_count() or 1, len(files)))
    lists = [list(files[start : start + _LIST]) for start in range(0, len(files), _LIST)]
    if len(lists) < workers:
        lists = [list(files[start::workers]) for start in range(workers)]
    work: queue.SimpleQueue[list[Path]] = queue.SimpleQueue()
    done: _Done = queue.SimpleQueue()
    for one in lists:
        work.put(one)
    for _ in range(workers):
        threading.Thread(target=_work, args=(program, work, done), daemon=True).start()
    for number in range(1, len(files) + 1):
        yield done.get()
        progress(number, len(files))


def is_available() -> bool:
    """Return True if this machine has LibreOffice."""
    return _program() is not None


def pages(pdf: bytes) -> int:
    """Return the number of pages of a PDF that LibreOffice wrote."""
    return len(_PAGE.findall(pdf))


_MISSING = ("Không tìm thấy LibreOffice trên máy này.", "Cài LibreOffice, hoặc mở tệp trong Word rồi lưu thành PDF.")
_FAILED = ("LibreOffice không chuyển được tệp này sang PDF.", "Mở tệp trong Word rồi lưu thành PDF.")


def _problem(file: Path, words: tuple[str, str]) -> Problem:
    return Problem("khong_ra_pdf", Severity.ERROR, Place(str(file)), *words)


def _program() -> str | None:
    """LibreOffice's command: on the path, or where Windows has it."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((path for path in _WINDOWS if Path(path).exists()), None)


def _work(program: str, work: "queue.SimpleQueue[list[Path]]", done: _Done) -> None:
    """One worker: its own profile, list after list."""
    with tempfile.TemporaryDirectory(prefix="cchc-pdf-", ignore_cleanup_errors=True) as folder:
        while True:
            try:
                files = work.get_nowait()
            except queue.Empty:
                return
            for file in _convert_list(program, Path(folder), files, done):
                for left in _convert_list(program, Path(folder), [file], done):
                    done.put((left, _problem(left, _FAILED)))


def _convert_list(program: str, folder: Path, files: Sequence[Path], done: _Done) -> list[Path]:
    """Convert ``files`` in one process, handing on each PDF; the files that came to nothing."""
    # Copies under plain names: no two files meet, and LibreOffice puts no lock beside a person's document.
    copies = {folder / f"{number}.docx": file for number, file in enumerate(files)}
    waiting = left = list(copies)
    for copy, file in copies.items():
        try:
            copy.write_bytes(file.read_bytes())
        except OSError:
            continue
    settings = [f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    command = [program, *settings, "--convert-to", "pdf", "--outdir", str(folder), *map(str, copies)]
    with subprocess.Popen(  # noqa: S603 - the program found above, files of our own
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL
    ) as process:
        watch = _Watch(process)
        assert process.stdout is not None
        # A line announces a file: those before it are finished by then.
        for number, _ in enumerate(process.stdout):
            watch.heard()
            left = [copy for copy in left if copy in waiting[number:] or not _hand_on(copy, copies[copy], done)]
        watch.stop()
    return [copies[copy] for copy in left if not _hand_on(copy, copies[copy], done)]


def _hand_on(copy: Path, file: Path, done: _Done) -> bool:
    """Give away the PDF of ``copy``, if it was made."""
    pdf = copy.with_suffix(".pdf")
    copy.unlink(missing_ok=True)
    if not pdf.is_file():
        return False
    done.put((file, pdf.read_bytes()))
    pdf.unlink()
    return True


class _Watch:
    """Ends a process that has said nothing for too long."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self._timer = threading.Timer(_SILENCE, process.kill)
        self._timer.start()

    def heard(self) -> None:
        """The process lives: wait anew."""
        self._timer.cancel()
        self._timer = threading.Timer(_SILENCE, self._process.kill)
        self._timer.start()

    def stop(self) -> None:
        """The process has ended."""
        self._timer.cancel()

"""Many documents: rendered by workers, in chunks, over any ``concurrent.futures`` executor.

Workers render and nothing else; the caller writes what comes back, so a worker may be a process here or a machine
elsewhere. What all documents of a run share travels packed, with each chunk, and a worker unpacks it once.
"""

import hashlib
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Protocol

from cchc_docs.problems import Place, Problem, ProblemsFound, Severity
from cchc_docs.word.template import Template

_CHUNK = 32
"""Documents a chunk: enough to hide the way to a worker and back, few enough to share the work evenly."""
FEW = 64
"""Up to so many documents are rendered here: starting workers would take longer."""

_LOST = Problem(
    "luong_bi_dung",
    Severity.ERROR,
    Place(),
    "Luồng làm văn bản này bị máy dừng giữa chừng, có thể vì hết bộ nhớ.",
    "Đóng bớt chương trình khác rồi làm lại lệnh, hoặc thêm --luong 1.",
)

Rendered = bytes | tuple[Problem, ...]
"""A document, or why there is none."""


class Composes(Protocol):
    """Knows what each document of one type sees."""

    def context(self, subject: Any) -> Mapping[str, object]:
        """Return the context of the document about ``subject``."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that the documents of one type share: the template's bytes and name, and what each document sees."""

    template: bytes
    name: str
    composer: Composes


Task = tuple[int, object]
"""A document to render: the number of its recipe, and its subject."""


@dataclass(slots=True)
class _Templates:
    """Recipes with their templates, each compiled when first asked for."""

    recipes: Sequence[Recipe]
    _opened: dict[int, Template | tuple[Problem, ...]] = field(default_factory=dict)

    def render(self, task: Task) -> Rendered:
        """One document. What a person must mend in its data stops this one only."""
        number, subject = task
        if number not in self._opened:
            self._opened[number] = _compiled(self.recipes[number])
        template = self._opened[number]
        if isinstance(template, tuple):
            return template
        try:
            return template.render(self.recipes[number].composer.context(subject))
        except ProblemsFound as found:
            return found.problems


def _compiled(recipe: Recipe) -> Template | tuple[Problem, ...]:
    """The template, or what is wrong with it: then no document of its type can be made."""
    try:
        return Template(recipe.template, recipe.name)
    except ProblemsFound as found:
        return found.problems


def render(
    recipes: Sequence[Recipe], tasks: Sequence[Task], executor: Executor | None
) -> Iterator[tuple[int, Rendered]]:
    """Each of ``tasks`` by its index, as it is done; without an executor here and in order.

    A worker that dies takes along what is not done yet; those documents get a problem that says so. When the caller
    stops asking (Ctrl-C), what has not begun is given up.
    """
    if executor is None:
        templates = _Templates(recipes)
        yield from ((index, templates.render(task)) for index, task in enumerate(tasks))
        return
    packed = pickle.dumps(recipes, pickle.HIGHEST_PROTOCOL)
    digest = hashlib.sha256(packed).hexdigest()
    chunks = range(0, len(tasks), _CHUNK)
    waiting: dict[Future[list[Rendered]], int] = {
        executor.submit(_render_chunk, packed, digest, tasks[start : start + _CHUNK]): start for start in chunks
    }
    try:
        for done in as_completed(list(waiting)):
            start = waiting.pop(done)
            try:
                results = done.result()
            except BrokenExecutor:
                results = [(_LOST,)] * len(tasks[start : start + _CHUNK])
            yield from enumerate(results, start)
    finally:
        for future in waiting:
            future.cancel()


@contextmanager
def processes(workers: int) -> Iterator[Executor]:
    """An executor of so many processes on this machine."""
    # A forked worker has all that is loaded here and starts in a hundredth of the time. But of threads (a progress bar)
    # it would inherit half, and other systems than Linux have libraries that cannot be forked.
    is_safe = sys.platform == "linux" and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if is_safe else "spawn")
    pool = ProcessPoolExecutor(workers, context, initializer=_begin)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Begin a worker: it leaves Ctrl-C to its parent, and ends with it, however that is ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _render_chunk(packed: bytes, digest: str, tasks: Sequence[Task]) -> list[Rendered]:
    """A worker's share. ``digest`` names ``packed``, so that it is unpacked once a worker and not once a chunk."""
    templates = _unpacked(_Packed(packed, digest))
    return [templates.render(task) for task in tasks]


@dataclass(frozen=True, slots=True)
class _Packed:
    """Packed recipes, told apart by their digest alone."""

    content: bytes = field(compare=False, repr=False)
    digest: str


@lru_cache(maxsize=1)
def _unpacked(packed: _Packed) -> _Templates:
    return _Templates(pickle.loads(packed.content))  # noqa: S301 - packed by ourselves, a moment ago

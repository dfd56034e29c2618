"""Names that a template uses and the data does not have."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.runtime import StrictUndefined
from jinja2.utils import missing

from cchc_docs.problems import Place, Problems, did_you_mean
from cchc_docs.word.template.inline import Slot


class MissingName(jinja2.UndefinedError):
    """An expression needed the value of a name that the data does not have."""

    def __init__(self, value: "Missing") -> None:
        super().__init__(f"missing {value.name!r}")
        self.value = value


class Missing(StrictUndefined):
    """A name that is not there. What is asked of it is missing too, so that the first wrong word is reported."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[jinja2.TemplateRuntimeError] = jinja2.UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)
        if exc is jinja2.UndefinedError:
            self._undefined_exception = lambda _: MissingName(self)  # type: ignore[assignment] # Jinja only calls it

    @property
    def name(self) -> str:
        """The word that is missing."""
        return str(self._undefined_name)

    @property
    def owner(self) -> object:
        """The object that was asked for the name, or Jinja's ``missing`` for a name of the top level."""
        return self._undefined_obj

    @property
    def is_forbidden(self) -> bool:
        """Return True if the name is kept from templates rather than absent."""
        return self._undefined_exception is SecurityError

    def __getattr__(self, name: str) -> "Missing":
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __getitem__(self, key: object) -> "Missing":  # type: ignore[override] # Jinja declares that it never returns
        return self


def report_missing(value: Missing, names: Iterable[str], slot: Slot, problems: Problems) -> None:
    """Say which name a tag got wrong, and which it probably means. ``names`` are those of the top level."""
    if value.owner is None:
        problems.error(
            "ten_khong_co",
            slot.place,
            f"Thẻ “{slot.tag}” lấy “{value.name}” của một mục đang để trống.",
            "Điền mục đó, hoặc bọc thẻ trong {% if … %} … {% endif %}.",
        )
    else:
        top = value.owner is missing
        known = sorted(names) if top else known_names(value.owner)
        say_missing(value.name, known, slot.tag, slot.place, problems, top=top)


def say_missing(name: str, known: Sequence[str], tag: str, place: Place, problems: Problems, *, top: bool) -> None:
    """Say that ``tag`` asks for a name that is not one of ``known``, at the ``top`` level or of something there."""
    problems.error(
        "ten_khong_co",
        place,
        f"Thẻ “{tag}” dùng tên “{name}” không có trong {'dữ liệu' if top else 'mục đó'}.",
        did_you_mean(name, known) or _offered(known),
    )


def known_names(value: object) -> list[str]:
    """The names that a template may write after a dot here."""
    if isinstance(value, Mapping):
        return sorted(key for key in value if isinstance(key, str))
    kind = type(value)
    fields = [*getattr(kind, "model_fields", ()), *getattr(kind, "__dataclass_fields__", ())]
    computed = [name for base in kind.__mro__ for name, member in vars(base).items() if isinstance(member, property)]
    own = getattr(value, "__dict__", ())  # columns that a clerk added to a record
    return sorted({name for name in (*fields, *computed, *own) if not name.startswith(("_", "model_"))})


def _offered(known: Sequence[str]) -> str:
    return f"Các tên dùng được: {', '.join(known[:12])}{' …' if len(known) > 12 else ''}." if known else ""

"""What the checker does not reach yet, by aspect and case. Whoever mends one takes its name out; none is added."""

from collections.abc import Mapping, Sequence

_BY_ASPECT: Mapping[str, Sequence[str]] = {"found": (), "quiet": (), "kind": (), "unsure": (), "mended": ()}

NOT_REACHED = frozenset((aspect, name) for aspect, names in _BY_ASPECT.items() for name in names)

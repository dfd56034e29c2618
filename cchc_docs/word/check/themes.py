"""The fonts of a document's theme, for runs that name no font but *the theme's body font*."""

from typing import Any

from cchc_docs.word.ooxml.xml import Element, w

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SLOTS = (("ascii", "ascii"), ("hansi", "hAnsi"), ("east_asia", "eastAsia"), ("cs", "cs"))
# ECMA-376 part 1, 17.18.96 (ST_Theme): which font of the theme each name means.
_OF_SLOT = {"Ascii": "latin", "HAnsi": "latin", "EastAsia": "ea", "Bidi": "cs"}
_LANGUAGE = {"latin": "val", "ea": "eastAsia", "cs": "bidi"}


class Theme:
    """The fonts of a theme, as far as there is one.

    A theme has one font for all Latin letters and may have another for a script by name. Where the language of the
    theme's fonts (``w:themeFontLang``) is Vietnamese, Word takes the entry of the script ``Viet``.
    """

    def __init__(self, root: Element | None, settings: Element | None) -> None:
        languages = None if settings is None else settings.find(w("themeFontLang"))
        self._fonts: dict[str, str] = {}
        for size in ("major", "minor"):
            group = None if root is None else next(root.iter(f"{_A}{size}Font"), None)
            if group is None:
                continue
            scripts = {font.get("script", ""): font.get("typeface", "") for font in group.iterchildren(f"{_A}font")}
            for slot, attribute in _LANGUAGE.items():
                named = group.find(f"{_A}{slot}")
                font = "" if named is None else named.get("typeface", "")
                language = "" if languages is None else languages.get(w(attribute), "")
                if language.lower().startswith("vi") and scripts.get("Viet"):
                    font = scripts["Viet"]
                self._fonts[f"{size}.{slot}"] = font

    def font(self, name: str) -> str:
        """The font that a run means by ``minorHAnsi`` and the like; ``""`` where the theme has none."""
        return self._fonts.get(f"{name[:5]}.{_OF_SLOT.get(name[5:], 'latin')}", "")

    def read_fonts(self, element: Element, found: dict[str, Any]) -> None:
        """Read the fonts that an ``rFonts`` sets; a font of the theme comes before one by name."""
        for name, attribute in _SLOTS:
            themed = element.get(w("cstheme" if attribute == "cs" else f"{attribute}Theme"))
            named = element.get(w(attribute))
            if themed is not None:
                found[name] = self.font(themed) or named or found.get(name, "")
            elif named is not None:
                found[name] = named

"""Makes cchc_docs/facts/be_rong_chu.csv from the fonts of this computer: ``python -m tools.glyph_widths FOLDER``.

FOLDER holds the four LiberationSerif-*.ttf files of version 2 (version 1 has no Vietnamese letters: on Debian the
package fonts-liberation2). Needs fontTools.
"""

import sys
import unicodedata
from pathlib import Path

from fontTools.ttLib import TTFont

TARGET = Path(__file__).parent.parent / "cchc_docs" / "facts" / "be_rong_chu.csv"
STYLES = {"thuong": "Regular", "dam": "Bold", "nghieng": "Italic", "dam_nghieng": "BoldItalic"}

_TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
_VOWELS = "aăâeêioôơuưy"
_OTHERS = "\u00a0§©«°±²³·¹»¼½¾×÷‐‑–—‘’“”•…‰′″€№→−≈≠≤≥"

_HEAD = """\
# Bề rộng chữ Times New Roman, đơn vị 1/2048 cỡ chữ.
# Nguồn: bảng hmtx của Liberation Serif 2.1.5 (giấy phép SIL OFL 1.1), phông được thiết kế cùng bề rộng từng chữ với
# Times New Roman. Tạo bằng tools/glyph_widths.py; không sửa tay.
"""


def characters() -> list[str]:
    """ASCII, the 134 Vietnamese letters, and what is typed between them, by code point."""
    letters = {unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES} | {"đ"}
    return sorted({*map(chr, range(0x20, 0x7F)), *letters, *(letter.upper() for letter in letters), *_OTHERS})


def table(folder: Path) -> str:
    """The whole file as text, from the fonts in ``folder``."""
    columns = []
    for name in STYLES.values():
        with TTFont(folder / f"LiberationSerif-{name}.ttf") as font:
            if font["head"].unitsPerEm != 2048:
                raise ValueError(f"{name}: unit of {font['head'].unitsPerEm} to the em")
            glyphs, widths = font.getBestCmap(), font["hmtx"].metrics
            columns.append({c: widths[glyphs[ord(c)]][0] for c in characters() if ord(c) in glyphs})
    rows = [
        f"U+{ord(c):04X}," + ",".join(str(column[c]) for column in columns)
        for c in characters()
        if all(c in column for column in columns)
    ]
    return _HEAD + f"ma,{','.join(STYLES)}\n" + "\n".join(rows) + "\n"


if __name__ == "__main__":
    TARGET.write_text(table(Path(sys.argv[1])), encoding="utf-8", newline="\n")
    print(TARGET)

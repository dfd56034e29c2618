"""What the checker does not reach yet, by aspect and case. Whoever mends one takes its name out; none is added."""

from collections.abc import Mapping, Sequence

_BY_ASPECT: Mapping[str, Sequence[str]] = {
    "found": (
        "even_header_missing_where_in_use",
        "first_footer_in_use",
        "number_too_far_by_a_blank",
        "frame_around_the_head",
        "none_left",
        "nan_left",
        "nan_in_capitals_left",
        "ref_left",
        "div_left",
        "value_left",
        "undefined_left",
        "error_of_a_field_left",
        "none_in_a_table",
        "noi_vu",
        "van_phong",
        "chu_tich",
        "phuong",
        "xa",
        "thanh_pho",
        "small_place",
        "blanks_at_the_end",
        "bold_italic_apart_from_the_mark",
        "numbers_in_brackets",
        "signature_far_from_the_text",
    ),
    "quiet": ("xa", "phuong", "thanh_pho"),
    "kind": (),
    "unsure": (),
    "mended": ("old_font_on_old_text",),
}

NOT_REACHED = frozenset((aspect, name) for aspect, names in _BY_ASPECT.items() for name in names)

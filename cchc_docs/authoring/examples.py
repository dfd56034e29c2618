"""One example of everything that a template may write beside names: statements, filters, numbering.

The results are those with the shipped example's data; a test runs each of them.
"""

from collections.abc import Mapping

STATEMENTS: tuple[tuple[str, str, str], ...] = (
    # what it does, how it is written (\n: a paragraph, a row or a cell of its own), what that prints
    (
        "Lặp: in lại các đoạn ở giữa cho từng dòng.",
        "{%p for dong in don_vi[:2] %}\n{{ loop.index }}. {{ dong.ten }}\n{%p endfor %}",
        "1. Văn phòng Sở\n2. Ban Chỉ đạo Cải cách hành chính",
    ),
    (
        "Lặp trong một đoạn; loop.index là số thứ tự, loop.first, loop.last là lần đầu, lần cuối.",
        "{% for dong in don_vi[:2] %}{{ dong.ma }}{% if not loop.last %}, {% endif %}{% endfor %}",
        "VP, BCD",
    ),
    (
        "Chỉ lặp những dòng hợp điều kiện.",
        '{% for dong in don_vi if dong.ma == "BCD" %}{{ dong.ten }}{% endfor %}',
        "Ban Chỉ đạo Cải cách hành chính",
    ),
    (
        "Chỉ in đoạn ở giữa khi mục có giá trị.",
        "{%p if co_quan.ten %}\nCó tên.\n{%p else %}\nChưa có tên.\n{%p endif %}",
        "Có tên.",
    ),
    ("Chọn chữ để in.", '{{ "có" if don_vi else "không có" }} đơn vị', "có đơn vị"),
    ("Đặt tên cho một giá trị để dùng ở dưới.", "{%p set so_don_vi = don_vi|length %}\n{{ so_don_vi }}", "9"),
    ("Ghi chú cho người sửa mẫu, không in.", "{# xem lại câu này #}Hết", "Hết"),
)  # fmt: skip
IN_TABLES: tuple[tuple[str, str], ...] = (
    (
        "Lặp hàng của bảng: thẻ đứng một mình trong hàng trước và hàng sau.",
        "{%tr for dong in don_vi %} … {%tr endfor %}",
    ),
    ("Lặp ô, tức cột của bảng.", "{%tc for dong in don_vi %} … {%tc endfor %}"),
    ("Chỉ in hàng khi điều kiện đúng.", "{%tr if don_vi %} … {%tr endif %}"),
    ("Gộp ô theo chiều dọc qua các hàng của vòng lặp.", "{% vm %}{{ loop.index }}"),
    ("Gộp ô theo chiều ngang qua ba cột.", "{% colspan 3 %}{{ co_quan.ten }}"),
    ("Tô nền ô.", "{% cellbg 'D9E2F3' %}{{ co_quan.ten }}"),
)  # fmt: skip
"""Tags that only a table can hold; their effect is tested with the template engine."""

FILTERS: Mapping[str, tuple[str, str]] = {
    "bo_cham": ('{{ "Hoàn thành."|bo_cham }}', "Hoàn thành"),
    "cau": ('{{ "Hoàn thành"|cau("./.") }}', "Hoàn thành./."),
    "chu_dau_hoa": ('{{ "đơn vị"|chu_dau_hoa }}', "Đơn vị"),
    "chu_dau_thuong": ('V/v {{ "Báo cáo"|chu_dau_thuong }}', "V/v báo cáo"),
    "doan": ("{%p for doan in co_quan.ten|doan %}\n{{ doan }}\n{%p endfor %}", "Sở Văn hóa, Thể thao và Du lịch"),
    "duong_ke": ("{{ co_quan.ten|duong_ke(0.4, co=13, dam=true) }}", ""),
    "hai_so": ("{{ 5|hai_so }}", "05"),
    "in_hoa": ("{{ co_quan.dia_danh|in_hoa }}", "LẠNG SƠN"),
    "la_ma": ("{{ 4|la_ma }}", "IV"),
    "ngat_dong": ('{{ "Sở Văn hóa"|ngat_dong(60, co=13) }}', "Sở Văn hóa"),
    "ngay": ("{{ van_ban.ngay|ngay }}", ""),
    "ngay_day_du": ("{{ van_ban.ngay|ngay_day_du }}", ""),
    "noi": ('{{ ["a", "b", "c"]|noi(", ", " và ") }}', "a, b và c"),
    "so": ("{{ 1234567.5|so }}", "1.234.567,5"),
    "thap_phan": ("{{ 1234.5|thap_phan }}", "1234,5"),
}
"""The filters of ``cchc_docs.word.template.filters``, by name."""

FILTERS_OF_JINJA: Mapping[str, tuple[str, str, str]] = {
    "abs": ("Bỏ dấu âm.", "{{ -5|abs }}", "5"),
    "batch": ("Chia danh sách thành từng nhóm.", "{{ ([1, 2, 3]|batch(2)|list)|length }}", "2"),
    "capitalize": ("Chữ cái đầu hoa, còn lại thường.", '{{ "kẾ HOẠCH"|capitalize }}', "Kế hoạch"),
    "count": ("Số phần của danh sách.", "{{ don_vi|count }}", "9"),
    "d": ("Giá trị thay thế khi không có tên ấy.", '{{ khong_co|d("…") }}', "…"),
    "default": ("Giá trị thay thế khi không có tên ấy.", '{{ khong_co|default("…") }}', "…"),
    "dictsort": ("Sắp các mục theo tên.", '{{ ({"b": 1, "a": 2}|dictsort|first)[0] }}', "a"),
    "first": ("Phần đầu của danh sách.", "{{ (don_vi|first).ten }}", "Văn phòng Sở"),
    "float": ("Đổi chữ thành số lẻ.", '{{ "1.5"|float|so }}', "1,5"),
    "groupby": ("Gộp các dòng theo một cột.", '{{ don_vi|groupby("loai")|length }}', "3"),
    "int": ("Đổi chữ thành số nguyên.", '{{ "12"|int + 1 }}', "13"),
    "items": ("Các cặp tên và giá trị.", '{{ ({"a": 1}|items|first)[0] }}', "a"),
    "join": ("Nối danh sách bằng dấu đã cho.", '{{ ["a", "b"]|join(" - ") }}', "a - b"),
    "last": ("Phần cuối của danh sách.", "{{ (don_vi|last).ten }}", "Bảo tàng tỉnh"),
    "length": ("Số phần của danh sách.", "{{ don_vi|length }}", "9"),
    "list": ("Thành danh sách, sau các bộ lọc chọn.", '{{ don_vi|selectattr("con_dau")|list|length }}', "3"),
    "lower": ("Chữ thường.", '{{ "KẾ HOẠCH"|lower }}', "kế hoạch"),
    "map": ("Lấy một cột của mọi dòng.", '{{ don_vi[:2]|map(attribute="ma")|noi }}', "VP; BCD"),
    "max": ("Giá trị lớn nhất.", "{{ [1, 3, 2]|max }}", "3"),
    "min": ("Giá trị nhỏ nhất.", "{{ [1, 3, 2]|min }}", "1"),
    "reject": ("Bỏ các giá trị hợp phép thử.", "{{ [1, 2, 3]|reject(\"odd\")|noi }}", "2"),
    "rejectattr": ("Bỏ các dòng mà cột ấy có giá trị.", '{{ don_vi|rejectattr("con_dau")|list|length }}', "6"),
    "replace": ("Thay chữ.", '{{ "a/b"|replace("/", "-") }}', "a-b"),
    "reverse": ("Đảo thứ tự.", "{{ [1, 2]|reverse|noi }}", "2; 1"),
    "round": ("Làm tròn.", "{{ 2.567|round(1)|so }}", "2,6"),
    "select": ("Chọn các giá trị hợp phép thử.", '{{ [1, 2, 3]|select("odd")|noi }}', "1; 3"),
    "selectattr": ("Chọn các dòng mà cột ấy có giá trị.", '{{ don_vi|selectattr("con_dau")|list|length }}', "3"),
    "sort": ("Sắp thứ tự theo một cột.", '{{ (don_vi|sort(attribute="ma")|first).ma }}', "BCD"),
    "string": ("Thành chữ.", '{{ 5|string ~ "%" }}', "5%"),
    "sum": ("Cộng.", "{{ [1, 2, 3]|sum }}", "6"),
    "title": ("Viết hoa đầu mỗi từ.", '{{ "lê thị hoa"|title }}', "Lê Thị Hoa"),
    "trim": ("Bỏ khoảng trắng ở hai đầu.", '{{ "  a "|trim }}', "a"),
    "truncate": ("Cắt bớt chữ dài.", '{{ "Văn phòng Sở"|truncate(10, true, "…", 0) }}', "Văn phòng…"),
    "unique": ("Bỏ giá trị trùng.", "{{ [1, 1, 2]|unique|noi }}", "1; 2"),
    "upper": ("Chữ in hoa, như in_hoa.", '{{ "kế hoạch"|upper }}', "KẾ HOẠCH"),
    "wordcount": ("Số từ.", '{{ "một hai ba"|wordcount }}', "3"),
}  # fmt: skip
"""The filters of Jinja that templates may use, by name."""

NUMBERING: Mapping[str, tuple[str, str]] = {
    "muc": ("{{ danh_so.muc() }} MỤC ĐÍCH", "I. MỤC ĐÍCH"),
    "khoan": ("{{ danh_so.khoan() }} Yêu cầu", "1. Yêu cầu"),
    "diem": ("{{ danh_so.diem() }} Chỉ tiêu", "a) Chỉ tiêu"),
    "lam_lai": ("{%p set dem_lai = danh_so.lam_lai() %}\n{{ danh_so.khoan() }}", "1."),
}
"""The numbers of sections, clauses and points (``cchc_docs.text.numbering``), by name."""

"""The blank kinds of document that a new template can begin with: their parts in the order of the decree's samples.

Source of the order: NĐ 30/2020/NĐ-CP, Phụ lục III, mục II (samples 1.2 to 1.9, 2.1). Header, title, signature and
appendix head are the shared blocks of ``templates/_khung.docx``; the sentences are to be replaced by the author's own.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cchc_docs.text.normal import key
from cchc_docs.word.template.assemble import BlockSpec, ParagraphSpec, Piece, RowSpec, SectionEnd, TableSpec, tags

_HEAD, _TITLE, _SIGNED = BlockSpec("dau"), BlockSpec("ten_loai"), BlockSpec("ky")
_BASES = (tags("{%p for can in can_cu %}"), ParagraphSpec("Căn cứ", '{{ can|cau(";") }}'), tags("{%p endfor %}"))
_LAST_BASE = (
    tags("{%p for can in can_cu %}"),
    ParagraphSpec("Căn cứ", '{{ can|cau("." if loop.last else ";") }}'),
    tags("{%p endfor %}"),
)
_DOTS = "." * 60
_SHORT_DOTS = " ".join(["........"] * 5)  # dots that a line may break at


@dataclass(frozen=True, slots=True)
class BlankKind:
    """A blank kind: what is printed as its name, and its parts.

    ``parts`` takes what names the row that a document is about (``""``: documents are about the office).
    """

    ten_loai: str
    parts: Callable[[str], Sequence[Piece]]
    about: str | None = None
    """The beginning of its trích yếu, before the bare matter (*Về việc*); None: it begins as the title goes on."""

    @property
    def name(self) -> str:
        """The name for ``--tu``, whatever document types there are: *công văn trắng*."""
        return f"{key(self.ten_loai)}_trang"


def _text(text: str) -> ParagraphSpec:
    return ParagraphSpec("Nội dung", text)


def _addressed(subject: str) -> Sequence[Piece]:
    """Kính gửi: the one addressee on its line, several below, dashes under the colon (Phụ lục I, II.9.a)."""
    if subject:
        return (ParagraphSpec("Kính gửi", f"Kính gửi: {subject}."),)
    return (
        tags("{%p if kinh_gui|length > 1 %}"),
        ParagraphSpec("Kính gửi", "Kính gửi:"),
        tags("{%p for noi in kinh_gui %}"),
        ParagraphSpec("Nơi kính gửi", '- {{ noi|cau("." if loop.last else ";") }}'),
        tags("{%p endfor %}"),
        tags("{%p else %}"),
        ParagraphSpec("Kính gửi", f'Kính gửi: {{{{ kinh_gui|noi|cau or "{_SHORT_DOTS}" }}}}'),
        tags("{%p endif %}"),
    )


def _about(subject: str) -> Sequence[Piece]:
    return (_text(f"Văn bản này áp dụng đối với {subject}."),) if subject else ()


def _first_recipient(name: str, when: str = "") -> BlockSpec:
    """The signature block with ``name`` as the first recipient, unless the data names it (Phụ lục I, II.9.b)."""
    condition = f"{when} and " if when else ""
    return BlockSpec(
        "ky",
        after={
            "Nơi nhận tiêu đề": (
                tags(f'{{%p if {condition}"{name}" not in noi_nhan %}}'),
                ParagraphSpec("Nơi nhận", f"- {name};"),
                tags("{%p endif %}"),
            )
        },
    )


def _appendix(title: str, rows: str, columns: Sequence[tuple[str, float, str]]) -> Sequence[Piece]:
    """Lying pages with the table ``columns`` (heading, width in mm, cell), a row for each of ``rows``.

    The last cell ends with ``./.``, as the sample does.
    """
    head = RowSpec([[ParagraphSpec("Đầu bảng", heading)] for heading, _, _ in columns], is_head=True)
    cells = [[ParagraphSpec("Ô bảng giữa" if width < 40 else "Ô bảng", cell)] for _, width, cell in columns]
    return (
        SectionEnd(),
        tags(f'{{%p set ten_phu_luc = "{title}" %}}{{%p set dem_lai = danh_so.lam_lai() %}}'),
        BlockSpec("phu_luc"),
        TableSpec(
            [width for _, width, _ in columns],
            [
                head,
                RowSpec([[tags(f"{{%tr for dong in {rows} %}}")]]),
                RowSpec(cells),
                RowSpec([[tags("{%tr endfor %}")]]),
            ],
        ),
        SectionEnd(is_landscape=True),
    )


_UNITS = _appendix(
    "Danh sách các đơn vị thực hiện",
    "don_vi",
    [
        ("STT", 14, "{{ loop.index }}"),
        ("Đơn vị", 158, "{{ dong.ten }}"),
        ("Loại đơn vị", 80, '{{ dong.loai|cau("./.") if loop.last else dong.loai }}'),
    ],
)
_TASKS = _appendix(
    "Phân công thực hiện nhiệm vụ",
    "nhiem_vu",
    [
        ("STT", 14, '{{ danh_so.khoan()|bo_cham if dong.ma else "" }}'),
        ("Nhiệm vụ", 88, "{{ dong.noi_dung }}"),
        ("Sản phẩm", 60, "{{ dong.san_pham }}"),
        ("Chủ trì", 50, "{{ dong.chu_tri|noi }}"),
        ("Thời gian hoàn thành", 40, '{{ dong.thoi_han|cau("./.") if loop.last else dong.thoi_han }}'),
    ],
)


def _ke_hoach(subject: str) -> Sequence[Piece]:
    return (
        _HEAD,
        _TITLE,
        *_LAST_BASE,
        _text("{{ co_quan.ten }} xây dựng kế hoạch với các nội dung sau:"),
        *_about(subject),
        ParagraphSpec("Mục", "{{ danh_so.muc() }} MỤC ĐÍCH, YÊU CẦU"),
        ParagraphSpec("Khoản", "{{ danh_so.khoan() }} Mục đích"),
        _text("Triển khai đồng bộ, có hiệu quả các nhiệm vụ được giao."),
        ParagraphSpec("Khoản", "{{ danh_so.khoan() }} Yêu cầu"),
        _text("Xác định rõ nội dung, thời hạn, đơn vị chủ trì, đơn vị phối hợp."),
        ParagraphSpec("Mục", "{{ danh_so.muc() }} NỘI DUNG"),
        _text("Các nhiệm vụ được phân công tại Phụ lục kèm theo Kế hoạch này."),
        ParagraphSpec("Mục", "{{ danh_so.muc() }} TỔ CHỨC THỰC HIỆN"),
        ParagraphSpec("Đoạn kết", "Các đơn vị được phân công tổ chức thực hiện, báo cáo kết quả theo quy định./."),
        _SIGNED,
        *_TASKS,
    )


def _bao_cao(subject: str) -> Sequence[Piece]:
    return (
        _HEAD,
        _TITLE,
        tags("{%p if kinh_gui %}"),
        *_addressed(""),
        tags("{%p endif %}"),
        *_LAST_BASE,
        _text("{{ co_quan.ten }} báo cáo kết quả như sau:"),
        *_about(subject),
        ParagraphSpec("Mục", "{{ danh_so.muc() }} KẾT QUẢ THỰC HIỆN"),
        ParagraphSpec("Khoản", "{{ danh_so.khoan() }} Kết quả đạt được"),
        _text("Các nhiệm vụ được giao đã được triển khai theo kế hoạch."),
        ParagraphSpec("Khoản", "{{ danh_so.khoan() }} Tồn tại, hạn chế và nguyên nhân"),
        _text("Một số nhiệm vụ còn chậm so với kế hoạch."),
        ParagraphSpec("Mục", "{{ danh_so.muc() }} PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI"),
        ParagraphSpec("Đoạn kết", "Tiếp tục thực hiện các nhiệm vụ tại Phụ lục kèm theo Báo cáo này./."),
        _first_recipient("Như trên", "kinh_gui"),
        *_TASKS,
    )


def _cong_van(subject: str) -> Sequence[Piece]:
    return (
        _HEAD,
        BlockSpec("ve_viec"),
        *_addressed(subject),
        *_LAST_BASE,
        _text("{{ co_quan.ten }} đề nghị các cơ quan, đơn vị phối hợp thực hiện các nội dung sau:"),
        _text("{{ danh_so.khoan() }} Tổ chức thực hiện các nhiệm vụ được giao theo đúng tiến độ."),
        _text("{{ danh_so.khoan() }} Báo cáo kết quả bằng văn bản để tổng hợp."),
        ParagraphSpec("Đoạn kết", "Trân trọng đề nghị các cơ quan, đơn vị quan tâm phối hợp./."),
        _first_recipient("Như trên"),
        SectionEnd(),
    )


def _quyet_dinh(subject: str) -> Sequence[Piece]:
    authority = '(co_quan.ten if co_quan.che_do == "tập thể" else nguoi_ky.thu_truong ~ " " ~ co_quan.ten)'
    return (
        _HEAD,
        _TITLE,
        ParagraphSpec("Thẩm quyền", f'{{{{ {authority}|in_hoa|doan|noi(" ") }}}}'),
        *_BASES,
        ParagraphSpec("Căn cứ", "Theo đề nghị của Chánh Văn phòng."),
        ParagraphSpec("Quyết định", "QUYẾT ĐỊNH:"),
        ParagraphSpec(
            "Điều",
            "**Điều 1.** Phân công các đơn vị có tên tại Phụ lục kèm theo Quyết định này thực hiện nhiệm vụ cải cách "
            "hành chính.",
        ),
        *((ParagraphSpec("Điều", f"Quyết định này áp dụng đối với {subject}."),) if subject else ()),
        ParagraphSpec(
            "Điều", "**Điều 2.** Các đơn vị được phân công tổ chức thực hiện, báo cáo kết quả theo quy định."
        ),
        ParagraphSpec(
            "Đoạn kết",
            "**Điều 3.** Quyết định này có hiệu lực kể từ ngày ký. Các đơn vị có tên tại Điều\u00a01 chịu trách nhiệm "
            "thi hành Quyết định này./.",
        ),
        _first_recipient("Như Điều 3"),
        *_UNITS,
    )


def _thong_bao(subject: str) -> Sequence[Piece]:
    return (
        _HEAD,
        _TITLE,
        *_LAST_BASE,
        _text("{{ co_quan.ten }} thông báo các nội dung sau:"),
        *_about(subject),
        _text("{{ danh_so.khoan() }} Nội dung thứ nhất."),
        _text("{{ danh_so.khoan() }} Nội dung thứ hai."),
        ParagraphSpec("Đoạn kết", "{{ co_quan.ten }} thông báo để các đơn vị, cá nhân biết, thực hiện./."),
        _SIGNED,
        SectionEnd(),
    )


def _bien_ban(subject: str) -> Sequence[Piece]:
    return (
        BlockSpec("dau", emptied=("Địa danh ngày tháng",)),
        _TITLE,
        _text("Thời gian bắt đầu: ...... giờ ...... phút, ngày ...... tháng ...... năm ........"),
        _text(f"Địa điểm: {_DOTS}"),
        *((_text(f"Đơn vị, cá nhân làm việc: {subject}."),) if subject else ()),
        _text(f"Thành phần tham dự: {_DOTS}"),
        _text("Chủ trì (chủ tọa): {{ nguoi_ky.ho_ten }}."),
        _text(f"Thư ký (người ghi biên bản): {_DOTS}"),
        _text("Nội dung (theo diễn biến cuộc họp):"),
        _text(_DOTS + "." * 50),
        _text(_DOTS + "." * 50),
        ParagraphSpec(
            "Đoạn kết", "Cuộc họp kết thúc vào ...... giờ ...... phút, ngày ...... tháng ...... năm ......../."
        ),
        TableSpec(
            (80, 85),
            [
                RowSpec(
                    [
                        [ParagraphSpec("Chức vụ ký", "THƯ KÝ"), ParagraphSpec("Họ tên ký", "." * 30)],
                        [ParagraphSpec("Chức vụ ký", "CHỦ TỌA"), ParagraphSpec("Họ tên ký", "{{ nguoi_ky.ho_ten }}")],
                    ]
                ),
                RowSpec(
                    [
                        [
                            ParagraphSpec("Nơi nhận"),
                            ParagraphSpec("Nơi nhận tiêu đề", "Nơi nhận:"),
                            tags("{%p for noi in noi_nhan %}"),
                            ParagraphSpec("Nơi nhận", '- {{ noi|cau(";") }}'),
                            tags("{%p endfor %}"),
                            ParagraphSpec("Nơi nhận", "- Lưu: VT, Hồ sơ."),
                        ],
                        [ParagraphSpec("Nơi nhận")],
                    ]
                ),
            ],
            is_ruled=False,
        ),
        SectionEnd(),
    )


def _giay_moi(subject: str) -> Sequence[Piece]:
    guest = subject or f'{{{{ kinh_gui|noi or "{_SHORT_DOTS}" }}}}'
    return (
        _HEAD,
        _TITLE,
        _text(f"{{{{ co_quan.ten }}}} trân trọng kính mời: {guest}"),
        _text("Tới dự: {{ van_ban.trich_yeu|chu_dau_thuong|cau }}"),
        _text("Chủ trì: {{ nguoi_ky.ho_ten }}."),
        _text("Thời gian: ...... giờ ...... phút, ngày ...... tháng ...... năm ........"),
        _text(f"Địa điểm: {_DOTS}"),
        ParagraphSpec("Đoạn kết", "Đề nghị đến dự đúng giờ, đúng thành phần./."),
        _first_recipient("Như trên"),
        SectionEnd(),
    )


KINDS: Mapping[str, BlankKind] = {
    kind.name: kind
    for kind in (
        BlankKind("Kế hoạch", _ke_hoach),
        BlankKind("Báo cáo", _bao_cao),
        BlankKind("Công văn", _cong_van, ""),
        BlankKind("Quyết định", _quyet_dinh, "Về việc"),
        BlankKind("Thông báo", _thong_bao),
        BlankKind("Biên bản", _bien_ban),
        BlankKind("Giấy mời", _giay_moi),
    )
}
"""The blank kinds, by name."""

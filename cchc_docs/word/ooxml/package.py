"""The zip of a ``.docx``: opened without trusting it, written so that the same input gives the same bytes."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath

from lxml import etree

from cchc_docs.problems import Place, Problem, ProblemsFound, Severity
from cchc_docs.word.ooxml.xml import (
    OFFICE,
    REL,
    TYPES,
    Element,
    Mixed,
    Unsafe,
    has_doctype,
    parse,
    serialise,
    w,
    with_w_prefix,
)

# A template of an office has some thirty members and a few MB; these limits only stop what is made to do harm.
MAX_MEMBERS = 2_000
MAX_TOTAL = 128 * 1024 * 1024
MAX_RATIO = 300  # of all members together; text compresses to a tenth, whole pages of blanks to a hundredth
_RATIO_FROM = 8 * 1024 * 1024  # below this size no ratio does harm

CONTENT_TYPES = "[Content_Types].xml"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATION = f"{{{REL}}}Relationship"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_SAVE_AGAIN = "Mở tệp bằng Word rồi lưu lại dạng Word Document (.docx)."


@dataclass(frozen=True, slots=True)
class Relation:
    """One line of a ``.rels`` part."""

    id: str
    kind: str
    """The last word of its type: ``header``, ``footnotes``, ``styles``."""
    target: str
    """The member that it points to; ``""`` for something outside."""


class Package:
    """The members of a ``.docx`` and how they hang together.

    Raises:
        ProblemsFound: the file is no whole, plain Word document; ``where`` names it.
    """

    def __init__(self, source: Path | bytes, where: Place) -> None:
        self.where = where
        self.packed = source if isinstance(source, bytes) else self._file(source)
        """The file as it came."""
        self.members = self._read(self.packed)
        for member, content in self.members.items():
            if member.endswith((".xml", ".rels")) and has_doctype(content):
                raise self._unsafe(member)  # in parts that are only passed on, too: Word would read them
        self.main = self._main_part()
        self.relations = self.relations_of(self.main)

    def target(self, kind: str) -> str:
        """The one part of this kind that the document has, or ``""``."""
        targets = (relation.target for relation in self.relations if relation.kind == kind)
        return next((target for target in targets if target in self.members), "")

    def relations_of(self, part: str) -> list[Relation]:
        """Return the relations of ``part``; for ``""`` those of the package itself."""
        rels = rels_name(part)
        if rels not in self.members:
            return []
        return [
            Relation(
                line.get("Id", ""),
                _kind(line),
                "" if line.get("TargetMode") == "External" else _resolve(part, line.get("Target", "")),
            )
            for line in self.tree(rels).iter(_RELATION)
        ]

    def links_outside(self) -> Iterator[tuple[str, str]]:
        """The kind and target of every relation of any part to something outside the file."""
        for member in self.members:
            if member.endswith(".rels"):
                for line in self.tree(member).iter(_RELATION):
                    if line.get("TargetMode") == "External":
                        yield _kind(line), line.get("Target", "")

    def remove(self, gone: Collection[str]) -> None:
        """Take members out, with their own relations, the document's relations to them, and their content types."""
        if not gone:
            return
        for member in gone:
            self.members.pop(member, None)
            self.members.pop(rels_name(member), None)
        rels = rels_name(self.main)
        self._filter(rels, lambda line: _resolve(self.main, line.get("Target", "")) in gone)
        self._filter(CONTENT_TYPES, lambda line: line.get("PartName", "").lstrip("/") in gone)
        self.relations = self.relations_of(self.main)

    def _filter(self, member: str, is_gone: Callable[[Element], bool]) -> None:
        root = self.tree(member)
        for line in list(root):
            if is_gone(line):
                root.remove(line)
        self.members[member] = serialise(root).encode()

    def tree(self, member: str) -> Element:
        """The root element of an XML member; WordprocessingML has the prefix ``w`` in it.

        Raises:
            ProblemsFound: it is no XML, or XML that a Word file never holds.
        """
        try:
            return with_w_prefix(parse(self.members[member]))
        except Unsafe:
            raise self._unsafe(member) from None
        except (etree.XMLSyntaxError, Mixed):
            raise self._refuse("tep_word_hong", f"Phần “{member}” của tệp bị hỏng.", _SAVE_AGAIN) from None

    def _read(self, data: bytes) -> dict[str, bytes]:
        if data.startswith(_OLE):
            raise self._refuse(
                "khong_phai_docx",
                "Tệp được đặt mật khẩu hoặc là tệp Word đời cũ (.doc).",
                "Mở bằng Word, bỏ mật khẩu nếu có, rồi lưu lại dạng Word Document (.docx).",
            )
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return self._inflate(archive, len(data))
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error, ValueError, OSError):
            # ValueError and OSError: what zipfile raises for offsets that make no sense
            raise self._refuse(
                "khong_phai_docx", "Tệp không phải là tệp Word .docx, hoặc bị hỏng, bị cắt cụt.", _SAVE_AGAIN
            ) from None

    def _file(self, path: Path) -> bytes:
        try:
            if path.stat().st_size > MAX_TOTAL:
                raise self._too_big()
            return path.read_bytes()
        except OSError:
            raise self._refuse(
                "khong_mo_duoc",
                "Không mở được tệp.",
                "Kiểm tra tên tệp và đường dẫn; nếu tệp đang mở trong Word thì đóng lại.",
            ) from None

    def _inflate(self, archive: zipfile.ZipFile, packed: int) -> dict[str, bytes]:
        names = [info.filename for info in archive.infolist() if not info.is_dir()]
        if len(names) > MAX_MEMBERS:
            raise self._too_big()
        allowed = min(MAX_TOTAL, max(_RATIO_FROM, packed * MAX_RATIO))
        members: dict[str, bytes] = {}
        for name in names:
            if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
                raise self._refuse(
                    "ten_nguy_hiem",
                    f"Tệp chứa phần có tên không an toàn “{name}”.",
                    "Không dùng tệp này; lấy lại bản gốc.",
                )
            info = archive.getinfo(name)
            if info.flag_bits & 1:
                raise self._refuse("khong_phai_docx", "Tệp được nén có mật khẩu.", _SAVE_AGAIN)
            if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise zipfile.BadZipFile  # ECMA-376 part 2, annex C: no other way is allowed
            with archive.open(info) as stream:
                members[name] = stream.read(allowed + 1)  # never what the header promises
            allowed -= len(members[name])
            if allowed < 0:
                raise self._too_big()
        return members

    def _main_part(self) -> str:
        if CONTENT_TYPES not in self.members:
            raise self._not_word()
        main = next((relation.target for relation in self.relations_of("") if relation.kind == "officeDocument"), "")
        if main not in self.members:
            raise self._not_word()
        declared = {
            line.get("PartName", "").lstrip("/"): line.get("ContentType")
            for line in self.tree(CONTENT_TYPES).iter(f"{{{TYPES}}}Override")
        }
        if declared.get(main) != _MAIN_TYPE:
            raise self._not_word()
        if self.tree(main).tag != w("document"):
            raise self._refuse(
                "khong_phai_docx",
                "Tệp được lưu ở dạng Strict Open XML.",
                "Mở tệp bằng Word, chọn Save As, kiểu Word Document (.docx).",
            )
        return main

    def _unsafe(self, member: str) -> ProblemsFound:
        return self._refuse(
            "xml_nguy_hiem",
            f"Phần “{member}” của tệp có khai báo DOCTYPE, điều mà Word không bao giờ ghi.",
            "Không dùng tệp này nếu không rõ nguồn gốc; nếu cần, mở bằng Word rồi lưu lại dạng .docx.",
        )

    def _not_word(self) -> ProblemsFound:
        return self._refuse("khong_phai_docx", "Tệp không phải là văn bản Word dạng .docx.", _SAVE_AGAIN)

    def _too_big(self) -> ProblemsFound:
        return self._refuse(
            "tep_qua_lon",
            f"Tệp giải nén ra quá lớn (giới hạn {MAX_TOTAL // 1024**2} MB, {MAX_MEMBERS} phần).",
            "Bỏ bớt ảnh, hoặc không dùng tệp này nếu không rõ nguồn gốc.",
        )

    def _refuse(self, code: str, what: str, hint: str) -> ProblemsFound:
        return ProblemsFound([Problem(code, Severity.ERROR, self.where, what, hint)])


def rels_name(part: str) -> str:
    """The member that holds the relations of ``part``.

    >>> rels_name("word/document.xml"), rels_name("")
    ('word/_rels/document.xml.rels', '_rels/.rels')
    """
    folder, _, name = part.rpartition("/")
    return join(folder, "_rels", f"{name}.rels")


def relation_type(kind: str) -> str:
    """The full type of a relation of the Office kinds."""
    return f"{OFFICE}/{kind}"


def _kind(line: Element) -> str:
    return line.get("Type", "").rpartition("/")[2]


def _resolve(part: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))


@dataclass(frozen=True, slots=True)
class Packed:
    """A member ready to be written: compressed, with what the zip's lists say about it."""

    name: bytes
    data: bytes
    size: int
    crc: int


def pack(name: str, content: bytes) -> Packed:
    """``content`` compressed. Done once for what never changes."""
    squeezer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Packed(name.encode(), squeezer.compress(content) + squeezer.flush(), len(content), zlib.crc32(content))


# One moment for all members, the earliest that a zip can hold: midnight of 1/1/1980, in MS-DOS form.
_TIME, _DATE = 0, (1 << 5) | 1
_VERSION, _UTF8, _DEFLATED = 20, 0x800, 8


def write(members: Iterable[Packed]) -> bytes:
    """A zip file of ``members`` in their order (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16).

    ``zipfile`` can only write what it compresses itself; this takes members as they were packed.
    """
    body, directory, count = io.BytesIO(), io.BytesIO(), 0
    for count, member in enumerate(members, 1):  # noqa: B007 – the last number is how many there are
        facts = (_VERSION, _UTF8, _DEFLATED, _TIME, _DATE, member.crc, len(member.data), member.size, len(member.name))
        directory.write(
            struct.pack("<4s6H3I5H2I", b"PK\1\2", _VERSION, *facts, 0, 0, 0, 0, 0, body.tell()) + member.name
        )
        body.write(struct.pack("<4s5H3I2H", b"PK\3\4", *facts, 0) + member.name)
        body.write(member.data)
    start, listing = body.tell(), directory.getvalue()
    body.write(listing)
    body.write(struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, len(listing), start, 0))
    return body.getvalue()


def in_order(names: Mapping[str, object]) -> list[str]:
    """Member names as Word orders them: the content types and the package's relations first, the rest as they came."""
    first = [name for name in (CONTENT_TYPES, rels_name("")) if name in names]
    return first + [name for name in names if name not in first]

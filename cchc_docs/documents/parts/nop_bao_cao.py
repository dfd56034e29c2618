"""What letters to late units show."""

from collections.abc import Mapping

from cchc_docs.documents.subjects import Subject
from cchc_docs.office.calendar import calendar
from cchc_docs.office.records import Data
from cchc_docs.office.reporting import to_urge


class NopMuon:
    """The units whose report of the document's period is late: not here yet, or here after the due day."""

    def __init__(self, data: Data, _: Data | None) -> None:
        self._late = {ky.ma: to_urge(data, ky) for ky in calendar(data).values()}

    def of(self, subject: Subject) -> Mapping[str, object]:
        """Both lists, for the subject's period."""
        late = self._late.get(subject.ky, [])
        return {
            "don_vi_chua_nop": [one for one in late if one.ngay_nop is None],
            "don_vi_nop_muon": [one for one in late if one.ngay_nop is not None],
        }

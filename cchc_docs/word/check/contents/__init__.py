"""What a draft says: documents and organs cited, days, numbers that contradict each other; for any Word paper.

Nothing here looks at how a text is set. What cannot be told with near certainty is left unsaid: a false warning costs
more than a miss. No finding is a *lỗi* but a day that no calendar has.
"""

from cchc_docs.word.check.contents import left_over
from cchc_docs.word.check.rule import Rule

RULES: tuple[Rule, ...] = (*left_over.RULES,)

"""What is stored of a review: the case, what was found, what was planned, what was published."""

from kollegium.reviews.models.calibration import Advice, CalibrationComment
from kollegium.reviews.models.case import (
    CaseState,
    Review,
    ReviewerName,
    ReviewKind,
    ReviewPart,
    ReviewSource,
)
from kollegium.reviews.models.correction import Corrected, Correction
from kollegium.reviews.models.fact_check import FactCheck, Remark, RemarkKind, RemarkOutcome
from kollegium.reviews.models.feedback import ReviewFeedback
from kollegium.reviews.models.findings import (
    AreaText,
    Grade,
    GradeRound,
    SummaryHeading,
    SummaryPoint,
    Verdict,
    VerdictSource,
)
from kollegium.reviews.models.judging import AreaDone, Judgement
from kollegium.reviews.models.material import (
    MaterialComment,
    MaterialFile,
    MaterialItem,
    MaterialLook,
    MaterialOpening,
    MaterialVersion,
)
from kollegium.reviews.models.notes import InterviewNote
from kollegium.reviews.models.offline import OfflineCopy
from kollegium.reviews.models.plan import (
    OPEN_ACTION_STATES,
    UNDONE_ACTION_STATES,
    ActionPlanItem,
    ActionProgress,
    ActionState,
)
from kollegium.reviews.models.publication import Publication
from kollegium.reviews.models.reconsideration import Reconsideration, ReconsideredArea
from kollegium.reviews.models.records import CaseExport, CaseNumberSeries
from kollegium.reviews.models.team import CaseMove, Duty, TeamMember

__all__ = [
    "OPEN_ACTION_STATES",
    "UNDONE_ACTION_STATES",
    "ActionPlanItem",
    "ActionProgress",
    "ActionState",
    "Advice",
    "AreaDone",
    "AreaText",
    "CalibrationComment",
    "CaseExport",
    "CaseMove",
    "CaseNumberSeries",
    "CaseState",
    "Corrected",
    "Correction",
    "Duty",
    "FactCheck",
    "Grade",
    "GradeRound",
    "InterviewNote",
    "Judgement",
    "MaterialComment",
    "MaterialFile",
    "MaterialItem",
    "MaterialLook",
    "MaterialOpening",
    "MaterialVersion",
    "OfflineCopy",
    "Publication",
    "Reconsideration",
    "ReconsideredArea",
    "Remark",
    "RemarkKind",
    "RemarkOutcome",
    "Review",
    "ReviewFeedback",
    "ReviewKind",
    "ReviewPart",
    "ReviewSource",
    "ReviewerName",
    "SummaryHeading",
    "SummaryPoint",
    "TeamMember",
    "Verdict",
    "VerdictSource",
]

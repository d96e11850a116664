"""The standard a review measures against, read from a versioned file."""

from kollegium.domain.reference_file import ReferenceFileError
from kollegium.domain.standard.files import (
    UnknownStandard,
    available,
    load,
    set_standards_folder,
    standards_folder,
    standards_from,
)
from kollegium.domain.standard.schema import read_standard
from kollegium.domain.standard.values import (
    Area,
    Confidence,
    Criterion,
    EvidenceKind,
    GradeScale,
    GradeStep,
    Outcome,
    Part,
    RequirementLevel,
    ServicePart,
    Standard,
    is_swedish,
)

__all__ = [
    "Area",
    "Confidence",
    "Criterion",
    "EvidenceKind",
    "GradeScale",
    "GradeStep",
    "Outcome",
    "Part",
    "ReferenceFileError",
    "RequirementLevel",
    "ServicePart",
    "Standard",
    "UnknownStandard",
    "available",
    "is_swedish",
    "load",
    "read_standard",
    "set_standards_folder",
    "standards_folder",
    "standards_from",
]

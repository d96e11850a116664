"""Whom reviewers talk with at a visit: functions, never names."""

from enum import StrEnum


class Interviewed(StrEnum):
    """Those whom an interview was with, in the order in which they are offered.

    Source: docs/sources.md, the steps of a review: the groups that the reviewers meet; inferred where it is silent.
    """

    TRAINEES = "trainees"
    SUPERVISORS = "supervisors"
    HEAD_OF_UNIT = "head_of_unit"
    PROGRAMME_DIRECTOR = "programme_director"
    MEDICAL_LEAD = "medical_lead"
    OTHER_STAFF = "other_staff"
    WALK_ROUND = "walk_round"

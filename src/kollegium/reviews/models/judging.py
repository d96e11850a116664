"""What each reviewer finds for themselves, before the team agrees on one verdict."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kollegium.domain.grading import Verdict as VerdictOutcome
from kollegium.reviews.models.case import ReviewPart
from kollegium.trail.tracking import tracked

# A list cannot hold foreign keys: this holds each reference to material to the case of the report, and to a version
# that there is. What stood before versions were noted is not looked at again until it is changed.
_EVIDENCE_KNOWN = """
IF EXISTS (
    SELECT FROM unnest(NEW.evidence) AS reference
    WHERE reference LIKE 'material:%' AND NOT EXISTS (
        SELECT FROM reviews_reviewpart part
        JOIN reviews_materialitem item ON item.review_id = part.review_id
        LEFT JOIN reviews_materialversion version ON version.item_id = item.id
        WHERE part.id = NEW.part_id AND reference IN (
            'material:' || item.id, 'material:' || item.id || '/0', 'material:' || item.id || '/' || version.number
        )
    )
) THEN
    RAISE EXCEPTION 'a verdict rests on material that its case has not, or not in that version'
        USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'judgement_evidence_known';
END IF;
RETURN NULL;
"""


@tracked()
class Judgement(models.Model):
    """One reviewer's own verdict on one criterion, with a note. What it was before stands in the change log.

    It is the reviewer's alone until all of the team are done with the area. The verdict may be missing while
    only a note has been written. `evidence` is what it rests on, as references (`domain/verdict_evidence.py`),
    to material in the version that was read; an older row may not know which.
    """

    part = models.ForeignKey(ReviewPart, models.CASCADE, related_name="judgements")
    criterion_key = models.CharField(max_length=12)
    reviewer = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    outcome = models.CharField(
        max_length=16, choices=[(item.value, item.value) for item in VerdictOutcome], blank=True
    )
    note = models.TextField(blank=True)
    evidence = ArrayField(models.CharField(max_length=60), default=list, db_default=[], blank=True)
    saved_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["part", "criterion_key", "reviewer"], name="judgement_once"),
            models.CheckConstraint(
                condition=Q(outcome="") | Q(outcome__in=[item.value for item in VerdictOutcome]),
                name="judgement_outcome_known",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="evidence_added",
                operation=pgtrigger.Insert,
                when=pgtrigger.After,
                timing=pgtrigger.Immediate,
                condition=pgtrigger.Condition("NEW.evidence <> '{}'"),
                func=_EVIDENCE_KNOWN,
            ),
            pgtrigger.Trigger(
                name="evidence_changed",
                operation=pgtrigger.UpdateOf("evidence"),
                when=pgtrigger.After,
                timing=pgtrigger.Immediate,
                condition=pgtrigger.Condition(
                    "NEW.evidence <> '{}' AND NEW.evidence IS DISTINCT FROM OLD.evidence"
                ),
                func=_EVIDENCE_KNOWN,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion_key} of part {self.part_id} by {self.reviewer_id}"


@tracked()
class AreaDone(models.Model):
    """One reviewer is done with one area: their verdicts on it stand, and are shown when all others' do."""

    part = models.ForeignKey(ReviewPart, models.CASCADE, related_name="areas_done")
    area_key = models.CharField(max_length=8)
    reviewer = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    done_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["part", "area_key", "reviewer"], name="area_done_once"),
        ]

    def __str__(self) -> str:
        return f"{self.area_key} of part {self.part_id} by {self.reviewer_id}"

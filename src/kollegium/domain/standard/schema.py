"""What a standard's file must look like: reads it whole or says what is wrong and where."""

from __future__ import annotations

from pathlib import Path

from kollegium.domain.reference_file import Table, read_keyed
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
)

FORMAT = "kollegium-standard/1"


def read_standard(path: Path) -> Standard:
    """Read and check one standard's file.

    Raises: ReferenceFileError naming the file, the place and what is wrong there.
    """
    table = read_keyed(path, FORMAT)
    complete = table.flag("complete")
    criteria = _criteria(table, required=complete)
    scales = {name: _scale(entry) for name, entry in table.named_tables("scales").items()}
    areas = [_area(entry, criteria, scales) for entry in table.tables("areas")]
    standard = Standard(
        key=path.stem,
        title_sv=table.text("title_sv"),
        title_en=table.text("title_en"),
        review_kind=table.text("review_kind"),
        complete=complete,
        rights_sv=table.text("rights_sv"),
        rights_en=table.text("rights_en"),
        parts=tuple(_part(entry, areas) for entry in table.tables("parts")),
        service_parts=tuple(_service_part(entry) for entry in table.tables("service_parts", required=False)),
        evidence=tuple(_evidence_kind(entry) for entry in table.tables("evidence", required=complete)),
    )
    table.finish()
    _check_keys(table, standard, areas, criteria)
    return standard


def _part(entry: Table, areas: list[Area]) -> Part:
    key = entry.text("key")
    entry = entry.at(f"part {key}")
    part = Part(
        key=key,
        title_sv=entry.text("title_sv"),
        title_en=entry.text("title_en"),
        areas=tuple(area for area in areas if area.part_key == key),
    )
    if not part.areas:
        raise entry.error("", "has no area")
    entry.finish()
    return part


def _service_part(entry: Table) -> ServicePart:
    part = ServicePart(entry.text("key"), entry.text("title_sv"), entry.text("title_en"))
    entry.finish()
    return part


def _evidence_kind(entry: Table) -> EvidenceKind:
    kind = EvidenceKind(entry.text("key"), entry.text("text_sv"), entry.text("text_en"))
    entry.finish()
    return kind


def _scale(entry: Table) -> GradeScale:
    steps = []
    for step in entry.tables("steps"):
        steps.append(
            GradeStep(
                letter=step.text("letter"),
                outcome=step.choice("outcome", Outcome),
                text_sv=step.text("text_sv"),
                text_en=step.text("text_en"),
            )
        )
        step.finish()
    scale = GradeScale(steps=tuple(steps), action_plan_lifts=entry.flag("action_plan_lifts"))
    entry.finish()
    ranks = [outcome.rank for outcome in scale.outcomes]
    if ranks != sorted(set(ranks), reverse=True):
        raise entry.error("steps", "must go from the best outcome to the worst, each once")
    if len({step.letter for step in steps}) != len(steps):
        raise entry.error("steps", "use the same letter twice")
    # Without both, some verdicts would have no grade that tells the truth.
    if Outcome.FAILED not in scale.outcomes or len(steps) < 2:
        raise entry.error("steps", "must hold 'failed' and at least one outcome that is passed")
    return scale


def _area(entry: Table, criteria: list[Criterion], scales: dict[str, GradeScale]) -> Area:
    key = entry.text("key")
    entry = entry.at(f"area {key}")
    scale = entry.text("scale")
    if scale not in scales:
        raise entry.error("scale", f"there is no scale {scale!r}")
    area = Area(
        key=key,
        part_key=entry.text("part"),
        title_sv=entry.text("title_sv"),
        title_en=entry.text("title_en"),
        former_titles=entry.texts("former_titles"),
        preamble_sv=entry.text("preamble_sv", default=""),
        preamble_en=entry.text("preamble_en", default=""),
        criteria=tuple(criterion for criterion in criteria if criterion.area_key == key),
        scale=scales[scale],
        tolerated_exceptions=entry.count("tolerated_exceptions"),
    )
    entry.finish()
    if [criterion.number for criterion in area.criteria] != list(range(1, len(area.criteria) + 1)):
        raise entry.error("", "its criteria must be numbered 1, 2, 3 … in the file's order")
    return area


def _criteria(table: Table, *, required: bool) -> list[Criterion]:
    return [_criterion(entry) for entry in table.tables("criteria", required=required)]


def _criterion(entry: Table) -> Criterion:
    key = entry.text("key")
    entry = entry.at(f"criterion {key}")
    criterion = Criterion(
        key=key,
        area_key=entry.text("area"),
        number=entry.count("number"),
        level=entry.choice("level", RequirementLevel),
        own_reading=entry.flag("own_reading", default=False),
        confidence=entry.choice("confidence", Confidence),
        text_sv=entry.text("text_sv"),
        text_en=entry.text("text_en"),
        subject_words=entry.texts("subject_words", required=True),
        source=entry.text("source"),
        evidence=entry.texts("evidence", required=True),
    )
    entry.finish()
    if criterion.own_reading and criterion.level is not RequirementLevel.REGULATION:
        raise entry.error("own_reading", "only a regulation can be the model's own reading")
    return criterion


def _check_keys(table: Table, standard: Standard, areas: list[Area], criteria: list[Criterion]) -> None:
    evidence_keys = {kind.key for kind in standard.evidence}
    area_keys = {area.key for area in areas}
    part_keys = {part.key for part in standard.parts}
    for name, keys in (
        ("areas", [area.key for area in areas]),
        ("parts", [part.key for part in standard.parts]),
        ("criteria", [criterion.key for criterion in criteria]),
        ("evidence", [kind.key for kind in standard.evidence]),
        ("service_parts", [part.key for part in standard.service_parts]),
    ):
        table.each_once(name, keys)
    for area in areas:
        if area.part_key not in part_keys:
            raise table.error(f"area {area.key}.part", f"there is no part {area.part_key!r}")
    for criterion in criteria:
        if criterion.area_key not in area_keys:
            raise table.error(f"criterion {criterion.key}.area", f"there is no area {criterion.area_key!r}")
        unknown = next((key for key in criterion.evidence if key not in evidence_keys), None)
        if unknown is not None:
            raise table.error(f"criterion {criterion.key}.evidence", f"there is no evidence {unknown!r}")
    if standard.complete:
        empty = next((area.key for area in areas if not area.criteria), None)
        if empty is not None:
            raise table.error(f"area {empty}", "has no criteria although the standard is called complete")

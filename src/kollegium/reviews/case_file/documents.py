"""The parts of a case's file that this capability holds, each told in a document."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kollegium.domain import review_feedback
from kollegium.domain import standard as standards
from kollegium.domain.material import MaterialStatus
from kollegium.domain.standard import Standard
from kollegium.printing import to_pdf
from kollegium.printing.tree import Block, Document, Fact, FactTable, Heading, Paragraph, Table, Text, plain
from kollegium.questionnaires import queries as rounds
from kollegium.questionnaires.models import RoundState
from kollegium.questionnaires.queries import GroupResult
from kollegium.reviews.case_file.parts import LANGUAGE, CaseFilePart, PartFile, document_part
from kollegium.reviews.case_words import ADVICE_NAMES, DUTY_NAMES, STEP_NAMES
from kollegium.reviews.content import content_of, passages_of
from kollegium.reviews.fact_check_words import OUTCOME_NAMES, REMARK_KIND_NAMES
from kollegium.reviews.history_words import history_entries
from kollegium.reviews.material_words import STATUS_NAMES
from kollegium.reviews.models import GradeRound, ReviewPart
from kollegium.reviews.printout import printed_review, review_as_json
from kollegium.reviews.queries.calibration import comments_on
from kollegium.reviews.queries.decision import grades_in
from kollegium.reviews.queries.fact_check import FactCheckStory, fact_checks_of
from kollegium.reviews.queries.feedback import feedback_on
from kollegium.reviews.queries.history import history_of, names_of_places
from kollegium.reviews.queries.material import WholeItem, file_content, whole_material
from kollegium.reviews.queries.open_cases import OpenCase, moves_of, team_of
from kollegium.reviews.queries.questionnaires import round_of_case
from kollegium.reviews.queries.reconsideration import reconsideration_of
from kollegium.reviews.queries.report_text import Section
from kollegium.reviews.queries.whole_case import case_of
from kollegium.reviews.shown.material import listed, title_of
from kollegium.reviews.shown.titles import section_title
from kollegium.reviews.wording import ACTION_STATE_NAMES, KIND_NAMES, STATE_NAMES

if TYPE_CHECKING:
    from kollegium.accounts.models import Person

NOTHING = "–"


def report_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give the decided report as PDF and JSON, one of each for every report of the review."""
    content, today = content_of(case_of(case.review)), timezone.localdate()
    texts = tuple(passage.text for passage in passages_of(content) if not passage.names_people)
    files: list[PartFile] = []
    for part in content["parts"]:
        name = "rapport" if len(content["parts"]) == 1 else f"rapport-{part['key']}"
        asked = {"language": LANGUAGE, "printed_on": today, "part_key": part["key"]}
        files += (
            PartFile(f"{name}.pdf", lambda asked=asked: to_pdf(printed_review(content, **asked))),
            PartFile(f"{name}.json", lambda asked=asked: review_as_json(content, **asked)),
        )
    yield CaseFilePart("report", _("The report"), tuple(files), texts)


def case_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give the facts of the case, its steps and its team."""
    review = case.review
    facts = (
        (_("Case number"), review.case_number or ""),
        (_("Kind of review"), str(KIND_NAMES[review.kind])),
        (_("State"), str(STATE_NAMES[review.state])),
        (_("Unit"), review.unit.name),
        (_("Care provider"), review.care_provider.name if review.care_provider else ""),
        (_("Region"), review.unit.region.name),
        (_("Specialty"), review.specialty.name if review.specialty else ""),
        (_("Standard"), standards.load(review.standard_key).title(LANGUAGE)),
        (_("First day of the visit"), _day(review.visit_from)),
        (_("Last day of the visit"), _day(review.visit_to)),
    )
    steps = [
        (
            _moment(move.moved_at),
            str(STEP_NAMES.get(move.step, _("Opened the case."))),  # type: ignore[call-overload]
            move.reason,
        )
        for move in moves_of(review)
    ]
    team = [(row["person__name"], str(DUTY_NAMES[row["duty"]])) for row in team_of(review)]
    yield document_part(
        "case",
        "arende",
        _document(
            _("The case and its team"),
            _facts(facts),
            Heading(2, plain(_("Steps of the case"))),
            *_table((_("When"), _("Step"), _("Reason")), steps),
            Heading(2, plain(_("Team"))),
            *_table((_("Name"), _("Duty")), team),
        ),
    )


def material_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give each thing that was asked for: what was handed in and said, and every file in every version."""
    for number, whole in enumerate(whole_material(case.review), start=1):
        item = whole.item
        title = title_of(item.list_key, item.item_key, item.title)
        folder = f"material/{number:02}"
        files = [
            PartFile(
                f"{folder}/version-{version.number}-{file.position + 1}-{_safe(file.name)}",
                lambda pk=file.pk: file_content(pk),
            )
            for version in whole.versions
            for file in whole.files.get(version.pk, ())
        ]
        asked = listed(item.list_key, item.item_key)
        note = ""
        if files:
            note = _("The program does not look into files. Read them before you hand them out.")
        if files and asked is not None and asked.about_people:
            note = _("These files are about people. Read them before you hand them out.")
        document = _document(title, *_material_blocks(whole))
        yield document_part(f"material-{item.pk}", f"{folder}/om", document, *files, note=note)


def _material_blocks(whole: WholeItem) -> Iterator[Block]:
    item = whole.item
    facts = (
        (_("State"), str(STATUS_NAMES[MaterialStatus(item.status)])),
        (_("Reason"), item.status_reason),
        (_("To be handed in by"), _day(item.due_on)),
    )
    yield _facts(facts)
    rows = [
        (
            str(version.number),
            _moment(version.handed_in_at),
            _name(version.handed_in_by),
            "\n".join(
                filter(
                    None,
                    (version.text, version.link, *(one.name for one in whole.files.get(version.pk, ()))),
                )
            ),
        )
        for version in whole.versions
    ]
    yield from _table((_("Version"), _("When"), _("Who"), _("Handed in")), rows)
    if whole.comments:
        yield Heading(2, plain(_("Remarks")))
        said = [(_moment(one.written_at), _name(one.written_by), one.text) for one in whole.comments]
        yield from _table((_("When"), _("Who"), _("Remark")), said)


def questionnaire_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give the questions, and of groups of three or more how the group as a whole answered them."""
    found = round_of_case(case.review)
    if found is None:
        return
    blocks: list[Block] = []
    for group in rounds.groups_of(found.pk):
        # Before the end nothing is told of the answers, not even how many there are.
        result = rounds.result_of(group) if found.state == RoundState.CLOSED else None
        blocks += _group_blocks(result or GroupResult(group, rounds.instrument_of(group), [], {}, []))
    yield document_part("questionnaires", "enkater", _document(_("Questionnaires"), *blocks))


def _group_blocks(result: GroupResult) -> Iterator[Block]:
    instrument, group = result.instrument, result.group
    yield Heading(2, plain(instrument.title(LANGUAGE)))
    yield Paragraph(plain(_("Asked: %(count)s") % {"count": group.invited_count}))
    if result.summaries:
        yield Paragraph(plain(_("Answered: %(count)s") % {"count": group.answered_count}))
    else:
        yield Paragraph(plain(_("Too few have answered to tell of, or answers were given by name.")))
    shares = {one.item.key: one.agree_share for one in result.summaries}
    rows = [
        (
            item.text(LANGUAGE),
            NOTHING if (share := shares.get(item.key)) is None else f"{round(share * 100)} %",
        )
        for item in instrument.items
    ]
    yield from _table((_("Question"), _("Share who agree")), rows)


def fact_check_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give every remark of the unit with its answer."""
    stories = fact_checks_of(case)
    if stories:
        standard = standards.load(case.review.standard_key)
        blocks = [block for story in reversed(stories) for block in _check_blocks(story, standard)]
        yield document_part("fact-check", "faktagranskning", _document(_("Fact check"), *blocks))


def _check_blocks(story: FactCheckStory, standard: Standard) -> Iterator[Block]:
    check = story.check
    yield Heading(2, plain(_("Draft sent on %(day)s") % {"day": _moment(check.sent_at)}))
    facts = (
        (_("Remarks by"), _day(check.due_on)),
        (_("The unit was done"), _moment(check.finished_at) if check.finished_at else ""),
    )
    yield _facts(facts)
    rows = [
        (
            section_title(standard, Section(one.section_key, "")),
            one.quote,
            f"{REMARK_KIND_NAMES[one.kind]}: {one.text}",
            f"{OUTCOME_NAMES[one.outcome]}: {one.answer}" if one.outcome else "",
        )
        for one in story.remarks
    ]
    yield from _table((_("Section"), _("Passage"), _("Remark"), _("Answer")), rows)


def calibration_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give what was said of the proposed grades."""
    rows = [
        (key, str(ADVICE_NAMES[one.advice]), one.text, _name(one.written_by), _moment(one.written_at))
        for part in ReviewPart.objects.filter(review=case.review).order_by("position", "pk")
        for key, comments in sorted(comments_on(part).items())
        for one in comments
    ]
    heads = (_("Area"), _("Advice"), _("Comment"), _("Who"), _("When"))
    yield document_part("calibration", "kalibrering", _document(_("Calibration"), *_table(heads, rows)))


def decision_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give each decided grade beside the proposed one, with why they differ."""
    standard = standards.load(case.review.standard_key)
    proposed = grades_in(case.review, GradeRound.PROVISIONAL)
    rows = [
        (
            f"{place[1]}. {standard.area(place[1]).title(LANGUAGE)}",
            _letter(standard, place[1], proposed[place].outcome) if place in proposed else NOTHING,
            _letter(standard, place[1], grade.outcome),
            grade.reason,
            _name(grade.decided_by),
            _day(grade.decided_on),
        )
        for place, grade in grades_in(case.review, GradeRound.DECISION).items()
    ]
    heads = (
        _("Area"),
        pgettext("grade", "Proposed"),
        pgettext("grade", "Decided"),
        pgettext("grade", "Why"),
        _("Who"),
        _("When"),
    )
    yield document_part("decision", "beslut", _document(_("Decision"), *_table(heads, rows)))


def reconsideration_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give what the unit asked to have reconsidered and what was decided, if it asked."""
    story = reconsideration_of(case.review)
    if story.asked is None:
        return
    standard, asked = standards.load(case.review.standard_key), story.asked
    facts = (
        (_("Asked on"), _moment(asked.asked_at)),
        (_("Asked by"), _name(asked.asked_by)),
        (_("Reason"), asked.reason),
        (_("Decided on"), _moment(asked.decided_at) if asked.decided_at else ""),
        (_("Decided by"), _name(asked.decided_by) if asked.decided_at else ""),
    )
    rows = [
        (
            f"{one.area_key}. {standard.area(one.area_key).title(LANGUAGE)}",
            _letter(standard, one.area_key, one.grade.outcome) if one.grade else NOTHING,
            one.grade.reason if one.grade else NOTHING,
        )
        for one in story.areas
    ]
    heads = (_("Area"), pgettext("grade", "Decided"), pgettext("grade", "Why"))
    blocks = (_facts(facts), *_table(heads, rows))
    yield document_part("reconsideration", "omprovning", _document(_("Reconsideration"), *blocks))


def feedback_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give what the unit says of the review, if it has said anything."""
    found = feedback_on(case)
    if found is None:
        return
    form = review_feedback.load(found.form_key)
    steps = {step.key: step.title(LANGUAGE) for step in form.steps}
    rows = [
        (item.text(LANGUAGE), steps.get(answer, answer))
        for item in form.items
        if (answer := found.answers.get(item.key))
    ]
    said = _table((_("Question"), _("Answer")), rows)
    yield document_part("feedback", "aterkoppling", _document(_("Feedback on the review"), *said))


def plan_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give each action of the plan with what was reported about it."""
    blocks: list[Block] = []
    items = [item for part in case_of(case.review).parts for item in part.plan]
    for item in items:
        blocks.append(
            Heading(2, plain(" ".join(filter(None, (item.criterion_key or item.area_key, item.action)))))
        )
        facts = (
            (_("State"), str(ACTION_STATE_NAMES[item.state])),
            (_("To be done by"), item.due_text or _day(item.due_on)),
            (_("Responsible"), item.responsible),
            (_("Follow-up date"), item.follow_up_text or _day(item.follow_up_on)),
            (_("Responsible for follow-up"), item.follow_up_responsible),
        )
        blocks.append(_facts(facts))
        rows = [
            (_moment(one.recorded_at), str(ACTION_STATE_NAMES[one.state]), one.note, one.recorded_by)
            for one in item.progress
        ]
        if rows:
            blocks += _table((_("When"), _("State"), _("Note"), _("Who")), rows)
    if not items:
        blocks.append(Paragraph(plain(_("There is no action plan."))))
    yield document_part("plan", "handlingsplan", _document(_("Action plan"), *blocks))


def history_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give the history of the case in words, without who read what and what was handed out."""
    history = history_of(case.review).without("materialopening", "caseexport")
    standard = standards.load(case.review.standard_key)
    rows = [
        (
            _moment(entry.at),
            entry.who,
            "\n".join(
                (
                    entry.sentence,
                    *(
                        f"{one.field}: {one.before or NOTHING} → {one.after or NOTHING}"
                        for one in entry.changes
                    ),
                )
            ),
        )
        for entry in history_entries(history, standard, names_of_places(history))
    ]
    heads = (_("When"), _("Who"), _("What happened"))
    yield document_part("history", "historik", _document(_("History of changes"), *_table(heads, rows)))


def _document(title: str, *blocks: Block) -> Document:
    return Document(
        title=title or NOTHING,
        language=LANGUAGE,
        dated=timezone.localdate(),
        blocks=(Heading(1, plain(title or NOTHING)), *blocks),
    )


def _facts(facts: Iterable[tuple[str, str]]) -> FactTable:
    return FactTable(tuple(Fact(label, (plain(value),)) for label, value in facts if value))


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[Block]:
    cells: tuple[tuple[Text, ...], ...] = tuple(tuple(plain(cell or NOTHING) for cell in row) for row in rows)
    return [Table(head, cells)] if cells else [Paragraph(plain(_("Nothing is recorded.")))]


def _letter(standard: Standard, area_key: str, outcome: str) -> str:
    return standard.area(area_key).scale.letter_of(standards.Outcome(outcome)) or NOTHING


def _name(person: "Person | None") -> str:
    return person.name if person else NOTHING


def _day(day: date | None) -> str:
    return formats.date_format(day, "j F Y") if day else ""


def _moment(at: datetime) -> str:
    return formats.date_format(timezone.localtime(at), "j F Y H:i")


def _safe(name: str) -> str:
    """Give a file's name so that it names one file in its folder on any machine."""
    kept = "".join(one if one.isalnum() or one in " ._-()" else "_" for one in name).strip(" .")
    stem, dot, ending = kept.rpartition(".")
    return f"{(stem or ending)[:80]}{dot if stem else ''}{ending[:10] if stem else ''}" or "fil"

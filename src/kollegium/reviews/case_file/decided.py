"""What was decided and what followed, as parts of a case's file."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kollegium.domain import review_feedback
from kollegium.domain import standard as standards
from kollegium.printing import to_pdf
from kollegium.printing.tree import Block, Document, Heading, Paragraph, plain
from kollegium.reviews.case_file.parts import CaseFilePart, PartFile, document_part
from kollegium.reviews.case_file.telling import (
    NOTHING,
    day_of,
    facts_table,
    letter_of,
    moment_of,
    name_of,
    table_of,
    told_document,
)
from kollegium.reviews.correction_words import what_words
from kollegium.reviews.models import GradeRound
from kollegium.reviews.printed_letters import (
    decision_document,
    decision_letter_of,
    reconsideration_document,
    reconsideration_letter_of,
)
from kollegium.reviews.queries.corrections import corrections_in
from kollegium.reviews.queries.decision import grades_in
from kollegium.reviews.queries.feedback import feedback_on
from kollegium.reviews.queries.open_cases import OpenCase
from kollegium.reviews.queries.reconsideration import reconsideration_of
from kollegium.reviews.queries.whole_case import case_of
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.wording import ACTION_STATE_NAMES


def decision_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give each decided grade beside the proposed one, with why they differ."""
    standard = standards.load(case.review.standard_key)
    proposed = grades_in(case.review, GradeRound.PROVISIONAL)
    rows = [
        (
            f"{place[1]}. {standard.area(place[1]).title(language_now())}",
            letter_of(standard, place[1], proposed[place].outcome) if place in proposed else NOTHING,
            letter_of(standard, place[1], grade.outcome),
            grade.reason,
            name_of(grade.decided_by),
            day_of(grade.decided_on),
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
    said = decision_letter_of(case.review)
    name = pgettext("file of a case", "decision-letter")
    yield document_part(
        "decision",
        pgettext("file of a case", "decision"),
        told_document(_("Decision"), *table_of(heads, rows)),
        *([_letter_file(name, lambda: decision_document(said, language_now()))] if said else []),
    )


def _letter_file(name: str, letter: Callable[[], Document]) -> PartFile:
    """Give a letter as PDF, put together when the file is made."""
    return PartFile(f"{name}.pdf", lambda: to_pdf(letter()))


def reconsideration_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give what the unit asked to have reconsidered and what was decided, if it asked."""
    story = reconsideration_of(case.review)
    if story.asked is None:
        return
    standard, asked = standards.load(case.review.standard_key), story.asked
    facts = (
        (_("Asked on"), moment_of(asked.asked_at)),
        (_("Asked by"), name_of(asked.asked_by)),
        (_("Reason"), asked.reason),
        (_("Decided on"), moment_of(asked.decided_at) if asked.decided_at else ""),
        (_("Decided by"), name_of(asked.decided_by) if asked.decided_at else ""),
    )
    rows = [
        (
            f"{one.area_key}. {standard.area(one.area_key).title(language_now())}",
            letter_of(standard, one.area_key, one.grade.outcome) if one.grade else NOTHING,
            one.grade.reason if one.grade else NOTHING,
        )
        for one in story.areas
    ]
    heads = (_("Area"), pgettext("grade", "Decided"), pgettext("grade", "Why"))
    blocks = (facts_table(facts), *table_of(heads, rows))
    said = reconsideration_letter_of(case.review, story)
    name = pgettext("file of a case", "decision-letter-reconsideration")
    yield document_part(
        "reconsideration",
        pgettext("file of a case", "reconsideration"),
        told_document(_("Reconsideration"), *blocks),
        *([_letter_file(name, lambda: reconsideration_document(said, language_now()))] if said else []),
    )


def correction_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give each correction after the decision with why and what stood before, if there was one."""
    rows = [
        (
            moment_of(one.made_at),
            name_of(one.made_by),
            what_words(one.what, one.key),
            one.reason,
        )
        for one in corrections_in(case.review)
    ]
    if rows:
        heads = (_("When"), _("Who"), _("What was corrected"), pgettext("grade", "Why"))
        note = Paragraph(plain(_("What stood before each correction is told in the history of changes.")))
        document = told_document(_("Corrections"), note, *table_of(heads, rows))
        yield document_part("corrections", pgettext("file of a case", "corrections"), document)


def feedback_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give what the unit says of the review, if it has said anything."""
    found = feedback_on(case)
    if found is None:
        return
    form = review_feedback.load(found.form_key)
    steps = {step.key: step.title(language_now()) for step in form.steps}
    rows = [
        (item.text(language_now()), steps.get(answer, answer))
        for item in form.items
        if (answer := found.answers.get(item.key))
    ]
    said = table_of((_("Question"), _("Answer")), rows)
    yield document_part(
        "feedback", pgettext("file of a case", "feedback"), told_document(_("Feedback on the review"), *said)
    )


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
            (_("To be done by"), item.due_text or day_of(item.due_on)),
            (_("Responsible"), item.responsible),
            (_("Follow-up date"), item.follow_up_text or day_of(item.follow_up_on)),
            (_("Responsible for follow-up"), item.follow_up_responsible),
        )
        blocks.append(facts_table(facts))
        rows = [
            (moment_of(one.recorded_at), str(ACTION_STATE_NAMES[one.state]), one.note, one.recorded_by)
            for one in item.progress
        ]
        if rows:
            blocks += table_of((_("When"), _("State"), _("Note"), _("Who")), rows)
    if not items:
        blocks.append(Paragraph(plain(_("There is no action plan."))))
    yield document_part(
        "plan", pgettext("file of a case", "action-plan"), told_document(_("Action plan"), *blocks)
    )

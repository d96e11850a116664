"""What shows that the actions of a plan were done, as a part of the case's file: every version with its file."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kollegium.action_plans.models import Evidence, PlanDraftItem
from kollegium.action_plans.plan_words import ANSWER_NAMES
from kollegium.action_plans.queries.plans import PlanStory, has_plan, plan_of_case
from kollegium.action_plans.queries.whole_evidence import evidence_content, whole_evidence
from kollegium.printing.tree import Block
from kollegium.reviews.case_file import CaseFilePart, PartFile, document_part
from kollegium.reviews.case_file.telling import (
    day_of,
    facts_table,
    heading,
    moment_of,
    name_of,
    safe_name,
    table_of,
    told_document,
)
from kollegium.reviews.queries.open_cases import OpenCase


def evidence_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give all evidence of the plan's actions, also what was replaced or withdrawn; nothing when there is none. One query."""
    found = whole_evidence(case.review)
    if not found:
        return
    blocks: list[Block] = []
    files: list[PartFile] = []
    folder = pgettext("file of a case", "evidence")
    for number, one in enumerate(found, start=1):
        name = f"{folder}/{number:02}-{safe_name(one.file_name)}" if one.file_id else ""
        if name:
            files.append(PartFile(name, lambda pk=one.pk: evidence_content(pk)))
        blocks += _told(number, one, name)
    note = _("The program does not look into files. Read them before you hand them out.") if files else ""
    document = told_document(_("Evidence of the actions"), *blocks)
    yield document_part(
        "evidence", f"{folder}/{pgettext('file of a case', 'about')}", document, *files, note=note
    )


def plan_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give how the plan came about: more time, what was sent, and once it is settled what was said of each action.

    What the unit has not sent has not come in, and what is being judged is working material. Five queries at most.
    """
    if not has_plan(case):
        return
    story = plan_of_case(case)
    plan = story.plan
    if plan.sent_at is None and not story.extensions:
        return
    blocks: list[Block] = [
        facts_table(
            (
                (_("Last day"), day_of(plan.due_on)),
                (_("Sent"), f"{moment_of(plan.sent_at)}, {name_of(plan.sent_by)}" if plan.sent_at else ""),
                (
                    _("Sent back"),
                    f"{moment_of(plan.returned_at)}: {plan.return_reason}" if plan.returned_at else "",
                ),
            )
        )
    ]
    if story.extensions:
        rows = [
            (moment_of(one.given_at), name_of(one.given_by), day_of(one.to_on), one.reason)
            for one in story.extensions
        ]
        blocks += [
            heading(_("More time")),
            *table_of((_("When"), _("Who"), _("Last day"), pgettext("grade", "Why")), rows),
        ]
    if plan.settled_at is not None:
        blocks += [block for _area, item in story.sent_items() for block in _judged(story, item)]
    document = told_document(_("How the action plan came about"), *blocks)
    yield document_part("plan-story", pgettext("file of a case", "action-plan-judgement"), document)


def _judged(story: PlanStory, item: PlanDraftItem) -> Iterator[Block]:
    yield heading(f"{item.criterion_key or item.area_key} {item.action}".strip())
    yield facts_table(((_("What will show that it is done"), item.evidence),))
    rows = [
        (
            moment_of(one.judged_at),
            _("The review office") if one.is_of_office else name_of(one.person),
            str(ANSWER_NAMES[one.answers]),
            one.reason,
        )
        for standing in story.judgements.get(item.pk, ())
        for one in (*story.earlier.get(standing.pk, ()), standing)
        if one.item_version == item.version
    ]
    heads = (_("When"), _("Who"), _("Does the action answer the criterion?"), pgettext("grade", "Why"))
    yield from table_of(heads, rows)


def _told(number: int, one: Evidence, file_name: str) -> Iterator[Block]:
    action = " ".join(filter(None, (one.item.criterion_key or one.item.area_key, one.item.action)))
    withdrawn = ""
    if one.withdrawn_at:
        withdrawn = f"{moment_of(one.withdrawn_at)}, {name_of(one.withdrawn_by)}: {one.withdrawal_reason}"
    yield heading(f"{number}. {one.title}")
    yield facts_table(
        (
            (_("Action"), action),
            (_("Added"), f"{moment_of(one.added_at)}, {name_of(one.added_by)}"),
            (_("File"), file_name),
            (_("Link"), one.link),
            (_("Text"), one.text),
            (_("Replaced by a newer version"), _("Yes") if hasattr(one, "replaced_by") else ""),
            (_("Withdrawn"), withdrawn),
        )
    )

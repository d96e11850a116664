"""The parts of a case's file that this capability holds, each told in a document."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kollegium.domain import standard as standards
from kollegium.domain.case_access import CaseObject
from kollegium.domain.case_life import Step
from kollegium.domain.material import MaterialStatus
from kollegium.printing import to_pdf
from kollegium.printing.tree import Block, Heading, Paragraph, plain
from kollegium.questionnaires import queries as rounds
from kollegium.questionnaires.models import RoundState
from kollegium.questionnaires.queries import GroupResult
from kollegium.reviews.case_file.parts import (
    CaseFilePart,
    PartFile,
    document_part,
    is_decided,
    reached_unit,
)
from kollegium.reviews.case_file.telling import (
    NOTHING,
    day_of,
    facts_table,
    moment_of,
    name_of,
    safe_name,
    table_of,
    told_document,
)
from kollegium.reviews.case_words import DUTY_NAMES, STEP_NAMES
from kollegium.reviews.content import content_of, passages_of
from kollegium.reviews.history_words import history_entries
from kollegium.reviews.material_words import STATUS_NAMES
from kollegium.reviews.printout import printed_review, review_as_json
from kollegium.reviews.queries.history import history_of, names_of_places
from kollegium.reviews.queries.material import WholeItem, file_content, whole_material
from kollegium.reviews.queries.open_cases import OpenCase, moves_of, team_of
from kollegium.reviews.queries.questionnaires import round_of_case
from kollegium.reviews.queries.whole_case import case_of
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.shown.material import listed, title_of
from kollegium.reviews.wording import KIND_NAMES, STATE_NAMES


def report_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give the decided report as PDF and JSON, one of each for every report of the review."""
    content, today = content_of(case_of(case.review)), timezone.localdate()
    texts = tuple(passage.text for passage in passages_of(content) if not passage.names_people)
    files: list[PartFile] = []
    for part in content["parts"]:
        name = pgettext("file of a case", "report")
        if len(content["parts"]) > 1:
            name = f"{name}-{part['key']}"
        asked = {"language": language_now(), "printed_on": today, "part_key": part["key"]}
        files += (
            PartFile(f"{name}.pdf", lambda asked=asked: to_pdf(printed_review(content, **asked))),
            PartFile(f"{name}.json", lambda asked=asked: review_as_json(content, **asked)),
        )
    yield CaseFilePart("report", _("The report"), tuple(files), texts)


def case_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give the facts of the case, its steps and its team; before the decision what the unit has been shown of them."""
    review = case.review
    shows_team = is_decided(review) or reached_unit(review, CaseObject.TEAM)
    facts = (
        (_("Case number"), review.case_number or ""),
        (_("Kind of review"), str(KIND_NAMES[review.kind])),
        (_("State"), str(STATE_NAMES[review.state])),
        (_("Unit"), review.unit.name),
        (_("Care provider"), review.care_provider.name if review.care_provider else ""),
        (_("Region"), review.unit.region.name),
        (_("Specialty"), review.specialty.name if review.specialty else ""),
        (_("Standard"), standards.load(review.standard_key).title(language_now())),
        (_("First day of the visit"), day_of(review.visit_from)),
        (_("Last day of the visit"), day_of(review.visit_to)),
    )
    steps = [
        (
            moment_of(move.moved_at),
            str(STEP_NAMES.get(move.step, _("Opened the case."))),  # type: ignore[call-overload]
            # Why a step back was taken tells of working material.
            move.reason if is_decided(review) or move.step == Step.WITHDRAW else "",
        )
        for move in moves_of(review)
    ]
    team = [(row["person__name"], str(DUTY_NAMES[row["duty"]])) for row in team_of(review)]
    told_team = (Heading(2, plain(_("Team"))), *table_of((_("Name"), _("Duty")), team)) if shows_team else ()
    yield document_part(
        "case",
        pgettext("file of a case", "case"),
        told_document(
            _("The case and its team"),
            facts_table(facts),
            Heading(2, plain(_("Steps of the case"))),
            *table_of((_("When"), _("Step"), _("Reason")), steps),
            *told_team,
        ),
    )


def material_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give each thing that was asked for: what was handed in and said, and every file in every version."""
    if not (is_decided(case.review) or reached_unit(case.review, CaseObject.MATERIAL)):
        return
    for number, whole in enumerate(whole_material(case.review), start=1):
        item = whole.item
        title = title_of(item.list_key, item.item_key, item.title)
        folder = f"material/{number:02}"
        files = [
            PartFile(
                f"{folder}/version-{version.number}-{file.position + 1}-{safe_name(file.name)}",
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
        document = told_document(title, *_material_blocks(whole))
        yield document_part(
            f"material-{item.pk}",
            f"{folder}/{pgettext('file of a case', 'about')}",
            document,
            *files,
            note=note,
        )


def _material_blocks(whole: WholeItem) -> Iterator[Block]:
    item = whole.item
    facts = (
        (_("State"), str(STATUS_NAMES[MaterialStatus(item.status)])),
        (_("Reason"), item.status_reason),
        (_("To be handed in by"), day_of(item.due_on)),
    )
    yield facts_table(facts)
    rows = [
        (
            str(version.number),
            moment_of(version.handed_in_at),
            name_of(version.handed_in_by),
            "\n".join(
                filter(
                    None,
                    (version.text, version.link, *(one.name for one in whole.files.get(version.pk, ()))),
                )
            ),
        )
        for version in whole.versions
    ]
    yield from table_of((_("Version"), _("When"), _("Who"), _("Handed in")), rows)
    if whole.comments:
        yield Heading(2, plain(_("Remarks")))
        said = [(moment_of(one.written_at), name_of(one.written_by), one.text) for one in whole.comments]
        yield from table_of((_("When"), _("Who"), _("Remark")), said)


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
    yield document_part(
        "questionnaires",
        pgettext("file of a case", "questionnaires"),
        told_document(_("Questionnaires"), *blocks),
    )


def _group_blocks(result: GroupResult) -> Iterator[Block]:
    instrument, group = result.instrument, result.group
    yield Heading(2, plain(instrument.title(language_now())))
    yield Paragraph(plain(_("Asked: %(count)s") % {"count": group.invited_count}))
    if result.summaries:
        yield Paragraph(plain(_("Answered: %(count)s") % {"count": group.answered_count}))
    else:
        yield Paragraph(plain(_("Too few have answered to tell of, or answers were given by name.")))
    shares = {one.item.key: one.agree_share for one in result.summaries}
    rows = [
        (
            item.text(language_now()),
            NOTHING if (share := shares.get(item.key)) is None else f"{round(share * 100)} %",
        )
        for item in instrument.items
    ]
    yield from table_of((_("Question"), _("Share who agree")), rows)


def history_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give the history of the case in words, without who read what and what was handed out."""
    history = history_of(case.review).without("materialopening", "caseexport")
    standard = standards.load(case.review.standard_key)
    rows = [
        (
            moment_of(entry.at),
            entry.who,
            "\n".join(
                (
                    entry.sentence,
                    *filter(None, (entry.words,)),
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
    yield document_part(
        "history",
        pgettext("file of a case", "history"),
        told_document(_("History of changes"), *table_of(heads, rows)),
    )

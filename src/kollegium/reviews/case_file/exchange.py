"""What was said between unit, reviewers and office before the decision, as parts of a case's file."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kollegium.domain import standard as standards
from kollegium.domain.standard import Standard
from kollegium.printing.tree import Block, Heading, Paragraph, plain
from kollegium.reviews.case_file.parts import CaseFilePart, document_part
from kollegium.reviews.case_file.telling import (
    day_of,
    facts_table,
    letter_of,
    moment_of,
    name_of,
    table_of,
    told_document,
)
from kollegium.reviews.case_words import ADVICE_NAMES
from kollegium.reviews.fact_check_words import OUTCOME_NAMES, REMARK_KIND_NAMES
from kollegium.reviews.models import ReviewPart
from kollegium.reviews.queries.calibration import comments_on
from kollegium.reviews.queries.fact_check import FactCheckStory, FrozenPart, fact_checks_of
from kollegium.reviews.queries.open_cases import OpenCase
from kollegium.reviews.queries.report_text import Section
from kollegium.reviews.shown.areas import paragraphs
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.shown.titles import section_title


def draft_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give each draft as it was sent to the unit: its texts and the grades proposed in it."""
    standard = standards.load(case.review.standard_key)
    titles = {item.key: item.title(language_now()) for item in standard.service_parts}
    for story in reversed(fact_checks_of(case)):
        number = story.check.number
        blocks: list[Block] = [facts_table(((_("Sent to the unit"), moment_of(story.check.sent_at)),))]
        for part in story.parts:
            name = titles.get(part.key, "")
            if len(story.parts) > 1:
                blocks.append(Heading(2, plain(name or part.key)))
            blocks += _draft_blocks(part, standard, level=3 if len(story.parts) > 1 else 2)
        document = told_document(_("Draft %(number)s as it was sent") % {"number": number}, *blocks)
        file_name = f"{pgettext('file of a case', 'draft')}-{number}"
        yield document_part(f"draft-{number}", file_name, document)


def _draft_blocks(part: FrozenPart, standard: Standard, *, level: int) -> Iterator[Block]:
    for section in part.sections:
        if section.text.strip():
            yield Heading(level, plain(section_title(standard, section)))
            yield from (Paragraph(plain(" ".join(one.split()))) for one in paragraphs(section.text))
    rows = [
        (f"{key}. {standard.area(key).title(language_now())}", letter_of(standard, key, outcome))
        for key, outcome in sorted(part.grades.items())
    ]
    yield Heading(level, plain(_("Proposed grades")))
    yield from table_of((_("Area"), pgettext("grade", "Proposed")), rows)


def fact_check_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give every remark of the unit with its answer."""
    stories = fact_checks_of(case)
    if stories:
        standard = standards.load(case.review.standard_key)
        blocks = [block for story in reversed(stories) for block in _check_blocks(story, standard)]
        yield document_part(
            "fact-check", pgettext("file of a case", "fact-check"), told_document(_("Fact check"), *blocks)
        )


def _check_blocks(story: FactCheckStory, standard: Standard) -> Iterator[Block]:
    check = story.check
    yield Heading(2, plain(_("Draft sent on %(day)s") % {"day": moment_of(check.sent_at)}))
    facts = (
        (_("Remarks by"), day_of(check.due_on)),
        (_("The unit was done"), moment_of(check.finished_at) if check.finished_at else ""),
    )
    yield facts_table(facts)
    rows = [
        (
            section_title(standard, Section(one.section_key, "")),
            one.quote,
            f"{REMARK_KIND_NAMES[one.kind]}: {one.text}",
            f"{OUTCOME_NAMES[one.outcome]}: {one.answer}" if one.outcome else "",
        )
        for one in story.remarks
    ]
    yield from table_of((_("Section"), _("Passage"), _("Remark"), _("Answer")), rows)


def calibration_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give what was said of the proposed grades."""
    rows = [
        (key, str(ADVICE_NAMES[one.advice]), one.text, name_of(one.written_by), moment_of(one.written_at))
        for part in ReviewPart.objects.filter(review=case.review).order_by("position", "pk")
        for key, comments in sorted(comments_on(part).items())
        for one in comments
    ]
    heads = (_("Area"), _("Advice"), _("Comment"), _("Who"), _("When"))
    yield document_part(
        "calibration",
        pgettext("file of a case", "calibration"),
        told_document(_("Calibration"), *table_of(heads, rows)),
    )

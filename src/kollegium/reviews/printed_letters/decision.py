"""The letter about a decision: the grades with why, what the unit must do and by when, how to ask for reconsideration."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from kollegium.domain.grading import propose_grade
from kollegium.domain.standard import Outcome
from kollegium.printing.tree import Block, BulletList, Document, Heading, Paragraph, Run, Text, plain
from kollegium.reviews.printed_letters.blocks import (
    area_name,
    day,
    grade,
    head_facts,
    language_set,
    letter,
    office,
    table,
    who,
    written,
)
from kollegium.reviews.printed_letters.values import DecidedArea, DecisionLetter
from kollegium.reviews.wording import GRADING_REASONS
from kollegium.ui.components.words import verdict_word


def decision_document(said: DecisionLetter, language: str) -> Document:
    """Give the letter in Swedish ("sv") or English ("en")."""
    with override(language):
        # The report reader knows a letter by how its title begins: `domain.reading.recognition.LETTERS`.
        title = _("Decision letter: %(unit)s") % {"unit": said.head.unit}
        return letter(title, said.head, said.signed, _blocks(title, said))


def _blocks(title: str, said: DecisionLetter) -> Iterator[Block]:
    yield Heading(1, plain(title))
    yield head_facts(
        said.head,
        (_("Day of the decision"), plain(day(said.signed.on))),
        (pgettext("letter", "Decided by"), who(said.signed, said.head)),
    )
    yield Heading(2, plain(_("Decided grades")))
    heads = (_("Area"), pgettext("grade", "Decided"), pgettext("grade", "Why"))
    yield table(heads, (_row(said, one) for one in said.areas))
    yield Heading(2, plain(_("What the unit must do")))
    yield from _to_do(said)
    yield Heading(2, plain(_("How to ask for reconsideration")))
    yield from _reconsideration(said)


def _row(said: DecisionLetter, one: DecidedArea) -> tuple[Text, ...]:
    name = area_name(one.area, one.part, said.head.standard)
    return (plain(name), plain(grade(one.area, one.outcome)), tuple(_why(one)))


def _why(one: DecidedArea) -> Iterator[Run]:
    proposal = propose_grade(one.area, one.verdicts)
    told = [
        f"{key} {verdict_word(one.verdicts[key]).lower()}"
        for key in proposal.deciding
        if key in one.verdicts and one.verdicts[key].falls_short
    ]
    is_by_rule = one.outcome in proposal.outcomes
    if told:
        yield Run(f"{', '.join(told)}. ")
    if is_by_rule:
        yield Run(f"{GRADING_REASONS[proposal.reasons[0]]} ")
    if one.proposed is not None and one.proposed is not one.outcome:
        proposed = one.area.scale.letter_of(one.proposed)
        yield Run(_("The team proposed %(letter)s.") % {"letter": proposed} + " ")
    elif one.reason and not is_by_rule:
        yield Run(_("The grade departs from the rule.") + " ")
    yield from written(one.reason)


def _to_do(said: DecisionLetter) -> Iterator[Block]:
    must = [one for one in said.areas if one.needs_plan]
    dated = [one for one in must if one.area.scale.action_plan_lifts]
    undated = [one for one in must if not one.area.scale.action_plan_lifts]
    if dated:
        yield from _plan_wanted(said, dated)
    if undated:
        yield Paragraph(
            plain(
                _(
                    "The unit must put right what falls short in the areas below. The standard names no day for it; "
                    "the unit agrees on one with %(office)s."
                )
                % {"office": office(said.head)}
            )
        )
        yield from _breaches(said, undated)
    if not must:
        yield Paragraph(
            plain(_("Nothing must be done because of this decision: no regulation is found breached."))
        )
    advised = [
        area_name(one.area, one.part, said.head.standard)
        for one in said.areas
        if one.outcome is Outcome.PASSED_WITH_REMARKS and not one.needs_plan
    ]
    if advised:
        yield Heading(3, plain(_("Recommended measures")))
        yield Paragraph(plain(_("Measures are recommended, and not required, in:")))
        yield BulletList(tuple(plain(name) for name in advised))


def _plan_wanted(said: DecisionLetter, areas: Iterable[DecidedArea]) -> Iterator[Block]:
    """Say by when an action plan is wanted, what stands in it, and what it must answer."""
    yield Paragraph(
        (
            Run(
                _("The unit must hand in an action plan to %(office)s by %(day)s at the latest.")
                % {"office": office(said.head), "day": day(said.plan_by)},
                strong=True,
            ),
        )
    )
    yield Paragraph(
        plain(
            _(
                "For each point below it says what will be done, by when, who is responsible, and when and by whom it "
                "is followed up."
            )
        )
    )
    yield from _breaches(said, areas)


def _breaches(said: DecisionLetter, areas: Iterable[DecidedArea]) -> Iterator[Block]:
    standard = said.head.standard
    for one in areas:
        yield Heading(3, plain(area_name(one.area, one.part, standard)))
        criteria = [standard.criterion(key) for key in one.breached]
        if criteria:
            yield BulletList(
                tuple(
                    plain(
                        _("%(key)s %(sentence)s (regulation, %(verdict)s)")
                        % {
                            "key": criterion.key,
                            "sentence": criterion.text(language_set()),
                            "verdict": verdict_word(one.verdicts[criterion.key]).lower(),
                        }
                    )
                    for criterion in criteria
                )
            )
        else:
            yield Paragraph(plain(_("What led to the grade stands in the table above and in the report.")))


def _reconsideration(said: DecisionLetter) -> Iterator[Block]:
    yield Paragraph(
        plain(
            _(
                "The unit may ask once that this decision is reconsidered, until and including %(day)s. Say which areas "
                "you ask about, and why."
            )
            % {"day": day(said.ask_until)}
        )
    )
    yield Paragraph(
        plain(
            _(
                "Head of unit, programme director and medical lead ask in Kollegium, on the page of the case: %(link)s"
            )
            % {"link": said.head.link}
        )
    )
    yield Paragraph(
        plain(
            _(
                "Each area asked about is decided anew by %(office)s, with why. Until then this decision holds, also "
                "the day for the action plan."
            )
            % {"office": office(said.head)}
        )
    )

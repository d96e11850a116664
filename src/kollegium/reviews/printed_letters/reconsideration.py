"""The letter about a reconsideration: what the unit asked, what was decided, why, and what follows."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from kollegium.printing.tree import Block, BulletList, Document, Heading, Notice, Paragraph, Run, Text, plain
from kollegium.reviews.printed_letters.blocks import (
    area_name,
    day,
    grade,
    head_facts,
    letter,
    office,
    table,
    who,
    written,
)
from kollegium.reviews.printed_letters.values import ReconsiderationLetter, ReconsideredAnswer
from kollegium.reviews.shown.areas import paragraphs


def reconsideration_document(said: ReconsiderationLetter, language: str) -> Document:
    """Give the letter in Swedish ("sv") or English ("en")."""
    with override(language):
        title = _("Decision letter after reconsideration: %(unit)s") % {"unit": said.head.unit}
        return letter(title, said.head, said.signed, _blocks(title, said))


def _blocks(title: str, said: ReconsiderationLetter) -> Iterator[Block]:
    yield Heading(1, plain(title))
    yield head_facts(
        said.head,
        (_("Day of the first decision"), plain(day(said.first.on))),
        (_("Day of this decision"), plain(day(said.signed.on))),
        (pgettext("letter", "Decided by"), who(said.signed, said.head)),
    )
    yield Heading(2, plain(_("What the unit asked")))
    asked = _("Asked on %(day)s.") % {"day": day(said.asked.on)}
    if said.asked.name:
        asked = _("Asked on %(day)s by %(name)s.") % {"day": day(said.asked.on), "name": said.asked.name}
    yield Paragraph(plain(asked))
    for paragraph in paragraphs(said.reason):
        yield Notice(written(paragraph))
    yield Heading(2, plain(_("What is decided")))
    heads = (
        _("Area"),
        pgettext("grade", "First decided"),
        _("After reconsideration"),
        pgettext("grade", "Why"),
    )
    yield table(heads, (_row(said, one) for one in said.answers))
    yield Heading(2, plain(_("What follows")))
    yield from _follows(said)


def _row(said: ReconsiderationLetter, one: ReconsideredAnswer) -> tuple[Text, ...]:
    moved = pgettext("grade", "changed") if one.after is not one.before else pgettext("grade", "stands")
    return (
        plain(area_name(one.area, one.part, said.head.standard)),
        plain(grade(one.area, one.before)),
        plain(f"{grade(one.area, one.after)} ({moved})"),
        written(one.reason),
    )


def _follows(said: ReconsiderationLetter) -> Iterator[Block]:
    yield Paragraph(
        plain(
            _(
                "This cannot be asked for again: a decision is reconsidered once. The grades first decided stay on "
                "record beside these."
            )
        )
    )
    dated = [one for one in said.still_failed if one.area.scale.action_plan_lifts]
    if dated:
        wanted = _("The action plan is still to be handed in to %(office)s by %(day)s at the latest, for:")
        yield Paragraph((Run(wanted % {"office": office(said.head), "day": day(said.plan_by)}, strong=True),))
        standard = said.head.standard
        yield BulletList(tuple(plain(area_name(one.area, one.part, standard)) for one in dated))
    elif not said.still_failed:
        yield Paragraph(plain(_("No area is graded as not passed any more.")))

"""The order that a case came of and the schedule of its visit, as parts of the case's file."""

from collections.abc import Iterator

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kollegium.domain.case_access import CaseObject
from kollegium.planning.queries.orders import order_of
from kollegium.planning.queries.schedule import reviewers_in, slots_to_hand_out
from kollegium.planning.schedule_words import SLOT_NAMES
from kollegium.printing.tree import Document, Fact, FactTable, Heading, Paragraph, Table, plain
from kollegium.reviews.case_file import CaseFilePart, document_part, is_decided, reached_unit
from kollegium.reviews.queries.open_cases import OpenCase
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.wording import KIND_NAMES


def order_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give the order that the case came of, as it came in; nothing when it was opened without one. One query."""
    order = order_of(case.review)
    if order is None:
        return
    facts = (
        (_("Came in"), formats.date_format(timezone.localtime(order.ordered_at), "j F Y H:i")),
        (_("Ordered by"), order.ordered_by.name if order.ordered_by else ""),
        (_("Contact at the unit"), order.contact),
        (_("Kind of review"), str(KIND_NAMES[order.kind])),
        (_("Wished from"), formats.date_format(order.wished_from, "j F Y")),
        (_("Wished to"), formats.date_format(order.wished_to, "j F Y")),
        (_("Note"), order.note),
    )
    title = pgettext("part of a case's file", "The order")
    document = Document(
        title=title,
        language=language_now(),
        dated=timezone.localdate(order.ordered_at),
        blocks=(
            Heading(1, plain(title)),
            FactTable(tuple(Fact(label, (plain(value),)) for label, value in facts if value)),
        ),
    )
    yield document_part("order", pgettext("file of a case", "order"), document)


def schedule_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give the slots of the visit without private talks; nothing when there is no schedule. Two queries."""
    if not (is_decided(case.review) or reached_unit(case.review, CaseObject.SCHEDULE)):
        return
    slots = slots_to_hand_out(case.review)
    if not slots:
        return
    names = reviewers_in([slot.pk for slot in slots])
    rows = tuple(
        tuple(
            plain(cell or "–")
            for cell in (
                formats.date_format(slot.day, "j F Y"),
                f"{slot.starts:%H:%M}–{slot.ends:%H:%M}",
                str(SLOT_NAMES[slot.kind]),
                slot.with_whom,
                slot.place,
                ", ".join(names.get(slot.pk, {}).values()),
            )
        )
        for slot in slots
    )
    title = _("Schedule of the visit")
    heads = (_("Day"), _("Time"), _("What"), _("With whom"), _("Place"), _("Reviewers"))
    document = Document(
        title=title,
        language=language_now(),
        dated=slots[-1].day,
        blocks=(
            Heading(1, plain(title)),
            Paragraph(plain(_("Where no reviewer is named the whole team takes part."))),
            Table(heads, rows),
        ),
    )
    yield document_part("schedule", pgettext("file of a case", "schedule"), document)

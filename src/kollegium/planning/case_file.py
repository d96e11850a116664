"""The order that a case came of and the schedule of its visit, as parts of the case's file."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kollegium.domain.case_access import CaseObject
from kollegium.planning.queries.orders import order_of
from kollegium.planning.queries.schedule import reviewers_in, slots_to_hand_out
from kollegium.planning.schedule_words import SLOT_NAMES
from kollegium.printing.tree import Paragraph, plain
from kollegium.reviews.case_file import CaseFilePart, document_part, is_decided, reached_unit
from kollegium.reviews.case_file.telling import day_of, facts_table, moment_of, table_of, told_document
from kollegium.reviews.queries.open_cases import OpenCase
from kollegium.reviews.wording import KIND_NAMES


def order_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give the order that the case came of, as it came in; nothing when it was opened without one. One query."""
    order = order_of(case.review)
    if order is None:
        return
    facts = (
        (_("Came in"), moment_of(order.ordered_at)),
        (_("Ordered by"), order.ordered_by.name if order.ordered_by else ""),
        (_("Contact at the unit"), order.contact),
        (_("Kind of review"), str(KIND_NAMES[order.kind])),
        (_("Wished from"), day_of(order.wished_from)),
        (_("Wished to"), day_of(order.wished_to)),
        (_("Note"), order.note),
    )
    title = pgettext("part of a case's file", "The order")
    document = told_document(title, facts_table(facts), dated=timezone.localdate(order.ordered_at))
    yield document_part("order", pgettext("file of a case", "order"), document)


def schedule_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give the slots of the visit without private talks; nothing when there is no schedule. Two queries."""
    if not (is_decided(case.review) or reached_unit(case.review, CaseObject.SCHEDULE)):
        return
    slots = slots_to_hand_out(case.review)
    if not slots:
        return
    names = reviewers_in([slot.pk for slot in slots])
    rows = [
        (
            day_of(slot.day),
            f"{slot.starts:%H:%M}–{slot.ends:%H:%M}",
            str(SLOT_NAMES[slot.kind]),
            slot.with_whom,
            slot.place,
            ", ".join(names.get(slot.pk, {}).values()),
        )
        for slot in slots
    ]
    heads = (_("Day"), _("Time"), _("What"), _("With whom"), _("Place"), _("Reviewers"))
    document = told_document(
        _("Schedule of the visit"),
        Paragraph(plain(_("Where no reviewer is named the whole team takes part."))),
        *table_of(heads, rows),
        dated=slots[-1].day,
    )
    yield document_part("schedule", pgettext("file of a case", "schedule"), document)

"""The action plan: items, labels, page breaks, and what a person should look at."""

from __future__ import annotations

import pytest

from kollegium.domain.reading import Reading
from kollegium.domain.reading.checks import is_cut_off
from tests.reading.reports import STANDARD, plan_item, reading_of, whole_report, wrapped

LABELS = (
    "Planerad åtgärd",
    "Datum när åtgärden ska vara genomförd",
    "Ansvarig för genomförandet",
    "Datum för uppföljning",
    "Ansvarig för uppföljningen",
)
VALUES = ("Handledningen läggs in i schemat.", "2025-10-31", "Maja Lind", "2025-12-31", "Per Alm")


def planned(*lines: str) -> Reading:
    """Read a report whose plan holds the lines."""
    return reading_of(whole_report(plan=["HANDLINGSPLAN", *lines]))


def codes(reading: Reading) -> list[tuple[str, str]]:
    """Give code and field of the plan's doubts."""
    return [(one.code, one.field) for one in reading.doubts if one.field.startswith("action_plan")]


def test_label_repeated_after_a_page_break_is_one_item() -> None:
    item = plan_item("E1", VALUES, same_line=False)
    at = item.index("Planerad åtgärd:")

    reading = planned(*item[: at + 1], "", "", *item[at:])

    assert [(one.criterion_key, one.action) for one in reading.action_plan] == [("E1", VALUES[0])]


def test_heading_repeated_after_a_page_break_in_the_middle_of_an_item() -> None:
    item = plan_item("E1", VALUES, same_line=False)
    at = item.index("Ansvarig för genomförandet:")
    heading = item[: item.index("Planerad åtgärd:")]

    reading = planned(*item[:at], "", "", *heading, *item[at:])

    assert len(reading.action_plan) == 1
    assert reading.action_plan[0].follow_up_responsible == "Per Alm"


def test_two_items_for_one_criterion_stay_two() -> None:
    reading = planned(*plan_item("E1", VALUES), *plan_item("E1", VALUES))

    assert [one.criterion_key for one in reading.action_plan] == ["E1", "E1"]


def test_label_in_a_narrow_column_goes_over_two_rows() -> None:
    item = plan_item("E1", VALUES)
    item[-4:-3] = ["Datum när åtgärden ska vara", "genomförd", "2025-10-31"]

    due = planned(*item).action_plan[0].due

    assert due is not None
    assert (due.text, str(due.date)) == ("2025-10-31", "2025-10-31")


def test_reworded_criterion_of_an_item_is_recognised_under_its_area() -> None:
    item = plan_item("D7", VALUES)
    item[1:-5] = ["Utbildningsprogrammet följs upp fortlöpande och revideras när så behövs."]

    assert [(one.area_key, one.criterion_key) for one in planned(*item).action_plan] == [("D", "D7")]


def test_item_without_a_known_criterion_keeps_its_area_and_raises_a_doubt() -> None:
    item = plan_item("E1", VALUES)
    item[1:-5] = ["Parkeringen ska byggas ut."]

    reading = planned(*item)

    assert [(one.area_key, one.criterion_key) for one in reading.action_plan] == [("E", None)]
    assert ("criterion-unclear", "action_plan[0].criterion") in codes(reading)


def test_criterion_quoted_inside_an_action_opens_no_item() -> None:
    action = (
        f"Vi arbetar så att: {STANDARD.criterion('E2').text_sv} Detta följs upp i schemat för handledning."
    )

    reading = planned(*plan_item("E1", (action, *VALUES[1:])))

    assert [(one.criterion_key, one.action) for one in reading.action_plan] == [("E1", action)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (VALUES, []),
        ((*VALUES[:3], "15 april", "Per Alm"), [("date-without-year", "action_plan[0].follow_up")]),
        ((*VALUES[:3], "2025-04-15", "Per Alm"), [("follow-up-before-due", "action_plan[0].follow_up")]),
        ((*VALUES[:3], "2025-10-31", "Per Alm"), []),
        (
            (*VALUES[:4], "Maja Lind, överläkare"),
            [("same-person-follows-up", "action_plan[0].follow_up_responsible")],
        ),
        (("Nya stolar köps in.", *VALUES[1:]), [("action-off-topic", "action_plan[0].action")]),
        (("Handledningen läggs in i schemat och", *VALUES[1:]), [("text-cut-off", "action_plan[0].action")]),
        (("Handledningen ges av alla handled", *VALUES[1:]), [("text-cut-off", "action_plan[0].action")]),
    ],
    ids=["nothing", "no-year", "before", "same-day", "same-person", "off-topic", "cut-sentence", "cut-word"],
)
def test_doubts_of_an_item(values: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert codes(planned(*plan_item("E1", values))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Handledning ges även av andra läka", True),
        ("Se uppdaterad IUP", False),
        ("genomförs enligt plan och mål", False),
        ("En mall (se bilaga", True),
        ("Tid avsätts i schema.", False),
        ("", False),
    ],
)
def test_is_cut_off(text: str, expected: bool) -> None:
    assert is_cut_off(text, {"läkare": 3, "läka": 1, "mål": 2, "målet": 1, "bilaga": 1}) is expected


def test_report_without_a_plan_has_none() -> None:
    assert reading_of(whole_report()).action_plan == ()


def test_plan_with_missing_fields_leaves_them_unknown() -> None:
    criterion = wrapped(STANDARD.criterion("E1").text_sv)

    reading = planned(
        "E. Handledning och kompetensbedömning",
        *criterion,
        *(f"{label}:" for label in LABELS[1:]),
        f"{LABELS[0]}: Ja.",
    )

    assert reading.as_json()["action_plan"] == [
        {
            "area": "E",
            "criterion": "E1",
            "action": "Ja.",
            "due": None,
            "responsible": None,
            "follow_up": None,
            "follow_up_responsible": None,
        }
    ]


def test_short_label_alone_is_the_value_below_a_long_label() -> None:
    values = (VALUES[0], "Klart", *VALUES[2:])

    due = planned(*plan_item("E1", values, same_line=False)).action_plan[0].due

    assert due is not None
    assert (due.text, due.done) == ("Klart", True)


def test_long_label_that_begins_a_sentence_is_text() -> None:
    action = "Tre möten hålls. Ansvarig för genomförandet av mötena utses av chefen."
    item = plan_item("E1", (action.replace(". ", ".\n"), *VALUES[1:]))

    reading = planned(*"\n".join(item).split("\n"))

    assert [(one.action, one.responsible) for one in reading.action_plan] == [(action, VALUES[2])]


def test_labels_in_capitals_are_labels() -> None:
    item = plan_item("E1", VALUES, same_line=False)
    capitals = [line.upper() if line.rstrip(":") in LABELS else line for line in item]

    reading = planned(*capitals)

    assert [(one.criterion_key, one.action, one.responsible) for one in reading.action_plan] == [
        ("E1", VALUES[0], VALUES[2])
    ]


@pytest.mark.parametrize("heading", [[], ["Handlingsplan för vår ST"]], ids=["no-heading", "longer-heading"])
def test_words_that_lead_over_to_the_plan_are_no_narrative(heading: list[str]) -> None:
    leading = "Under granskningen sågs brister. Verksamheten har inkommit med följande handlingsplan."
    plain = reading_of(whole_report())

    reading = reading_of(whole_report(plan=[*heading, *wrapped(leading), *plan_item("E1", VALUES)]))

    assert [one.criterion_key for one in reading.action_plan] == ["E1"]
    assert reading.areas["H"].narrative == plain.areas["H"].narrative


def test_point_that_speaks_of_a_plan_opens_none() -> None:
    points = ["Svagheter", "Få möten hålls.", "Handlingsplan för kompetensutveckling", "Trånga rum."]
    areas = whole_report()

    reading = reading_of("\n".join(points) + "\n\n\n" + areas)

    assert any("Handlingsplan för kompetensutveckling" in point for point in reading.weaknesses)
    assert reading.action_plan == ()
    assert {key: one.narrative for key, one in reading.areas.items()} == {
        key: one.narrative for key, one in reading_of(areas).areas.items()
    }

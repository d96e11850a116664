"""Fields are saved one by one, and nobody's words are overwritten silently."""

import pytest

from kollegium.domain.roles import Role
from kollegium.report_import import actions, queries
from kollegium.report_import.drafts import bare
from kollegium.report_import.models import FieldDecision, ImportProposal
from tests.people import make_actor, make_region, make_specialty, make_unit
from tests.report_import.reports import NOW, bring_and_read, make_director, make_office

pytestmark = pytest.mark.django_db
PATH = "areas.A.narrative"


def change(
    proposal: ImportProposal, path: str, value: object, by: object, token: str | None = None
) -> actions.SaveResult:
    token = token or queries.draft_of(proposal).field(path).token
    return actions.save_fields(
        proposal_id=proposal.pk,
        changes=[actions.FieldChange(path, value, token)],
        by=by,
        now=NOW,  # type: ignore[arg-type]
    )


def test_a_correction_stands_beside_the_reading() -> None:
    director = make_director(make_region())
    proposal = bring_and_read(director)
    before = queries.first_reading(proposal).reading

    result = change(proposal, PATH, "Stor hälsocentral.", director)

    found = queries.draft_of(proposal).field(PATH)
    assert list(result.saved) == [PATH]
    assert (found.value, found.read, found.version, found.by_name) == (
        "Stor hälsocentral.",
        before["areas"]["A"]["narrative"],
        1,
        "Disa Förste",
    )
    assert queries.first_reading(proposal).reading == before


def test_a_field_sent_as_it_was_shown_is_not_a_decision() -> None:
    director = make_director(make_region())
    proposal = bring_and_read(director)
    shown = queries.draft_of(proposal).field(PATH)

    change(proposal, PATH, f"  {shown.value}\r\n", director)

    assert FieldDecision.objects.count() == 0


def test_two_people_on_one_field_see_both_values() -> None:
    director, office = make_director(make_region()), make_office()
    proposal = bring_and_read(director)
    token = queries.draft_of(proposal).field(PATH).token
    change(proposal, PATH, "Disas ord.", director, token)

    result = change(proposal, PATH, "Ottos ord.", office, token)

    conflict = result.conflicts[PATH]
    assert (result.saved, conflict.mine, conflict.theirs.value, conflict.theirs.by_name) == (
        {},
        "Ottos ord.",
        "Disas ord.",
        "Disa Förste",
    )
    assert queries.draft_of(proposal).value(PATH) == "Disas ord."


def test_whose_words_were_seen_may_be_replaced_knowingly() -> None:
    director, office = make_director(make_region()), make_office()
    proposal = bring_and_read(director)
    token = queries.draft_of(proposal).field(PATH).token
    change(proposal, PATH, "Disas ord.", director, token)
    conflict = change(proposal, PATH, "Ottos ord.", office, token).conflicts[PATH]

    change(proposal, PATH, "Ottos ord.", office, conflict.theirs.token)

    assert queries.draft_of(proposal).value(PATH) == "Ottos ord."


def test_two_people_who_write_the_same_are_not_asked() -> None:
    director, office = make_director(make_region()), make_office()
    proposal = bring_and_read(director)
    token = queries.draft_of(proposal).field(PATH).token
    change(proposal, PATH, "Samma ord.", director, token)

    result = change(proposal, PATH, "Samma ord. ", office, token)

    assert (result.saved, result.conflicts) == ({}, {})


def test_an_untouched_field_on_an_old_page_puts_nothing_back() -> None:
    director, office = make_director(make_region()), make_office()
    proposal = bring_and_read(director)
    old = queries.draft_of(proposal).field(PATH)
    change(proposal, PATH, "Nya ord.", director, old.token)

    result = change(proposal, PATH, old.value, office, old.token)

    assert (result.saved, result.conflicts) == ({}, {})
    assert queries.draft_of(proposal).value(PATH) == "Nya ord."


@pytest.mark.parametrize(
    "path", ["areas.Z.narrative", "verdicts.Z9", "password", "areas.A.title", "action_plan[999].due"]
)
def test_what_is_no_field_is_not_saved(path: str) -> None:
    director = make_director(make_region())
    proposal = bring_and_read(director)

    actions.save_fields(
        proposal_id=proposal.pk, changes=[actions.FieldChange(path, "x", "0.x")], by=director, now=NOW
    )

    assert FieldDecision.objects.count() == 0


def test_only_a_unit_within_reach_can_be_chosen() -> None:
    director = make_director(make_region())
    proposal = bring_and_read(director)
    other = make_region("Region Söderdal", "98")
    outside = make_unit("Fjärran hälsocentral", region=other)

    with pytest.raises(actions.ImportRefused) as refused:
        change(proposal, "unit", outside.pk, director)

    proposal.refresh_from_db()
    assert (refused.value.code, proposal.chosen_unit_id) == ("unit-not-allowed", None)


def test_choosing_unit_and_specialty_fills_the_proposal() -> None:
    director, unit, specialty = (
        make_director(make_region()),
        make_unit(),
        make_specialty("Psykiatri", "psykiatri"),
    )
    proposal = bring_and_read(director)

    change(proposal, "unit", unit.pk, director)
    change(proposal, "specialty", specialty.pk, director)

    proposal.refresh_from_db()
    assert (proposal.chosen_unit_id, proposal.chosen_specialty_id) == (unit.pk, specialty.pk)


@pytest.mark.parametrize("who", ["another director", "head of unit"])
def test_a_stranger_changes_nothing(who: str) -> None:
    region = make_region()
    proposal = bring_and_read(make_director(region))
    stranger = (
        make_director(region, "Dag Andre")
        if who == "another director"
        else make_actor(Role.HEAD_OF_UNIT, make_unit())
    )

    with pytest.raises(actions.ImportRefused) as refused:
        change(proposal, PATH, "Främmande ord.", stranger)

    assert (refused.value.code, FieldDecision.objects.count()) == ("not-allowed", 0)


def test_a_plan_item_is_added_and_left_out_without_losing_what_was_read() -> None:
    director = make_director(make_region())
    proposal = bring_and_read(director)

    number = actions.add_plan_item(proposal_id=proposal.pk, by=director, now=NOW)
    change(proposal, f"action_plan[{number}].action", "Ny åtgärd.", director)
    actions.remove_plan_item(proposal_id=proposal.pk, number=0, by=director, now=NOW)

    draft = queries.draft_of(proposal)
    assert (number, draft.plan_numbers, draft.next_plan_number) == (2, (1, 2), 3)
    assert draft.value("action_plan[2].action") == "Ny åtgärd."
    assert draft.value("action_plan[0].criterion") == {"area": "D", "criterion": "D6"}


def test_an_answered_doubt_is_counted_off_and_can_be_asked_again() -> None:
    director = make_director(make_region())
    proposal = bring_and_read(director)
    doubt = queries.doubts_of(proposal)[0]
    count = proposal.open_doubt_count

    actions.answer_doubt(
        proposal_id=proposal.pk, doubt_key=doubt.key, answer=doubt.answers[0], by=director, now=NOW
    )
    proposal.refresh_from_db()
    after_answer = proposal.open_doubt_count
    actions.answer_doubt(proposal_id=proposal.pk, doubt_key=doubt.key, answer="", by=director, now=NOW)
    proposal.refresh_from_db()

    assert (after_answer, proposal.open_doubt_count) == (count - 1, count)


@pytest.mark.parametrize(("key", "answer"), [("no|such|1", "keep"), (None, "shout")])
def test_only_a_doubt_there_is_gets_an_answer_it_has(key: str | None, answer: str) -> None:
    director = make_director(make_region())
    proposal = bring_and_read(director)
    doubt_key = key or queries.doubts_of(proposal)[0].key

    with pytest.raises(actions.ImportRefused):
        actions.answer_doubt(
            proposal_id=proposal.pk, doubt_key=doubt_key, answer=answer, by=director, now=NOW
        )


def test_a_value_bare_of_what_says_nothing() -> None:
    assert bare([{"text": " ett ", "from": ["strengths[0]"]}]) == [{"text": "ett"}]
    assert bare({"from": "2025-05-12", "to": None, "text": ""}) == {
        "from": "2025-05-12",
        "to": None,
        "text": "",
    }

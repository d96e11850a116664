"""A confirmed import can be taken back, begun again, and read by a newer reader."""

import pytest

from kollegium.extraction import SandboxPool
from kollegium.report_import import actions, queries
from kollegium.report_import.differences import differences
from kollegium.report_import.models import ImportProposal, ProposalReading, ProposalState
from kollegium.reviews.models import CaseState, Publication, Review
from tests.people import make_region
from tests.report_import.reports import NOW, READER, bring, bring_and_read, make_director, read
from tests.report_import.test_confirming import confirm, ready
from tests.report_import.test_correcting import change

pytestmark = pytest.mark.django_db


def add_newer_reading(proposal: ImportProposal, **changes: object) -> ProposalReading:
    """Keep a reading as a later reader would have made it."""
    first = queries.first_reading(proposal)
    return ProposalReading.objects.create(
        proposal=proposal,
        reader_version="99",
        reading={**first.reading, **changes},
        places=first.places,
        read_at=NOW.replace(year=2027),
    )


def test_an_import_taken_back_leaves_the_lists_and_keeps_the_reason() -> None:
    director = make_director(make_region())
    proposal = ready(director)
    review = confirm(proposal, director)

    actions.take_back_import(proposal_id=proposal.pk, reason=" Fel enhet. ", by=director)

    proposal.refresh_from_db()
    review.refresh_from_db()
    assert (proposal.state, proposal.taken_back_reason) == (ProposalState.TAKEN_BACK, "Fel enhet.")
    assert (review.state, review.taken_back_reason) == (CaseState.TAKEN_BACK, "Fel enhet.")
    assert not Review.objects.standing().exists()


def test_taking_back_needs_a_reason() -> None:
    director = make_director(make_region())
    proposal = ready(director)
    confirm(proposal, director)

    with pytest.raises(actions.ImportRefused) as refused:
        actions.take_back_import(proposal_id=proposal.pk, reason="  ", by=director)

    assert (refused.value.code, Review.objects.standing().count()) == ("reason-missing", 1)


def test_a_published_review_is_not_taken_back_until_it_is_withdrawn() -> None:
    director = make_director(make_region())
    proposal = ready(director)
    review = confirm(proposal, director)
    publication = Publication.objects.create(review=review, published_at=NOW, content={})

    with pytest.raises(actions.ImportRefused) as refused:
        actions.take_back_import(proposal_id=proposal.pk, reason="Fel enhet.", by=director)
    Publication.objects.filter(pk=publication.pk).update(withdrawn_at=NOW, withdrawal_reason="Fel enhet.")
    actions.take_back_import(proposal_id=proposal.pk, reason="Fel enhet.", by=director)

    assert refused.value.code == "published"
    assert Review.objects.standing().count() == 0


def test_a_file_is_begun_again_with_all_that_was_decided() -> None:
    director = make_director(make_region())
    proposal = ready(director)
    change(proposal, "areas.A.narrative", "Mina ord.", director)
    confirm(proposal, director)
    actions.take_back_import(proposal_id=proposal.pk, reason="Fel enhet.", by=director)

    new = actions.reopen_proposal(proposal_id=proposal.pk, by=director, now=NOW)
    twice = actions.reopen_proposal(proposal_id=proposal.pk, by=director, now=NOW)

    proposal.refresh_from_db()
    assert (new.pk, new.state, new.review_id) == (twice.pk, ProposalState.PROPOSED, None)
    assert queries.draft_of(new).value("areas.A.narrative") == "Mina ord."
    assert (proposal.state, proposal.review_id is not None) == (ProposalState.TAKEN_BACK, True)
    confirm(new, director)
    assert (Review.objects.count(), Review.objects.standing().count()) == (2, 1)


def test_a_file_given_up_may_come_again() -> None:
    director = make_director(make_region())
    proposal = bring_and_read(director)
    actions.discard_proposal(proposal_id=proposal.pk, by=director)

    again = bring(director)

    assert again.state == ProposalState.WAITING


def test_todays_reader_is_not_asked_twice() -> None:
    director = make_director(make_region())
    proposal = bring_and_read(director)

    with pytest.raises(actions.ImportRefused) as refused:
        actions.request_new_reading(proposal_id=proposal.pk, by=director)

    assert refused.value.code == "nothing-newer"


def test_a_file_read_by_an_older_reader_is_read_again_beside_it() -> None:
    director = make_director(make_region())
    proposal = bring_and_read(director)
    ProposalReading.objects.update(reader_version="0")
    before = queries.draft_of(proposal).value("areas.A.narrative")

    actions.request_new_reading(proposal_id=proposal.pk, by=director)
    with SandboxPool(1) as sandboxes:
        actions.read_again(
            proposal_id=proposal.pk, sandboxes=sandboxes, by=READER, now=NOW.replace(year=2027)
        )

    assert set(ProposalReading.objects.values_list("reader_version", flat=True)) > {"0"}
    assert queries.draft_of(proposal).value("areas.A.narrative") == before


def test_a_newer_reading_is_shown_field_by_field_and_changes_nothing() -> None:
    director = make_director(make_region())
    proposal = bring_and_read(director)
    change(proposal, "strengths", [{"text": "Mina ord.", "from": ["strengths[0]"]}], director)
    newer = add_newer_reading(proposal, strengths=["Nya ord."], report_date="2025-06-01")

    found = {
        item.path: (item.new, item.now, item.decided)
        for item in differences(queries.draft_of(proposal), newer.reading)
    }

    assert found == {
        "report_date": ({"text": "", "date": "2025-06-01"}, {"text": "", "date": None}, False),
        "strengths": (
            [{"text": "Nya ord.", "from": ["strengths[0]"]}],
            [{"text": "Mina ord.", "from": ["strengths[0]"]}],
            True,
        ),
    }


def test_a_plan_item_the_newer_reader_found_is_added_and_one_it_lost_is_left_out() -> None:
    director = make_director(make_region())
    proposal = bring_and_read(director)
    plan = queries.first_reading(proposal).reading["action_plan"]
    added = {**plan[0], "area": "H", "criterion": "H2", "action": "Leda möten."}
    add_newer_reading(proposal, action_plan=[plan[1], added])

    actions.take_over_fields(
        proposal_id=proposal.pk, paths=["action_plan+1", "action_plan-0"], by=director, now=NOW
    )

    draft = queries.draft_of(proposal)
    assert [
        draft.value(f"action_plan[{number}].criterion")["criterion"] for number in draft.plan_numbers
    ] == ["G3", "H2"]


def test_taking_over_before_confirming_is_a_decision() -> None:
    director = make_director(make_region())
    proposal = bring_and_read(director)
    add_newer_reading(proposal, strengths=["Nya ord."], weaknesses=["Andra ord."])

    actions.take_over_fields(proposal_id=proposal.pk, paths=["strengths"], by=director, now=NOW)

    draft = queries.draft_of(proposal)
    assert [point["text"] for point in draft.value("strengths")] == ["Nya ord."]
    assert [point["text"] for point in draft.value("weaknesses")] == ["Utbildningsprogram saknas."]


def test_taking_over_after_confirming_writes_the_review_anew() -> None:
    director = make_director(make_region())
    proposal = ready(director)
    old = confirm(proposal, director)
    add_newer_reading(proposal, report_date="2025-06-01")

    actions.take_over_fields(proposal_id=proposal.pk, paths=["report_date"], by=director, now=NOW)

    proposal.refresh_from_db()
    old.refresh_from_db()
    assert (old.state, proposal.state) == (CaseState.TAKEN_BACK, ProposalState.CONFIRMED)
    assert proposal.review_id != old.pk
    assert str(proposal.review.report_date) == "2025-06-01"
    assert Review.objects.standing().count() == 1


def test_a_review_worked_on_since_is_not_written_anew() -> None:
    director = make_director(make_region())
    proposal = ready(director)
    review = confirm(proposal, director)
    Review.objects.filter(pk=review.pk).update(version=2)
    add_newer_reading(proposal, report_date="2025-06-01")

    with pytest.raises(actions.ImportRefused) as refused:
        actions.take_over_fields(proposal_id=proposal.pk, paths=["report_date"], by=director, now=NOW)

    assert (refused.value.code, Review.objects.count()) == ("review-changed", 1)


def test_nothing_chosen_takes_nothing_over() -> None:
    director = make_director(make_region())
    proposal = bring_and_read(director)
    add_newer_reading(proposal, strengths=["Nya ord."])

    with pytest.raises(actions.ImportRefused) as refused:
        actions.take_over_fields(proposal_id=proposal.pk, paths=["weaknesses"], by=director, now=NOW)

    assert refused.value.code == "nothing-chosen"


def test_a_waiting_file_can_not_be_given_up_under_the_readers_hands() -> None:
    director = make_director(make_region())
    proposal = bring(director)

    with pytest.raises(actions.ImportRefused) as refused:
        actions.discard_proposal(proposal_id=proposal.pk, by=director)

    assert (refused.value.code, read(proposal).state) == ("not-open", ProposalState.PROPOSED)

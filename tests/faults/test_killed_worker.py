"""A worker killed outright in the middle of each kind of job: nothing half done, nothing done twice."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from kollegium import jobs
from kollegium.report_import import actions
from kollegium.report_import.models import ImportProposal, ProposalReading, ProposalState
from kollegium.reviews.models import Review
from kollegium.trail.checking import chain_findings
from kollegium.trail.models import Seal
from tests.faults.servers import other_connection, wait_for_a_waiting_connection, worker_process
from tests.people import make_region, make_unit
from tests.report_import.reports import bring, bring_and_read, make_director
from tests.reviews.builders import make_review
from tests.worker import work

pytestmark = [pytest.mark.faults, pytest.mark.usefixtures("queue")]


@contextmanager
def killed_while_it_waits_for(lock: str, data: Path) -> Iterator[None]:
    """Let a real worker come to a lock that somebody else holds, kill it there, and let the lock go.

    By then it has done everything up to that write, and its transaction is open.
    """
    with other_connection() as console, other_connection() as watcher:
        console.execute(lock)
        with worker_process(data) as worker:
            stuck = wait_for_a_waiting_connection(watcher)
            worker.send_signal(signal.SIGKILL)
            worker.wait()
        watcher.execute("SELECT pg_terminate_backend(%s)", [stuck])  # as its host does with a dead peer
        watcher.commit()
        console.rollback()
    yield


def picked_up() -> None:
    """Let time pass until the dead worker counts as dead, and let another one do what it left."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour'")
    jobs.enqueue("jobs.pick_up_stalled", timestamp=0)
    work()
    work()


def state_of(name: str) -> list[tuple[str, int]]:
    """Give status and attempts of every job of that name."""
    found = ProcrastinateJob.objects.filter(task_name=name).order_by("id")
    return list(found.values_list("status", "attempts"))


def test_killed_while_reading_a_report(tmp_path: Path) -> None:
    proposal = bring(make_director(make_region()))

    with killed_while_it_waits_for(
        "LOCK TABLE report_import_importproposal IN SHARE ROW EXCLUSIVE MODE", tmp_path
    ):
        proposal.refresh_from_db()
        assert (proposal.state, proposal.lines) == (ProposalState.WAITING, ImportProposal().lines)
        assert ProposalReading.objects.count() == 0

    picked_up()
    proposal.refresh_from_db()
    assert (proposal.state, ProposalReading.objects.count()) == (ProposalState.PROPOSED, 1)
    assert [status for status, _ in state_of("report_import.read_file")] == ["succeeded"]


def test_killed_while_reading_again(tmp_path: Path) -> None:
    director = make_director(make_region())
    proposal = bring_and_read(director)
    ProposalReading.objects.update(reader_version="0")
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs CASCADE")
    actions.request_new_reading(proposal_id=proposal.pk, by=director)

    with killed_while_it_waits_for(
        "LOCK TABLE report_import_proposalreading IN SHARE ROW EXCLUSIVE MODE", tmp_path
    ):
        assert ProposalReading.objects.count() == 1

    picked_up()
    assert ProposalReading.objects.filter(proposal=proposal).count() == 2
    assert [status for status, _ in state_of("report_import.read_again")] == ["succeeded"]


def test_killed_while_renaming_what_search_knows(tmp_path: Path) -> None:
    unit = make_unit("Ekens hälsocentral")
    review = make_review(unit)
    type(unit).objects.filter(pk=unit.pk).update(name="Bokens hälsocentral")
    jobs.enqueue("reviews.refresh_search", unit_id=unit.pk)

    with killed_while_it_waits_for("LOCK TABLE reviews_review IN SHARE ROW EXCLUSIVE MODE", tmp_path):
        assert "Ekens" in Review.objects.get(pk=review.pk).search_text

    picked_up()
    assert "Bokens" in Review.objects.get(pk=review.pk).search_text
    assert [status for status, _ in state_of("reviews.refresh_search")] == ["succeeded"]


def test_killed_while_sealing_the_log(tmp_path: Path) -> None:
    make_unit()
    jobs.enqueue("trail.seal", timestamp=0)

    with killed_while_it_waits_for("LOCK TABLE trail_seal IN SHARE ROW EXCLUSIVE MODE", tmp_path):
        assert Seal.objects.count() == 0

    picked_up()
    assert Seal.objects.count() == 1
    assert [finding.text for finding in chain_findings() if not finding.is_good] == []

"""The real worker reads what was received, and what a dead one left."""

from uuid import uuid4

from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from kollegium.report_import.models import ImportProposal, ProposalReading, ProposalState
from tests.people import make_region
from tests.report_import.reports import bring, make_director, report_text
from tests.worker import work


def test_the_worker_reads_every_file_that_came_in(queue: None) -> None:
    director, key = make_director(make_region()), uuid4()
    for number in range(3):
        bring(director, report_text(f"Enhet {number}").encode(), f"{number}.txt", key)

    work()

    assert set(ImportProposal.objects.values_list("state", flat=True)) == {ProposalState.PROPOSED}
    assert ProposalReading.objects.count() == 3


def test_a_file_that_was_not_kept_leaves_no_work(queue: None) -> None:
    director = make_director(make_region())

    with transaction.atomic():
        bring(director)
        transaction.set_rollback(True)

    assert (ImportProposal.objects.count(), ProcrastinateJob.objects.count()) == (0, 0)


def test_work_done_twice_after_a_kill_writes_once(queue: None) -> None:
    """The worker died after writing and before noting the job as done: the job comes again."""
    proposal = bring(make_director(make_region()))
    work()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'todo' WHERE task_name LIKE 'report_import.%'")
        assert cursor.rowcount == 1

    work()

    proposal.refresh_from_db()
    assert (proposal.state, ProposalReading.objects.count()) == (ProposalState.PROPOSED, 1)

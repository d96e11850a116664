"""Work for later: in the caller's transaction, tried again, picked up when its worker died."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from kollegium import jobs
from kollegium.jobs.tasks import MOST_PICK_UPS
from tests.worker import work

done: list[dict[str, Any]] = []


@jobs.task("jobs.test_note")
def note(**ids: Any) -> None:
    """Note what was asked for, in place of real work."""
    done.append(ids)


@jobs.task("jobs.test_fail", attempts=3)
def fail(number: int) -> None:
    """Fail, as work does when mail or disk are away."""
    raise ConnectionError(number)


@pytest.fixture(autouse=True)
def _nothing_done() -> None:
    done.clear()


@pytest.mark.django_db
def test_queued_work_is_part_of_the_transaction() -> None:
    with transaction.atomic():
        jobs.enqueue("jobs.test_note", review_id=1)
        assert ProcrastinateJob.objects.exists()
        transaction.set_rollback(True)

    assert not ProcrastinateJob.objects.exists()


@pytest.mark.django_db
def test_queued_work_carries_name_ids_and_time() -> None:
    later = datetime(2031, 5, 1, 6, 0, tzinfo=UTC)

    jobs.enqueue("jobs.test_note", not_before=later, review_id=1, kinds=["a", "b"])

    job = ProcrastinateJob.objects.get()
    assert (job.task_name, job.args, job.scheduled_at) == (
        "jobs.test_note",
        {"review_id": 1, "kinds": ["a", "b"]},
        later,
    )


@pytest.mark.django_db
def test_unknown_name_is_refused_and_nothing_queued() -> None:
    with pytest.raises(jobs.UnknownJob, match=r"reviews\.send_nothing"):
        jobs.enqueue("reviews.send_nothing", review_id=1)

    assert not ProcrastinateJob.objects.exists()


@pytest.mark.django_db
def test_same_key_waits_only_once_and_the_transaction_goes_on() -> None:
    with transaction.atomic():
        jobs.enqueue("jobs.test_note", only_once="digest-1", person_id=1)
        jobs.enqueue("jobs.test_note", only_once="digest-1", person_id=1)
        jobs.enqueue("jobs.test_note", only_once="digest-2", person_id=2)

    assert sorted(job.args["person_id"] for job in ProcrastinateJob.objects.all()) == [1, 2]


@pytest.mark.usefixtures("queue")
def test_worker_does_what_waits() -> None:
    jobs.enqueue("jobs.test_note", review_id=7)

    work()

    assert done == [{"review_id": 7}]
    assert ProcrastinateJob.objects.get(task_name="jobs.test_note").status == "succeeded"


@pytest.mark.usefixtures("queue")
def test_failing_work_is_tried_again_later_and_then_given_up() -> None:
    jobs.enqueue("jobs.test_fail", number=1)
    states = []
    for _ in range(4):
        work()
        job = ProcrastinateJob.objects.get(task_name="jobs.test_fail")
        states.append((job.status, job.attempts))
        with connection.cursor() as cursor:  # time passes
            cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = now() WHERE status = 'todo'")

    assert states == [("todo", 1), ("todo", 2), ("failed", 3), ("failed", 3)]


@pytest.mark.parametrize(
    ("attempts", "is_done"),
    [(0, True), (MOST_PICK_UPS - 1, True), (MOST_PICK_UPS, False)],
    ids=["first", "last-chance", "given-up"],
)
@pytest.mark.usefixtures("queue")
def test_work_of_a_dead_worker_is_picked_up_or_given_up(attempts: int, is_done: bool) -> None:
    jobs.enqueue("jobs.test_note", not_before=datetime.now(UTC) + timedelta(days=1), review_id=7)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing', attempts = %s", [attempts])
    jobs.enqueue("jobs.pick_up_stalled", timestamp=0)

    work()
    work()

    assert ProcrastinateJob.objects.get(task_name="jobs.test_note").status == (
        "succeeded" if is_done else "failed"
    )
    assert done == ([{"review_id": 7}] if is_done else [])


@pytest.mark.usefixtures("queue")
def test_worker_seen_ago_follows_the_last_report() -> None:
    assert jobs.worker_seen_ago() is None
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '2 minutes')"
        )

    ago = jobs.worker_seen_ago()

    assert ago is not None
    assert timedelta(minutes=2) <= ago < timedelta(minutes=3)

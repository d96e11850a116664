"""The sealed chain: what is sealed, and that a single altered, added, removed or truncated row is named."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from django.db import ProgrammingError, connection, connections
from django.test import override_settings

from kollegium.config import embedded
from kollegium.organisations.models import Region
from kollegium.trail import seal_log
from kollegium.trail.actions import erase_events, seal_events
from kollegium.trail.checking import chain_findings
from kollegium.trail.models import Seal, SealedEvent
from kollegium.trail.sealing import alone_with_the_chain
from tests import people

pytestmark = pytest.mark.django_db


def faults() -> list[str]:
    """Give everything the check finds wrong."""
    return [finding.text for finding in chain_findings() if not finding.is_good]


def good() -> list[str]:
    """Give what the check says of a chain in order."""
    assert faults() == []
    return [finding.text.replace(str(seal_log.log_file()), "LOG") for finding in chain_findings()]


def sql(statement: str, *parameters: object) -> int:
    """Run raw SQL as the owner, past every page and trigger of ours, and give the number of rows."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.rowcount


def region_events() -> list[int]:
    """Give the ids of the logged changes of regions, oldest first."""
    events = Region._meta.get_field("events").related_model
    return list(events.objects.order_by("pgh_id").values_list("pgh_id", flat=True))


def make_chain() -> list[int]:
    """Make three seals over one, two and one changes of regions, and give the ids of the changes."""
    region = people.make_region()
    seal_events()
    Region.objects.filter(pk=region.pk).update(name="Region Söderdal")
    people.make_region("Region Västdal", "98")
    seal_events()
    sql("UPDATE organisations_region SET name = 'Region Österdal' WHERE code = '98'")
    seal_events()
    return region_events()


def test_everything_logged_is_sealed_once_also_under_bulk_updates_and_raw_sql() -> None:
    events = make_chain()

    assert list(SealedEvent.objects.order_by("position").values_list("position", "event_id", "seal_id")) == [
        (1, events[0], 1),
        (2, events[1], 2),
        (3, events[2], 2),
        (4, events[3], 3),
    ]
    assert seal_events() == 0
    assert good() == [
        "3 seals follow one another and bear our key",
        "4 rows are under the seals",
        "the seal log agrees with the seals, up to seal 3",
        "0 rows wait for their seal",
    ]


def test_without_any_seal_there_is_nothing_to_find_and_rows_wait() -> None:
    people.make_region()

    [said] = good()[2:]

    assert re.fullmatch(r"1 rows wait for their seal, the oldest since \d{4}-\d\d-\d\d \d\d:\d\d UTC", said)


def alter(events: list[int]) -> None:
    """Change one logged row."""
    sql("UPDATE organisations_regionevent SET name = 'Annan' WHERE pgh_id = %s", events[1])


def alter_actor(events: list[int]) -> None:
    """Lay one logged change to somebody else."""
    sql(
        'UPDATE organisations_regionevent SET pgh_context = \'{"actor": "person:1"}\' WHERE pgh_id = %s',
        events[0],
    )


def remove(events: list[int]) -> None:
    """Take one logged row away."""
    sql("DELETE FROM organisations_regionevent WHERE pgh_id = %s", events[2])


def remove_with_digest(events: list[int]) -> None:
    """Take one logged row away together with its digest."""
    remove(events)
    sql("DELETE FROM trail_sealedevent WHERE event_id = %s", events[2])


def remove_salt_as_if_erased(events: list[int]) -> None:
    """Take one logged row away as an erasure would, which needs the key."""
    remove(events)
    sql(
        "INSERT INTO trail_erasure (number, erased_at, event_count, root, mac)"
        " VALUES (1, now(), 1, sha256(int8send(3)), sha256('guess'))"
    )
    sql("UPDATE trail_sealedevent SET salt = NULL, erasure_id = 1 WHERE event_id = %s", events[2])


def add(events: list[int]) -> None:
    """Slip in a row that pretends to be old."""
    sql(
        "INSERT INTO organisations_regionevent (pgh_id, pgh_created_at, pgh_label, pgh_obj_id, id, code, name, sort_key, version)"
        " SELECT 900, now() - interval '1 hour', pgh_label, pgh_obj_id, id, code, 'Ny', sort_key, version"
        " FROM organisations_regionevent WHERE pgh_id = %s",
        events[0],
    )


def truncate_rows(events: list[int]) -> None:
    """Empty the whole log, its digests too, and leave the seals."""
    sql("DELETE FROM organisations_regionevent")
    sql("DELETE FROM trail_sealedevent")


def cut_off(events: list[int]) -> None:
    """Take the newest row away with its digest and its seal: what stays is a whole, shorter chain."""
    sql("DELETE FROM organisations_regionevent WHERE pgh_id = %s", events[3])
    sql("DELETE FROM trail_sealedevent WHERE seal_id = 3")
    sql("DELETE FROM trail_seal WHERE number = 3")


def cut_off_and_go_on(events: list[int]) -> None:
    """Cut the chain short and let the program seal on."""
    cut_off(events)
    people.make_region("Region Ny", "99")
    seal_events()


def reorder(events: list[int]) -> None:
    """Let two digests change places."""
    sql("UPDATE trail_sealedevent SET position = 100 WHERE position = 2")
    sql("UPDATE trail_sealedevent SET position = 2 WHERE position = 3")
    sql("UPDATE trail_sealedevent SET position = 3 WHERE position = 100")


def alter_with_digest(events: list[int]) -> None:
    """Change one logged row and work out its digest anew, which needs no key."""
    alter(events)
    sql(
        "UPDATE trail_sealedevent SET digest = sha256(salt || convert_to('organisations_regionevent ' ||"
        " (SELECT to_jsonb(e)::text FROM organisations_regionevent e WHERE pgh_id = event_id), 'UTF8'))"
        " WHERE event_id = %s",
        events[1],
    )


def alter_seal(events: list[int]) -> None:
    """Change what a seal says of itself."""
    sql("UPDATE trail_seal SET sealed_at = sealed_at - interval '1 day' WHERE number = 2")


def remove_seal(events: list[int]) -> None:
    """Take a seal out of the middle."""
    sql("DELETE FROM trail_seal WHERE number = 2")


def remove_log(events: list[int]) -> None:
    """Take the seal log away."""
    seal_log.log_file().unlink()


def remove_log_line(events: list[int]) -> None:
    """Take one line out of the middle of the seal log."""
    lines = seal_log.log_file().read_text().splitlines(keepends=True)
    seal_log.log_file().write_text(lines[0] + lines[2])


def scribble_in_log(events: list[int]) -> None:
    """Spoil one line of the seal log."""
    lines = seal_log.log_file().read_text().splitlines(keepends=True)
    seal_log.log_file().write_text(lines[0] + "{\n" + lines[2])


@pytest.mark.parametrize(
    ("tamper", "said"),
    [
        (alter, ["organisations_regionevent {1} was altered (seal 2)"]),
        (alter_actor, ["organisations_regionevent {0} was altered (seal 1)"]),
        (remove, ["organisations_regionevent {2} was removed (seal 2)"]),
        (remove_with_digest, ["the digest at place 3 (seal 2) was removed"]),
        (
            remove_salt_as_if_erased,
            [
                "erasure 1 was altered, or made with another key",
                "organisations_regionevent {2} was removed (seal 2)",
            ],
        ),
        (add, ["organisations_regionevent 900 was added behind the seals' back"]),
        (
            truncate_rows,
            [
                "the digest at place 1 (seal 1) was removed",
                "the digest at place 2 (seal 2) was removed",
                "the digest at place 3 (seal 2) was removed",
                "the digest at place 4 (seal 3) was removed",
            ],
        ),
        (
            cut_off,
            ["the log of changes was cut off: the seal log holds seal 3, the database ends with seal 2"],
        ),
        (cut_off_and_go_on, ["seal 3 is another in the seal log"]),
        (
            reorder,
            [
                "the digests under seal 2 were altered or reordered; it covers"
                " organisations_regionevent {2}, organisations_regionevent {1}"
            ],
        ),
        (
            alter_with_digest,
            [
                "the digests under seal 2 were altered or reordered; it covers"
                " organisations_regionevent {1}, organisations_regionevent {2}"
            ],
        ),
        (alter_seal, ["seal 2 was altered, or made with another key"]),
        (
            remove_seal,
            [
                "seal 2 is missing",
                "the digest at place 2 (seal 3) was removed",
                "the digest of organisations_regionevent {3} at place 4 was put under seal 3",
                "2 digests stand under seal 2, which is missing",
            ],
        ),
        (remove_log, ["the seal log LOG cannot be read (No such file or directory)"]),
        (remove_log_line, ["the seal log lacks seal 2"]),
        (scribble_in_log, ["the seal log: line 2 of LOG cannot be read"]),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_tampering_is_named(tamper: Callable[[list[int]], None], said: list[str]) -> None:
    events = make_chain()

    tamper(events)

    found = [text.replace(str(seal_log.log_file()), "LOG") for text in faults()]
    assert found == [text.format(*events) for text in said]


def test_a_row_slipped_in_stays_named_after_the_next_seal_until_an_operator_takes_it() -> None:
    events = make_chain()
    add(events)

    people.make_region("Region Ny", "99")
    seal_events()
    named = faults()
    taken = seal_events(takes_late_rows=True)

    assert named == ["organisations_regionevent 900 was added behind the seals' back"]
    assert taken == 1
    assert good()[0] == "5 seals follow one another and bear our key; 1 ordered by an operator over late rows"


def test_a_chain_made_anew_with_another_key_is_not_ours() -> None:
    make_chain()
    sql("DELETE FROM trail_sealedevent")
    sql("DELETE FROM trail_seal")
    seal_log.log_file().unlink()

    with override_settings(SEAL_KEY="x" * 60):
        seal_events()

    assert faults() == ["seal 1 was altered, or made with another key"]


def test_a_column_that_came_later_leaves_older_seals_good_and_is_under_the_next() -> None:
    events = make_chain()
    sql("ALTER TABLE organisations_regionevent ADD COLUMN motto text NOT NULL DEFAULT ''")
    sql(
        "INSERT INTO organisations_regionevent (pgh_id, pgh_created_at, pgh_label, pgh_obj_id, id, code, name, sort_key, version, motto)"
        " SELECT 901, now(), pgh_label, pgh_obj_id, id, code, name, sort_key, version, 'Framåt'"
        " FROM organisations_regionevent WHERE pgh_id = %s",
        events[0],
    )
    seal_events()
    before = faults()

    sql("UPDATE organisations_regionevent SET motto = 'Bakåt'")

    assert before == []
    assert faults() == ["organisations_regionevent 901 was altered (seal 4)"]


def test_a_sealed_column_that_is_gone_is_named() -> None:
    make_chain()

    sql("ALTER TABLE organisations_regionevent DROP COLUMN name")

    assert faults() == ["organisations_regionevent has lost a sealed column: name"]


def test_lines_a_dead_process_left_out_wait_and_are_written_with_the_next_seal() -> None:
    make_chain()
    lines = seal_log.log_file().read_text().splitlines(keepends=True)
    seal_log.log_file().write_text(lines[0])

    waiting = good()[2]
    seal_events()

    assert waiting == "the seal log agrees with the seals, up to seal 1; 2 wait to be written there"
    assert [json.loads(line)["number"] for line in seal_log.log_file().read_text().splitlines()] == [1, 2, 3]


def test_seal_log_is_readable_by_its_owner_only_and_holds_no_contents() -> None:
    make_chain()

    lines = [json.loads(line) for line in seal_log.log_file().read_text().splitlines()]

    assert seal_log.log_file().stat().st_mode & 0o777 == 0o600
    assert [(line["number"], line["event_count"]) for line in lines] == [(1, 1), (2, 2), (3, 1)]
    assert [line["mac"] for line in lines] == [
        bytes(seal.mac).hex() for seal in Seal.objects.order_by("number")
    ]
    assert set(lines[0]) == {"number", "sealed_at", "event_count", "mac"}


def test_behind_an_old_seal_nothing_more_is_sealed_and_before_it_everything() -> None:
    events = make_chain()
    sql("UPDATE trail_seal SET sealed_at = sealed_at - interval '1 hour' WHERE number < 3")
    people.make_region("Region Ny", "99")
    copy = (
        "INSERT INTO organisations_regionevent"
        " (pgh_id, pgh_created_at, pgh_label, pgh_obj_id, id, code, name, sort_key, version)"
        " SELECT -1, now(), pgh_label, pgh_obj_id, id, code, 'Ny', sort_key, version"
        " FROM organisations_regionevent WHERE pgh_id = %s"
    )
    sql(copy, events[0])

    sealed = seal_events()

    assert sealed == 1
    assert SealedEvent.objects.get(seal=4).event_id == region_events()[-1]
    assert any(finding.text.startswith("1 rows wait for their seal") for finding in chain_findings())


def test_digests_do_not_depend_on_the_sessions_time_zone() -> None:
    make_chain()

    sql("SET TIME ZONE 'Asia/Tokyo'")

    assert faults() == []


def test_many_rows_at_once_are_named_ten_of_a_kind_with_their_number() -> None:
    people.make_region()
    for number in range(14):
        sql("UPDATE organisations_region SET name = %s", f"Region {number}")
    seal_events()

    sql("UPDATE organisations_regionevent SET name = 'Alla'")

    named = faults()
    assert len(named) == 11
    assert named[-1] == "15 rows of organisations_regionevent in all were altered or removed"


@pytest.fixture
def as_application(transactional_db: None) -> Iterator[None]:
    """Let the program be connected as the role that serves pages."""
    if settings.DATABASE_URL:
        pytest.skip("only the embedded server has the second role ready")
    usual = connections["default"]
    other = usual.copy()
    role = embedded.APPLICATION
    password = embedded.configure(settings.DATA, durable=False).password(role)
    other.settings_dict = {**usual.settings_dict, "USER": role, "PASSWORD": password}
    connections["default"] = other
    yield
    other.close()
    connections["default"] = usual


@pytest.mark.usefixtures("as_application")
def test_the_role_that_serves_pages_seals_and_checks_and_cannot_erase() -> None:
    region = people.make_region()

    sealed = seal_events()
    with pytest.raises(ProgrammingError, match="permission denied"), alone_with_the_chain():
        erase_events([(Region, [region.pk])])

    assert sealed == 1
    assert faults() == []
    assert len(region_events()) == 1


@pytest.mark.django_db(transaction=True)
def test_two_sealers_at_once_make_one_chain() -> None:
    for number in range(40):
        people.make_region(f"Region {number}", str(10 + number))

    def seal(_: int) -> int:
        try:
            return seal_events()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        sealed = list(pool.map(seal, range(8)))

    assert sum(sealed) == 40
    assert good()[1] == "40 rows are under the seals"


@pytest.mark.django_db(transaction=True)
def test_a_row_committed_after_later_ones_were_sealed_is_sealed_next() -> None:
    if settings.DATABASE_URL:
        pytest.skip("only the embedded server is known to accept a second connection")
    other = connection.copy()
    try:
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute(
                "INSERT INTO organisations_region (code, name, sort_key, version) VALUES ('96', 'Sen', 'sen', 1)"
            )
        people.make_region()
        first = seal_events()
        other.commit()
    finally:
        other.close()

    assert (first, seal_events()) == (1, 1)
    assert region_events() == list(
        SealedEvent.objects.order_by("event_id").values_list("event_id", flat=True)
    )
    assert faults() == []

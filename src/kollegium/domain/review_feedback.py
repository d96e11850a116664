"""What a unit says of the review it had: the questions from a file, checked and summed up as questionnaires are."""

from functools import lru_cache
from pathlib import Path

from kollegium.domain.instruments import Instrument, Item, ItemKind, RespondentRole, Step
from kollegium.domain.reference_file import Table, file_of, read_keyed

FORMAT = "kollegium-feedback/1"
FOLDER = Path(__file__).parent / "reference" / "feedback"
CURRENT = "review-feedback-1"


class UnknownFeedbackForm(LookupError):
    """No file holds a form of feedback with this key."""


@lru_cache(maxsize=8)
def load(key: str) -> Instrument:
    """Give the form with this key; a file is read once and kept.

    **Raises** UnknownFeedbackForm when no file has the key, ReferenceFileError when the file is broken.
    """
    path = file_of(FOLDER, key)
    if path is None:
        raise UnknownFeedbackForm(key)
    table = read_keyed(path, FORMAT)
    found = Instrument(
        key=key,
        role=RespondentRole.HEAD_OF_UNIT,
        standard="",
        title_sv="Återkoppling på granskningen",
        title_en="Feedback on the review",
        answered_openly=True,
        source=table.text("source"),
        steps=tuple(_step(entry) for entry in table.tables("steps")),
        items=tuple(_item(entry) for entry in table.tables("items")),
    )
    table.finish()
    table.each_once("steps", (step.key for step in found.steps))
    table.each_once("items", (item.key for item in found.items))
    return found


def _step(entry: Table) -> Step:
    step = Step(entry.text("key"), entry.text("title_sv"), entry.text("title_en"), entry.count("value"))
    entry.finish()
    return step


def _item(entry: Table) -> Item:
    key, entry = entry.keyed("item")
    item = Item(key, entry.choice("kind", ItemKind), entry.text("text_sv"), entry.text("text_en"), ())
    entry.finish()
    return item

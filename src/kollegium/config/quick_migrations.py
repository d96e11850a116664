"""Bring the tables up to date in half the time: spare Django building models anew that nothing looks at."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db.migrations.state import ProjectState
from pgtrigger.migrations import AddTrigger


@contextmanager
def quick_migrations() -> Iterator[None]:
    """Let migrations of this program add constraints, indexes and triggers without building the models anew.

    Django builds a model and all that are related to it again after each such step, nine tenths of the time a
    first start's migrations take. The step itself reads the constraint, index or trigger, not the model, and
    the next change of a field builds the model with all of them. Other people's migrations are left alone.

    Side effects: garbage is not collected meanwhile; the many models refer to each other in circles.
    """
    own = {config.label for config in apps.get_app_configs() if config.name.startswith("kollegium.")}
    sparing = _Sparing(own)
    with (
        _replaced(ProjectState, "reload_model", sparing.reload_model()),
        _replaced(ProjectState, "_append_option", sparing.append_option()),
        _replaced(AddTrigger, "state_forwards", sparing.state_forwards()),
        _without_collecting_garbage(),
    ):
        yield


@contextmanager
def _without_collecting_garbage() -> Iterator[None]:
    """Look for no garbage meanwhile: for a short piece of work that makes very many objects at once."""
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_collecting:
            gc.enable()


@contextmanager
def _replaced(owner: type, name: str, step: Callable[..., None]) -> Iterator[None]:
    original = getattr(owner, name)
    setattr(owner, name, step)
    try:
        yield
    finally:
        setattr(owner, name, original)


class _Sparing:
    """Django's own steps, with the building left out while one of ours only adds to a model's options."""

    def __init__(self, own: set[str]) -> None:
        self._own = own
        self._is_on = False

    def reload_model(self) -> Callable[..., None]:
        original = ProjectState.reload_model

        def reload_model(state: ProjectState, *arguments: Any, **options: Any) -> None:
            if not self._is_on:
                original(state, *arguments, **options)

        return reload_model

    def append_option(self) -> Callable[..., None]:
        original = ProjectState._append_option  # type: ignore[attr-defined]

        def append_option(state: ProjectState, app_label: str, *arguments: Any) -> None:
            with self._spared(app_label):
                original(state, app_label, *arguments)

        return append_option

    def state_forwards(self) -> Callable[..., None]:
        original = AddTrigger.state_forwards

        def state_forwards(step: AddTrigger, app_label: str, state: ProjectState) -> None:
            with self._spared(app_label):
                original(step, app_label, state)

        return state_forwards

    @contextmanager
    def _spared(self, app_label: str) -> Iterator[None]:
        before, self._is_on = self._is_on, app_label in self._own
        try:
            yield
        finally:
            self._is_on = before

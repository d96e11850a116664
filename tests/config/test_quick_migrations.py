"""Migrations that build no models anew for what only adds to their options, and put Django back afterwards."""

import gc

import pytest
from django.db import models
from django.db.migrations.state import ModelState, ProjectState
from pgtrigger.migrations import AddTrigger

from kollegium.config.quick_migrations import quick_migrations


def state_of(app_label: str) -> ProjectState:
    """Give a state with one model whose class has been built."""
    state = ProjectState()
    options = {"constraints": [], "indexes": []}
    state.add_model(ModelState(app_label, "Thing", [("id", models.AutoField(primary_key=True))], options))
    assert state.apps.get_model(app_label, "thing") is not None
    return state


@pytest.mark.parametrize(("app_label", "is_built_anew"), [("reviews", False), ("mfa", True)])
def test_a_constraint_builds_other_peoples_models_anew_and_not_our_own(
    app_label: str, is_built_anew: bool
) -> None:
    constraint = models.CheckConstraint(condition=models.Q(id__gt=0), name="thing_counts")
    state = state_of(app_label)
    before = state.apps.get_model(app_label, "thing")

    with quick_migrations():
        state.add_constraint(app_label, "thing", constraint)

    assert (state.apps.get_model(app_label, "thing") is not before) is is_built_anew
    assert state.models[app_label, "thing"].options["constraints"] == [constraint]


def test_the_next_field_builds_the_model_with_what_was_added() -> None:
    constraint = models.CheckConstraint(condition=models.Q(id__gt=0), name="thing_counts")
    state = state_of("reviews")

    with quick_migrations():
        state.add_constraint("reviews", "thing", constraint)
        state.add_field("reviews", "thing", "size", models.IntegerField(default=0), preserve_default=True)

    built = state.apps.get_model("reviews", "thing")
    assert ([one.name for one in built._meta.constraints], built._meta.get_field("size").name) == (
        ["thing_counts"],
        "size",
    )


def test_everything_is_put_back_also_after_a_fault() -> None:
    before = (ProjectState.reload_model, ProjectState._append_option, AddTrigger.state_forwards)

    with pytest.raises(RuntimeError), quick_migrations():
        raise RuntimeError

    assert (ProjectState.reload_model, ProjectState._append_option, AddTrigger.state_forwards) == before
    assert gc.isenabled()

"""Every noun, and every field of it, has its right declared; the declaration speaks of nothing else."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import models

from concerted.register.models import User
from concerted.register.policy import POLICY, Entries, Owned, Within, right
from concerted.register.row_rules import Frame

MODELS = list(apps.get_app_config("register").get_models())


def test_every_noun_is_declared_and_nothing_else() -> None:
    assert {model.__name__ for model in MODELS} == set(POLICY)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: str(model.__name__))
def test_every_field_is_declared_once_and_nothing_else(model: type[models.Model]) -> None:
    declared = right(model)
    fields = {one.name for one in (*model._meta.local_concrete_fields, *model._meta.local_many_to_many)}
    named = [*declared.shown.split(), *declared.inner.split()]
    assert sorted(named) == sorted(fields)
    assert declared.unkept <= fields
    assert declared.in_force == ("in_force" in fields)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: str(model.__name__))
def test_a_record_that_is_owned_has_owner_and_release(model: type[models.Model]) -> None:
    fields = {one.name for one in model._meta.local_concrete_fields}
    if isinstance(right(model).rows, Owned):
        assert {"coalition", "owner", "release"} <= fields


@pytest.mark.parametrize("model", MODELS, ids=lambda model: str(model.__name__))
def test_who_did_it_is_for_members_wherever_a_row_may_reach_the_public(model: type[models.Model]) -> None:
    declared = right(model)
    kept = set(declared.members.split())
    assert kept <= set(declared.shown.split())
    people = {one.name for one in model._meta.local_concrete_fields if one.related_model is User}
    if isinstance(declared.rows, Owned | Within | Frame | Entries):
        assert people <= kept

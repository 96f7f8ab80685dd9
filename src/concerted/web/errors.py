"""Errors of actions as a form shows them: beside the field that they are about."""

from __future__ import annotations

from django import forms

from concerted.terms.errors import ConcertedError


def say(form: forms.Form, error: ConcertedError) -> None:
    """Put an error beside its field, or above the form where it is about none of the form's."""
    form.add_error(error.where if error.where in form.fields else None, f"{error.what}; {error.expected}")

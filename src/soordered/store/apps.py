"""The store as an application of Django's."""

from __future__ import annotations

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Names the store and its tables."""

    name = "soordered.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"

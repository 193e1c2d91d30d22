import os
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.conf import settings as configured
from django.core.cache import cache
from pytest_django import Settings

# Workers of one run share Redis but not each other's cache, which every test empties.
if not configured.EMBEDDED:
    address = urlsplit(configured.REDIS_URL)
    number = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    configured.CACHES["default"]["LOCATION"] = address._replace(path=f"/{10 + number % 6}").geturl()


@pytest.fixture(autouse=True)
def _fresh_cache() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Settings) -> None:
    """The real hash is slow on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

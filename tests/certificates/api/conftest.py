import pytest
from django.test import Client

from people.models import Organisation
from tests import factories


@pytest.fixture
def staff(union: Organisation) -> Client:
    """Signed in as an organiser who has shown the second factor."""
    return factories.signed_in(factories.organiser(union))

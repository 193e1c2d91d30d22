import pytest

from common.errors import Problem
from competition.actions.event import update_event
from competition.models import Event
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_ladder_that_cannot_be_read_never_reaches_the_event() -> None:
    organisation = factories.organisation()
    event = factories.event(organisation)
    actor = factories.actor_for(factories.organiser(organisation))
    update_event(actor=actor, event_id=event.id, tie_keys=["total", "kind:practice"])
    with pytest.raises(Problem) as caught:
        update_event(actor=actor, event_id=event.id, tie_keys=["total", "luck"])
    assert (caught.value.code, caught.value.data) == ("tie_key_unknown", {"keys": "total, luck"})
    assert Event.objects.get().tie_keys == ["total", "kind:practice"]

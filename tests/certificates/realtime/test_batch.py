import pytest

from certificates.models import Certificate
from certificates.realtime.batch import build_batch, may_subscribe
from common.errors import Problem
from common.realtime import State, topic_for
from people.actor import Actor
from people.models import Organisation
from tests import factories
from tests.certificates.conftest import Issue


def test_progress_is_in_the_meta_and_failures_are_rows(issue: Issue) -> None:
    batch = issue(count=3)
    Certificate.objects.filter(position=1).update(rendered_at=batch.created_at)
    Certificate.objects.filter(position=2).update(render_error="face_overflows")
    failed = Certificate.objects.get(position=2)
    state = build_batch(str(batch.id))
    assert state == State(
        meta={"state": "issuing", "total": 3, "rendered": 1, "failed": 1, "eta_seconds": 0},
        rows={
            str(failed.id): {
                "number": failed.number,
                "code": "face_overflows",
                "detail": "证书内容过长，一页排不下。请缩短正文、竞赛或赛项名称。",
            }
        },
    )


def test_building_is_cheap(issue: Issue, django_assert_num_queries: object) -> None:
    key = str(issue(count=3).id)
    with django_assert_num_queries(1):  # type: ignore[operator]
        build_batch(key)


def test_who_may_watch(issue: Issue, organiser: Actor, union: Organisation) -> None:
    key = str(issue().id)
    officer = factories.actor_for(factories.bureau_officer(union))
    stranger = factories.actor_for(factories.organiser(factories.organisation("示例乙市总工会")))
    assert [may_subscribe(actor, key) for actor in (organiser, officer, stranger, None)] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["nonsense", "01a20183-2b38-7345-b26d-b019e8538a6d"])
def test_what_is_not_there(key: str) -> None:
    with pytest.raises(Problem, match="not_found"):
        build_batch(key)


def test_the_topic_is_registered() -> None:
    topic, key = topic_for("batch.42")
    assert (topic.build, key) == (build_batch, "42")

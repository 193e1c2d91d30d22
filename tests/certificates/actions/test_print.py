from dataclasses import replace
from io import BytesIO

import pypdf
import pytest

from certificates.actions.print import hand_out_certificate, merge, print_batch
from certificates.faces.a4 import static_layer
from certificates.models import Certificate
from certificates.tasks.render import render_batch
from common.errors import Problem
from common.models import AuditEntry
from people.actor import Actor
from people.models import Organisation
from tests import factories
from tests.certificates.conftest import Issue
from tests.certificates.faces.test_a4 import AWARD, draw


def test_a_batch_prints_as_one_file_in_order(issue: Issue, organiser: Actor, union: Organisation) -> None:
    batch = issue(count=3)
    render_batch.call(str(batch.id))
    officer = factories.actor_for(factories.bureau_officer(union))
    pages = pypdf.PdfReader(BytesIO(print_batch(actor=officer, batch_id=batch.id))).pages
    names = [name for page in pages for name in ("示例一", "示例二", "示例三") if name in page.extract_text()]
    assert names == ["示例一", "示例二", "示例三"]
    assert AuditEntry.objects.get(action="certificate_batch.print").actor_id == officer.user_id


def test_the_border_is_in_the_file_once() -> None:
    files = [draw(replace(AWARD, number=f"SL202600000{n}")) for n in range(1, 5)]
    alone = sum(len(file) for file in files)
    assert len(merge(files)) < alone - 2.5 * len(static_layer())


def test_no_page_carries_another_holder() -> None:
    """A page taken out of the print file holds nothing of the other certificates."""
    merged = merge([draw(AWARD), draw(replace(AWARD, holder_name="王五五", body="王五五"))])
    first = pypdf.PdfReader(BytesIO(merged)).pages[0]
    assert "王五五" not in first.extract_text()


def test_printing_waits_until_all_are_rendered(issue: Issue, organiser: Actor) -> None:
    batch = issue(count=2)
    with pytest.raises(Problem) as caught:
        print_batch(actor=organiser, batch_id=batch.id)
    assert (caught.value.code, caught.value.data) == ("batch_not_ready", {"rendered": 0, "total": 2})
    with pytest.raises(Problem) as caught:
        hand_out_certificate(actor=organiser, certificate_id=Certificate.objects.first().id)  # type: ignore[union-attr]
    assert caught.value.code == "certificate_not_ready"


def test_strangers_print_nothing(issue: Issue) -> None:
    stranger = factories.actor_for(factories.organiser(factories.organisation("示例乙市总工会")))
    with pytest.raises(Problem) as caught:
        print_batch(actor=stranger, batch_id=issue().id)
    assert caught.value.code == "not_found"

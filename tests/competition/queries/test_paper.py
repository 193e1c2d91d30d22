"""What is on each paper, and what must not be."""

import io

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader

from common.errors import Problem
from competition.models import Aspect, Entry
from competition.queries import paper
from people.actor import SYSTEM
from tests import factories
from tests.competition.marking_event import Marking, marking_event
from tests.competition.published_event import confirm, marked, publish
from tests.competition.setup_event import an_event

pytestmark = pytest.mark.django_db
A4 = (595, 842)


def text_of(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {A4}
    return "\n".join(page.extract_text() for page in pages)


def squeezed(pdf: bytes) -> str:
    return "".join(text_of(pdf).split())


@pytest.fixture
def marking() -> Marking:
    return marking_event(judges=2)


@pytest.mark.parametrize("by", ["order", "station"])
def test_a_start_list_has_names_and_places_but_no_work_code(marking: Marking, by: paper.StartListBy) -> None:
    text = squeezed(paper.start_list(SYSTEM, marking.event.id, by))
    for entry in marking.entries:
        assert f"{entry.start_order}{entry.station}{entry.number}{entry.person.name}" in text
        assert entry.work_code not in text
        assert entry.person.identity_number not in text


def test_station_labels_tell_turns_but_not_who(marking: Marking) -> None:
    Entry.objects.update(station="1")
    text = squeezed(paper.station_labels(SYSTEM, marking.event.id))
    assert "1、2、3" in text
    hidden = [
        part for entry in marking.entries for part in (entry.number, entry.person.name, entry.work_code)
    ]
    assert [part for part in hidden if part in text] == []


def test_a_badge_carries_its_number_as_text_and_as_a_code_that_reads(marking: Marking) -> None:
    pdf = paper.badges(SYSTEM, marking.event.id)
    text = squeezed(pdf)
    numbers = [entry.number for entry in marking.entries]
    assert [number for number in numbers if number not in text] == []
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=3).to_pil()
    assert sorted(found.text for found in zxingcpp.read_barcodes(picture)) == numbers
    assert [entry.work_code for entry in marking.entries if entry.work_code in text] == []


def test_a_judge_gets_a_blank_sheet_with_every_aspect(marking: Marking) -> None:
    text = squeezed(paper.score_sheets(SYSTEM, marking.panel.id))
    for aspect in Aspect.objects.all():
        assert text.count(f"{aspect.code}{aspect.description}") == len(marking.judges)
    assert [judge.name for judge in marking.judges if judge.name not in text] == []
    assert marking.chief.name not in text.replace("裁判长签字", "")
    assert [entry.work_code for entry in marking.entries if entry.work_code in text] == []


def test_the_final_sheet_is_signed_by_work_code(marking: Marking) -> None:
    confirm(marked(marking))
    result = marking.event.result_sets.get()
    text = squeezed(paper.final_sheet(factories.actor_for(marking.chief), marking.event.id))
    assert (result.content_hash in text, "监审Supervisor" in text) == (True, True)
    rows = result.content["rows"]
    for row in rows:
        assert f"{row['rank']}{row['work_code']}" in text
    hidden = [row[key] for row in rows for key in ("name", "number", "delegation")]
    assert [part for part in hidden if part in text] == []


def test_the_official_list_is_by_name_with_version_and_hash(marking: Marking) -> None:
    publish(confirm(marked(marking)))
    result = marking.event.result_sets.get()
    text = squeezed(paper.result_list(SYSTEM, marking.event.id))
    assert result.content_hash in text
    for row in result.content["rows"]:
        assert f"{row['rank']}{row['number']}{row['name']}" in text
        assert row["total"] in text


def test_papers_that_cannot_be_yet_say_why(marking: Marking) -> None:
    bare = an_event().event
    found = []
    for make, event in (
        (paper.start_list, bare),
        (paper.station_labels, bare),
        (paper.badges, bare),
        (paper.result_list, marking.event),
        (paper.final_sheet, marking.event),
    ):
        with pytest.raises(Problem) as caught:
            make(SYSTEM, event.id)
        found.append(caught.value.code)
    assert found == [
        "paper_needs_draw", "paper_needs_draw", "paper_needs_entrants", "results_not_frozen", "results_not_frozen",
    ]  # fmt: skip


def test_who_marks_the_event_gets_no_paper_with_names(marking: Marking) -> None:
    chief = factories.actor_for(marking.chief)
    for make in (paper.start_list, paper.station_labels, paper.badges, paper.result_list):
        with pytest.raises(Problem) as caught:
            make(chief, marking.event.id)
        assert caught.value.code == "not_allowed"

import csv
import io

import pytest

from common.spreadsheets import read_grid
from competition.models import Entry
from people.models import Person
from tests import factories
from tests.competition.marking_event import Marking, marking_event
from tests.competition.published_event import confirm, marked

pytestmark = pytest.mark.django_db


@pytest.fixture
def marking() -> Marking:
    return marking_event(judges=1)


def get(marking: Marking, name: str) -> bytes:
    client = factories.signed_in(marking.organiser)
    answer = client.get(f"/api/v1/events/{marking.event.id}/exports/{name}")
    assert answer.status_code == 200, answer.content
    return answer.content


def test_results_say_the_same_in_both_files(marking: Marking) -> None:
    confirm(marked(marking))
    result = marking.event.result_sets.get()
    rows = list(csv.reader(io.StringIO(get(marking, "results.csv").decode("utf-8-sig"))))
    assert [row[:4] + row[-3:-2] for row in rows[1:4]] == [
        [str(row["rank"]), row["number"], row["work_code"], row["name"], row["total"]]
        for row in result.content["rows"]
    ]
    assert rows[-1] == ["SHA-256", result.content_hash]
    grid = read_grid(get(marking, "results.xlsx"), file_name="results.xlsx")
    assert [grid.cell(2, column) for column in range(1, 5)] == rows[1][:4]


def test_results_leave_only_once_confirmed(marking: Marking) -> None:
    client = factories.signed_in(marking.organiser)
    answer = client.get(f"/api/v1/events/{marking.event.id}/exports/results.csv")
    assert (answer.status_code, answer.json()["code"]) == (409, "results_not_frozen")


def test_a_roster_leaves_with_masked_identity_numbers_and_harmless_names(marking: Marking) -> None:
    first = marking.entries[0]
    Person.objects.filter(id=first.person_id).update(employer="=HYPERLINK(1)")
    text = get(marking, "roster.csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert [row[0] for row in rows[1:]] == [entry.number for entry in Entry.objects.order_by("number")]
    assert rows[1][3:5] == [first.person.identity_masked, "'=HYPERLINK(1)"]
    assert [entry.number for entry in marking.entries if entry.person.identity_number in text] == []

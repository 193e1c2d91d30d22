"""The bundle is checked by the script a doubter would use, not by our own code."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from common import signing
from common.errors import Problem
from common.models import AuditEntry
from competition.actions.bundle import export_bundle
from competition.actions.result import confirm_results, publish_results
from competition.models import ResultSet
from deploy.verify_bundle import faults
from tests.competition.marking_event import Marking, marking_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def marking() -> Marking:
    made = marking_event(entries=2, judges=1)
    for entry in range(2):
        made.mark_all(entry, {"B1": str(entry), "B2": "2", "B3": "3"})
    made.sign_all()
    return made


def publish(marking: Marking) -> None:
    confirm_results(actor=marking.chief_actor, event_id=marking.event.id)
    publish_results(actor=marking.organiser_actor, event_id=marking.event.id)


def exported(marking: Marking, folder: Path) -> Path:
    path = folder / "bundle.zip"
    path.write_bytes(export_bundle(actor=marking.organiser_actor, event_id=marking.event.id))
    return path


def replaced(path: Path, name: str, old: bytes, new: bytes) -> str:
    """A copy in which one file says something else."""
    copy = path.with_name("changed.zip")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(copy, "w") as target:
        for each in source.namelist():
            content = source.read(each)
            assert each != name or old in content
            target.writestr(each, content.replace(old, new) if each == name else content)
    return str(copy)


def test_a_bundle_holds_without_the_database(marking: Marking, tmp_path: Path) -> None:
    publish(marking)
    path = exported(marking, tmp_path)
    assert faults(str(path)) == []
    assert faults(str(path), signing.public_key()) == []
    with zipfile.ZipFile(path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        rows = json.loads(archive.read("versions/1.json"))["rows"]
    assert [(row["version"], row["state"], row["content_hash"]) for row in manifest["versions"]] == [
        (1, "official", ResultSet.objects.get().content_hash)
    ]
    assert [row["work_code"] for row in rows] == ["W102", "W101"]
    assert manifest["audit"]["entries"] > 0
    assert AuditEntry.objects.filter(action="results.export").count() == 1


def test_whatever_is_changed_is_noticed(marking: Marking, tmp_path: Path) -> None:
    publish(marking)
    path = exported(marking, tmp_path)
    assert faults(replaced(path, "versions/1.json", b"W101", b"W102")) == [
        "version 1 is not what was confirmed"
    ]
    unsigned = "the signature does not fit manifest.json"
    assert faults(replaced(path, "manifest.json", b"official", b"provisional")) == [unsigned]
    assert faults(str(path), "A" * 43 + "=") == [unsigned]


def test_only_staff_who_may_see_names_take_it_out(marking: Marking) -> None:
    with pytest.raises(Problem, match="nothing_to_export"):
        export_bundle(actor=marking.organiser_actor, event_id=marking.event.id)
    publish(marking)
    for actor in (marking.judge(), marking.chief_actor):
        with pytest.raises(Problem, match="not_allowed"):
            export_bundle(actor=actor, event_id=marking.event.id)
    assert (
        zipfile.ZipFile(
            io.BytesIO(export_bundle(actor=marking.organiser_actor, event_id=marking.event.id))
        ).namelist()[0]
        == "versions/1.json"
    )

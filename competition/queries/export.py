"""Tables that leave the house: a heading and rows of text, whatever the file is to be."""

from uuid import UUID

from competition.models import Entry, EntryState, ResultState
from competition.queries.entry import entry_list
from competition.queries.paper.frame import named_event
from competition.queries.paper.result_list import frozen_result
from people.actor import Actor

Rows = list[list[str]]
ROSTER_HEADING = [
    "参赛编号 Number",
    "姓名 Name",
    "英文姓名 Name (en)",
    "证件号码 ID (masked)",
    "单位 Employer",
    "代表队 Delegation",
    "状态 State",
    "出场 Order",
    "工位 Station",
    "作品号 Work code",
    "理论成绩 Theory",
]


def result_rows(actor: Actor, event_id: UUID) -> Rows:
    """As confirmed and frozen; the last lines say which version this is. Raises results_not_frozen."""
    event = named_event(actor, event_id)
    result = frozen_result(event)
    modules = list(event.modules.order_by("position", "code"))
    heading = ["名次 Rank", "参赛编号 Number", "作品号 Work code", "姓名 Name", "英文姓名 Name (en)"]
    heading += ["代表队 Delegation", *(f"{module.code} {module.name}" for module in modules)]
    heading += ["总分 Total", "奖项 Award", "状态 State"]
    rows = [
        [
            *(_text(row[key]) for key in ("rank", "number", "work_code", "name", "name_en", "delegation")),
            *(_text(row["modules"].get(module.code)) for module in modules),
            *(_text(row[key]) for key in ("total", "award")),
            str(EntryState(row["state"]).label),
        ]
        for row in result.content["rows"]
    ]
    state = ResultState(result.state).label
    return [
        heading,
        *rows,
        [],
        ["版本 Version", str(result.version), str(state)],
        ["SHA-256", result.content_hash],
    ]


def roster_rows(actor: Actor, event_id: UUID) -> Rows:
    """Identity numbers stay masked: no list of them leaves by this door."""
    return [ROSTER_HEADING, *(_entry(entry) for entry in entry_list(actor, event_id).order_by("number"))]


def _entry(entry: Entry) -> list[str]:
    theory = getattr(entry, "theory_score", None)
    return [
        entry.number,
        entry.person.name,
        entry.person.name_en,
        entry.person.identity_masked,
        entry.person.employer,
        entry.delegation.name,
        str(EntryState(entry.state).label),
        _text(entry.start_order),
        entry.station,
        entry.work_code,
        "" if theory is None else f"{theory:.2f}",
    ]


def _text(value: object) -> str:
    return "" if value is None else str(value)

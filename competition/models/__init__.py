from competition.models.award import AwardRule
from competition.models.competition import Competition, CompetitionLevel
from competition.models.draw import Draw, SeedCommitment
from competition.models.entry import Delegation, Entry, EntryState
from competition.models.event import BoardShows, Event, EventState
from competition.models.mark import CurrentMark, Mark, RefusedMark
from competition.models.module_score import ModuleScore
from competition.models.panel import MemberRole, Panel, PanelMember
from competition.models.result import PUBLIC_STATES, ResultSet, ResultState
from competition.models.result_settings import ResultSettings
from competition.models.scheme import Aspect, Criterion, Module, ModuleKind, ModuleSource, SubCriterion
from competition.models.sheet import Sheet, SheetState

__all__ = [
    "PUBLIC_STATES",
    "Aspect",
    "AwardRule",
    "BoardShows",
    "Competition",
    "CompetitionLevel",
    "Criterion",
    "CurrentMark",
    "Delegation",
    "Draw",
    "Entry",
    "EntryState",
    "Event",
    "EventState",
    "Mark",
    "MemberRole",
    "Module",
    "ModuleKind",
    "ModuleScore",
    "ModuleSource",
    "Panel",
    "PanelMember",
    "RefusedMark",
    "ResultSet",
    "ResultSettings",
    "ResultState",
    "SeedCommitment",
    "Sheet",
    "SheetState",
    "SubCriterion",
]

"""What is printed: A4, Chinese and English, readable in black and white."""

from competition.queries.paper.badges import badges
from competition.queries.paper.final_sheet import final_sheet
from competition.queries.paper.result_list import result_list
from competition.queries.paper.score_sheets import score_sheets
from competition.queries.paper.start_list import StartListBy, start_list
from competition.queries.paper.station_labels import station_labels

__all__ = [
    "StartListBy",
    "badges",
    "final_sheet",
    "result_list",
    "score_sheets",
    "start_list",
    "station_labels",
]

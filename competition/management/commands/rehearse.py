import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser

from competition.management.rehearsal.robot import RobotJudge, Tally
from competition.models import Event, EventState, Mark, PanelMember
from people.actions.device import issue_pairing_code
from people.actor import SYSTEM

SECONDS_A_MARK = 6.0  # what a person needs for one aspect


def batched(ids: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))


class Command(BaseCommand):
    help = "Play the judges of an event through the HTTP API of a running server."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--event", help="id; by default the newest event that is being marked")
        parser.add_argument("--judges", type=int, default=5, help="how many of the panel's judges (5)")
        parser.add_argument("--speed", type=float, default=20, help="times as fast as a person (20)")
        parser.add_argument("--minutes", type=float, default=60, help="stop after so long (60)")
        parser.add_argument("--marks", type=int, help="stop each judge after so many marks")
        parser.add_argument("--url", default="http://127.0.0.1:8000")
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *, event: str | None, judges: int, **options: Any) -> None:
        found = self._event(event)
        robots = self._robots(found, judges, options)
        until = time.monotonic() + options["minutes"] * 60
        started = time.monotonic()
        self.stdout.write(f"{len(robots)} judges mark {found.name} at {options['url']}")
        with ThreadPoolExecutor(len(robots)) as pool:
            tallies = list(pool.map(lambda robot: self._play(robot, until, options["marks"]), robots))
        self._report(tallies, time.monotonic() - started)

    def _event(self, event_id: str | None) -> Event:
        events = Event.objects.filter(state=EventState.MARKING).order_by("-started_at")
        found = events.filter(id=UUID(event_id)).first() if event_id else events.first()
        if found is None:
            raise CommandError("No event is being marked. `manage.py seed --stage marking` makes one.")
        return found

    def _robots(self, event: Event, judges: int, options: dict[str, Any]) -> list[RobotJudge]:
        members = PanelMember.objects.filter(panel__event=event, scores=True).select_related("user")
        users = list({member.user_id: member.user for member in members}.values())[:judges]
        return [
            RobotJudge(
                options["url"],
                issue_pairing_code(actor=SYSTEM, user=user, event_id=event.id),
                f"演练 rehearsal {number}",
                pause=SECONDS_A_MARK / options["speed"],
                seed=options["seed"],
            )
            for number, user in enumerate(users, start=1)
        ]

    @staticmethod
    def _play(robot: RobotJudge, until: float, most: int | None) -> Tally:
        robot.pair()
        return robot.judge(until=until, most=most)

    def _report(self, tallies: Sequence[Tally], seconds: float) -> None:
        saved = set[str]().union(*(tally.saved for tally in tallies))
        held = sum(Mark.objects.filter(id__in=part).count() for part in batched(sorted(saved), 500))
        refused = [problem for tally in tallies for problem in tally.refused]
        self.stdout.write(
            f"{len(saved)} marks acknowledged in {seconds:.0f} s, {held} of them in the database, "
            f"{sum(tally.signed for tally in tallies)} sheets signed, {len(refused)} marks refused"
        )
        for code in sorted({problem["code"] for problem in refused}):
            self.stdout.write(f"  refused: {code}")
        if held != len(saved):
            raise CommandError(f"{len(saved) - held} acknowledged marks are not in the database")

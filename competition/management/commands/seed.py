import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from competition.management.demo.contest import make_contest, start_contest
from competition.management.demo.finish import finish_contest, make_kind
from competition.management.demo.marking import mark_sheets, on_tablet
from competition.management.demo.people import logins_file, make_people
from competition.models import Event, EventState, PanelMember
from people.actions.device import issue_pairing_code
from people.actor import SYSTEM
from people.models import Organisation

STAGES = ("setup", "marking", "published")


class Command(BaseCommand):
    help = "Fill an empty database with the sample contest, through the real actions."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--stage", choices=STAGES, default="marking")
        parser.add_argument("--share", type=float, default=0.3, help="of the sheets marked at stage marking")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--logins", action="store_true", help="only say who may log in with what")

    def handle(self, *, stage: str, share: float, seed: int, logins: bool, **_: Any) -> None:
        if logins:
            self._say_logins()
            return
        if Organisation.objects.exists():
            raise CommandError("The database is not empty; sample data goes only into an empty one.")
        people = make_people()
        event = make_contest(people)
        make_kind(people)
        if stage == "setup":
            return
        start_contest(people, event)
        mark_sheets(event, share=share if stage == "marking" else 1, seed=seed)
        if stage == "published":
            chief = PanelMember.objects.select_related("user").get(panel__event=event, role="chief")
            finish_contest(people, on_tablet(chief.user, event, "示例平板（裁判长）"), event)

    def _say_logins(self) -> None:
        for username, password in json.loads(logins_file().read_text()).items():
            self.stdout.write(f"  {username:<10} {password}")
        event = Event.objects.filter(state=EventState.MARKING).first()
        if event is None:
            return
        members = PanelMember.objects.filter(panel__event=event).select_related("user").order_by("position")
        for member in members[:2]:
            code = issue_pairing_code(actor=SYSTEM, user=member.user, event_id=event.id)
            self.stdout.write(f"  {code}   {member.user.name} ({member.get_role_display()})")

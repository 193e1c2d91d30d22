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
        parser.add_argument("--guide", action="store_true", help="only say where to look and who may log in")
        parser.add_argument("--url", default="http://127.0.0.1:8000")

    def handle(self, *, stage: str, share: float, seed: int, guide: bool, url: str, **_: Any) -> None:
        if guide:
            self._guide(url)
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

    def _guide(self, url: str) -> None:
        event = Event.objects.order_by("-created_at").first()
        if event is None:
            raise CommandError("There is no sample contest yet: `manage.py seed`.")
        say = self.stdout.write
        say(f"\n匠心 Jiangxin — 示例赛事 sample contest\n\n  1. 大屏 hall board      {url}/board/{event.id}")
        say(f"  2. 管理端 console       {url}/console   (second factor is off in the demo)")
        for username, password in json.loads(logins_file().read_text()).items():
            say(f"       {username:<10} {password}")
        say(f"  3. 裁判平板 tablet       {url}/pair   one-time codes:")
        for member in self._members(event):
            code = issue_pairing_code(actor=SYSTEM, user=member.user, event_id=event.id)
            say(f"       {code}  {member.user.name}（{member.get_role_display()}）")
        say(
            f"  4. 公众页 public        {url}/results\n\nCtrl+C ends everything; make demo-reset forgets the data.\n"
        )

    @staticmethod
    def _members(event: Event) -> list[PanelMember]:
        if event.state != EventState.MARKING:
            return []
        members = PanelMember.objects.filter(panel__event=event).select_related("user").order_by("position")
        return [*members[:1], *members.reverse()[:1]]

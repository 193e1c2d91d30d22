from getpass import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from common.errors import Problem
from people.actions.organisation import create_organisation
from people.actions.user import Grant, create_user
from people.actor import SYSTEM
from people.models import Organisation, OrganisationLevel, Role


class Command(BaseCommand):
    help = "Make the first administrator; the organisation is made when there is none of this name."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--name", default="系统管理员")
        parser.add_argument("--organisation", required=True)
        parser.add_argument("--password", help="asked for when not given")
        parser.add_argument("--level", default=OrganisationLevel.CITY, choices=OrganisationLevel.values)

    def handle(
        self, *_: Any, username: str, name: str, organisation: str, level: str, **options: Any
    ) -> None:
        try:
            over = Organisation.objects.filter(name=organisation).first() or create_organisation(
                actor=SYSTEM, parent=None, name=organisation, level=OrganisationLevel(level)
            )
            create_user(
                actor=SYSTEM,
                username=username,
                name=name,
                password=options["password"] or getpass("Password: "),
                roles=[Grant(Role.ADMINISTRATOR, over)],
            )
        except Problem as refused:
            raise CommandError(refused.detail) from refused
        self.stdout.write(
            f"{username} administers {over.name}. The second factor is set up at the first sign-in."
        )

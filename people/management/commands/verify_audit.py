from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from common import audit
from common.models import AuditSeal


class Command(BaseCommand):
    help = "Recompute the audit chain; fails when an entry is missing or altered."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--noted", help="a hash noted earlier: it must still stand in the chain")

    def handle(self, *_: Any, noted: str | None = None, **__: Any) -> None:
        audit.seal_pending()
        broken = audit.verify()
        if broken:
            msg = f"The audit chain is broken: entry {broken.entry_id} or one before it is {broken.what}."
            raise CommandError(msg)
        if noted and not AuditSeal.objects.filter(hash=noted).exists():
            msg = "The noted hash is no longer in the chain: entries were cut off."
            raise CommandError(msg)
        count, newest = audit.head()
        self.stdout.write(f"{count} entries hold. Note this hash elsewhere: {newest}")

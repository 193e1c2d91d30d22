from typing import Any

from django.core.management.base import BaseCommand

from config import jobs


class Command(BaseCommand):
    help = "Run background jobs until ended; any number of these may run."

    def handle(self, **_: Any) -> None:
        jobs.run()

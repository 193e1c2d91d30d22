from typing import Any

from django.core.management.base import BaseCommand, CommandError

from certificates.models import Certificate
from certificates.queries.integrity import register_faults


class Command(BaseCommand):
    help = "Recompute hash, signature, PDF hash, manifest and number series of every certificate issued."

    def handle(self, *_args: Any, **_options: Any) -> None:
        faults = 0
        for fault in register_faults():
            faults += 1
            self.stderr.write(f"{fault.subject}: {fault.code}")
        total = Certificate.objects.count()
        if faults:
            msg = f"{faults} faults in a register of {total} certificates"
            raise CommandError(msg)
        self.stdout.write(f"{total} certificates: all agree")

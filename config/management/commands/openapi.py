import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from config import asyncapi
from config.api import api


class Command(BaseCommand):
    help = "Write docs/api/openapi.json and asyncapi.json, or with --check say whether they are current."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true")

    def handle(self, *, check: bool, **_: Any) -> None:
        folder = Path(settings.BASE_DIR) / "docs" / "api"
        folder.mkdir(parents=True, exist_ok=True)
        for name, document in (("openapi", api.get_openapi_schema()), ("asyncapi", asyncapi.document())):
            text = json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True, default=str) + "\n"
            path = folder / f"{name}.json"
            if not check:
                path.write_text(text, encoding="utf-8")
            elif not path.is_file() or path.read_text(encoding="utf-8") != text:
                raise CommandError(
                    f"{path.relative_to(settings.BASE_DIR)} is not current: run `make openapi`"
                )

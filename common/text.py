"""A sentence in both languages, chosen when it is shown."""

from dataclasses import dataclass

from django.utils.translation import get_language


@dataclass(frozen=True, slots=True)
class Text:
    zh: str
    en: str

    def __str__(self) -> str:
        return self.en if (get_language() or "zh").startswith("en") else self.zh

    def format(self, **data: object) -> str:
        return str(self).format(**data)

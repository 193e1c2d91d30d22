from django.apps import AppConfig


class CompetitionConfig(AppConfig):
    name = "competition"
    verbose_name = "Competition"

    def ready(self) -> None:
        from competition import permissions  # noqa: F401, PLC0415  tells people.permissions which events exist

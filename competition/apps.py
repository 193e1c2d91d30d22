from django.apps import AppConfig


class CompetitionConfig(AppConfig):
    name = "competition"
    verbose_name = "Competition"

    def ready(self) -> None:
        from competition.models import Event  # noqa: PLC0415  models are not loaded before this
        from competition.realtime import topics  # noqa: F401, PLC0415  registers the live topics
        from people.permissions import register_event_source  # noqa: PLC0415

        register_event_source(
            lambda organisations: Event.objects.filter(competition__organisation__in=organisations)
        )

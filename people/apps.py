from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = "People"

    def ready(self) -> None:
        from people import sign_in  # noqa: F401, PLC0415  listens to who signs in and out

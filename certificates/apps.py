from importlib import import_module

from django.apps import AppConfig


class CertificatesConfig(AppConfig):
    name = "certificates"
    verbose_name = "Certificates"

    def ready(self) -> None:
        """What listens to events or answers topics is there from the start."""
        import_module("certificates.tasks.render")
        import_module("certificates.realtime")

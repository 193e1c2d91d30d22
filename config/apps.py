from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """The composition root as an app, so that it can connect what the other apps publish."""

    name = "config"
    label = "composition"

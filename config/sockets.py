from django.urls import path

from common.realtime.socket import LiveSocket
from people.realtime import actor_for_scope

websocket_urlpatterns = [path("ws/live/", LiveSocket(identify=actor_for_scope))]  # type: ignore[arg-type]

from django.urls import include, path, re_path

from config.api import api
from config.views import healthz, page

handler404 = "config.views.not_found"
handler500 = "config.views.server_error"
urlpatterns = [
    path("healthz", healthz),
    path("api/v1/", api.urls),
    path("_allauth/", include("allauth.headless.urls")),
    re_path(r"^(?!api/|_allauth/|ws/|assets/).*$", page),
]

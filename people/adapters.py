import time

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from common.crypto import decrypt, encrypt


class ClosedSignup(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by an administrator; nobody signs up by themselves."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def is_reauthentication_required(self, *, app: str) -> bool:  # noqa: ARG002
        """Who signed in a moment ago is not asked for the same password again."""
        records = get_authentication_records(self.request, self.request.user)
        newest = max((record["at"] for record in records), default=0)
        return bool(time.time() - newest >= app_settings.REAUTHENTICATION_TIMEOUT)


class EncryptedSecrets(DefaultMFAAdapter):  # type: ignore[misc]
    """Second-factor secrets rest encrypted: who reads the database still cannot make a code."""

    def encrypt(self, text: str) -> str:
        return encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return decrypt(encrypted_text)

from people.models.device import Device, PairingCode
from people.models.organisation import Organisation, OrganisationLevel
from people.models.person import Person
from people.models.role import Role, RoleAssignment
from people.models.user import User

__all__ = [
    "Device",
    "Organisation",
    "OrganisationLevel",
    "PairingCode",
    "Person",
    "Role",
    "RoleAssignment",
    "User",
]

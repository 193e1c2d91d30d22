"""The made-up organisations and accounts of the demo. Everything says that it is sample."""

import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from people.actions.organisation import create_organisation
from people.actions.user import Grant, create_user
from people.actor import SYSTEM, Actor
from people.models import Organisation, OrganisationLevel, Role, User

TREE = [
    ("省总工会（示例）", "Provincial Federation of Trade Unions (sample)", OrganisationLevel.PROVINCE, None),
    ("市总工会（示例）", "City Federation of Trade Unions (sample)", OrganisationLevel.CITY, 0),
    ("东湖区总工会（示例）", "Donghu District Federation (sample)", OrganisationLevel.COUNTY, 1),
    ("西山区总工会（示例）", "Xishan District Federation (sample)", OrganisationLevel.COUNTY, 1),
    ("晴川光伏科技公司（示例）", "Qingchuan Photovoltaics Co. (sample)", OrganisationLevel.ENTERPRISE, 2),
    ("远图硅材料公司（示例）", "Yuantu Silicon Materials Co. (sample)", OrganisationLevel.ENTERPRISE, 3),
]
ACCOUNTS = [
    ("admin", "周明（示例管理员）", Role.ADMINISTRATOR, 0),
    ("organiser", "陈静（示例组织者）", Role.ORGANISER, 1),
    ("publisher", "何伟（示例复核人）", Role.ORGANISER, 1),
    ("officer", "苏敏（示例人社经办人）", Role.BUREAU_OFFICER, 1),
    ("auditor", "高远（示例审计员）", Role.AUDITOR, 0),
]


@dataclass(frozen=True)
class DemoPeople:
    city: Organisation
    organiser: Actor
    publisher: Actor


def logins_file() -> Path:
    return Path(settings.DATA_DIR) / "demo-logins.json"


def make_people() -> DemoPeople:
    """Accounts with passwords made up now and kept beside the demo's database, never in the repository."""
    organisations: list[Organisation] = []
    for name, name_en, level, parent in TREE:
        above = None if parent is None else Organisation.objects.get(id=organisations[parent].id)
        organisations.append(
            create_organisation(actor=SYSTEM, parent=above, name=name, name_en=name_en, level=level)
        )
    passwords = {username: secrets.token_urlsafe(9) for username, *_ in ACCOUNTS}
    for username, name, role, place in ACCOUNTS:
        grant = Grant(role, organisation=organisations[place])
        create_user(actor=SYSTEM, name=name, username=username, password=passwords[username], roles=[grant])
    logins_file().write_text(json.dumps(passwords, indent=1))
    logins_file().chmod(0o600)
    return DemoPeople(organisations[1], _actor("organiser"), _actor("publisher"))


def _actor(username: str) -> Actor:
    return Actor(user=User.objects.get(username=username))

from people.actions.device import issue_pairing_code
from people.actor import Actor
from tests import factories as make
from tests.config.matrix.row import (
    ADMINISTRATOR,
    AUDITOR,
    CHIEF,
    EVERYBODY,
    OFFICER,
    ORGANISER,
    OTHER_ORGANISER,
    SIGNED_IN,
    STAFF,
    TABLETS,
    Row,
    only,
)
from tests.config.matrix.world import World


def _code(world: World) -> str:
    return issue_pairing_code(actor=Actor(world.chief), user=world.judge, event_id=world.event.id)


ROWS = {
    "get_session": Row(EVERYBODY),
    "set_language": Row(SIGNED_IN, body=lambda _: {"language": "en"}),
    "get_totp_qr": Row(only(), status=()),  # nobody here is in the middle of setting up: see test_sign_in
    "pair_device": Row(EVERYBODY, body=lambda w: {"code": _code(w), "label": "示例平板"}),
    "unpair_device": Row(TABLETS),
    "list_organisations": Row(STAFF),
    "create_organisation": Row(
        only(ADMINISTRATOR),
        body=lambda w: {"parent_id": str(w.organisation.id), "name": "示例厂", "level": "enterprise"},
    ),
    "update_organisation": Row(
        only(ADMINISTRATOR),
        path=lambda w: {"organisation_id": w.organisation.id},
        body=lambda _: {"name": "示例"},
    ),
    "list_people": Row(only(ORGANISER, OTHER_ORGANISER, OFFICER)),
    "reveal_identity": Row(
        only(ORGANISER, OFFICER),
        path=lambda w: {"person_id": w.person.id},
        body=lambda _: {"reason": "核对证件"},
    ),
    "list_users": Row(only(ADMINISTRATOR)),
    "create_user": Row(
        only(ADMINISTRATOR),
        body=lambda w: {
            "username": "new",
            "name": "示例",
            "roles": [{"role": "organiser", "organisation_id": str(w.organisation.id)}],
        },
    ),
    "grant_role": Row(
        only(ADMINISTRATOR, ORGANISER),
        body=lambda w: {"user_id": str(w.account.id), "role": "judge", "event_id": str(w.event.id)},
    ),
    "revoke_role": Row(only(ADMINISTRATOR, ORGANISER), path=lambda w: {"role_id": w.judge.roles.get().id}),
    "list_devices": Row(only(CHIEF, ORGANISER, OTHER_ORGANISER, ADMINISTRATOR)),
    "revoke_device": Row(
        only(CHIEF, ORGANISER, ADMINISTRATOR),
        path=lambda w: {"device_id": make.device(w.judge, w.event.id).id},
        body=lambda _: {"reason": "遗失"},
    ),
    "list_audit": Row(only(AUDITOR, ADMINISTRATOR)),
}

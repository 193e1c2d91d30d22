"""Kinds of certificate: wording and number scheme are the issuer's; certificates already issued keep theirs."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from certificates.domain.numbers import is_prefix
from certificates.domain.wording import ALLOWED, unknown_placeholders
from certificates.models import CertificateKind, NumberScheme
from certificates.permissions import can_issue, kinds_visible_to
from common import audit
from common.errors import NOT_FOUND, problem
from people.actor import Actor
from people.models import Organisation
from people.permissions import require

NUMBER_PREFIX_WRONG = problem(
    "number_prefix_wrong",
    422,
    "编号前缀 {prefix} 不符合规则：等级证书为人社部门分配的前 13 位（1 位字母加 12 位数字），获奖证书为字母开头的字母、数字或连字符。",
    "The prefix {prefix} does not fit: level certificates take the 13 characters allotted by the bureau (a letter and 12 digits), "
    "awards a letter followed by letters, digits or hyphens.",
)
NUMBER_PREFIX_TAKEN = problem(
    "number_prefix_taken",
    409,
    "编号前缀 {prefix} 已由其他单位使用，请另选前缀。",
    "Another organisation already uses the prefix {prefix}. Please choose another one.",
)
KIND_CODE_TAKEN = problem(
    "kind_code_taken",
    409,
    "证书种类代码 {kind_code} 已存在，请换一个代码。",
    "There is already a kind of certificate with the code {kind_code}. Please choose another one.",
)
PLACEHOLDER_UNKNOWN = problem(
    "placeholder_unknown",
    422,
    "正文中有不认识的占位符：{names}。可用：{allowed}。",
    "The wording has unknown placeholders: {names}. Known are: {allowed}.",
)
CHANGEABLE = frozenset(
    [
        "title",
        "title_en",
        "body",
        "body_en",
        "issuer",
        "issuer_en",
        "number_prefix",
        "full_identity",
        "query_addresses",
        "sample",
    ]
)


def create_kind(
    *,
    actor: Actor,
    organisation: Organisation,
    code: str,
    title: str,
    issuer: str,
    number_scheme: str,
    number_prefix: str,
    title_en: str = "",
    issuer_en: str = "",
    body: str = "",
    body_en: str = "",
    full_identity: bool | None = None,
    query_addresses: Sequence[str] = (),
    sample: bool = False,
) -> CertificateKind:
    """Level certificates print the whole ID number unless told otherwise; awards print it masked."""
    require(can_issue(actor, organisation))
    kind = CertificateKind(
        organisation=organisation,
        code=code,
        title=title,
        title_en=title_en,
        issuer=issuer,
        issuer_en=issuer_en,
        body=body,
        body_en=body_en,
        number_scheme=NumberScheme(number_scheme),
        number_prefix=number_prefix,
        full_identity=number_scheme == NumberScheme.LEVEL_22 if full_identity is None else full_identity,
        query_addresses=list(query_addresses),
        sample=sample,
    )
    _check(kind)
    try:
        with transaction.atomic():
            kind.save(force_insert=True)
            audit.record(
                actor=actor,
                action="certificate_kind.create",
                subject="certificate_kind",
                subject_id=kind.id,
                data={"code": code, "title": title, "number_prefix": number_prefix},
            )
    except IntegrityError as error:
        raise KIND_CODE_TAKEN(kind_code=code) from error
    return kind


def update_kind(*, actor: Actor, kind_id: UUID, changes: dict[str, Any]) -> CertificateKind:
    """`changes` holds any of CHANGEABLE."""
    with transaction.atomic():
        kind = (
            kinds_visible_to(actor)
            .select_for_update(of=("self",))
            .select_related("organisation")
            .filter(id=kind_id)
            .first()
        )
        if kind is None:
            raise NOT_FOUND()
        require(can_issue(actor, kind.organisation))
        before = {name: getattr(kind, name) for name in changes if name in CHANGEABLE}
        for name in before:
            setattr(kind, name, changes[name])
        _check(kind)
        kind.save(update_fields=list(before))
        audit.record(
            actor=actor,
            action="certificate_kind.update",
            subject="certificate_kind",
            subject_id=kind.id,
            data={name: [old, getattr(kind, name)] for name, old in before.items()},
        )
    return kind


def _check(kind: CertificateKind) -> None:
    if not is_prefix(kind.number_scheme, kind.number_prefix):
        raise NUMBER_PREFIX_WRONG(prefix=kind.number_prefix)
    others = CertificateKind.objects.filter(number_prefix=kind.number_prefix)
    if others.exclude(organisation=kind.organisation).exists():
        raise NUMBER_PREFIX_TAKEN(prefix=kind.number_prefix)
    unknown = unknown_placeholders(kind.body) + unknown_placeholders(kind.body_en)
    if unknown:
        raise PLACEHOLDER_UNKNOWN(names=", ".join(unknown), allowed=", ".join(sorted(ALLOWED)))

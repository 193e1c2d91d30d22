from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from certificates.actions.batch import CertificateRow, create_batch
from certificates.actions.kind import create_kind
from certificates.models import Batch, CertificateKind
from common.ids import new_id
from people.actor import Actor
from people.models import Organisation, Person
from tests import factories

IDENTITY = "11010519491231002X"
AWARD_ROW = CertificateRow(
    holder_name="张示例",
    holder_name_en="Zhang Shili",
    occupation="焊工",
    occupation_en="Welder",
    award="一等奖",
    award_en="First prize",
    event="焊接（示例）",
    event_en="Welding (sample)",
    competition="示例市职工技能竞赛",
    competition_en="Sample City Workers' Skills Competition",
)
LEVEL_ROW = CertificateRow(holder_name="李示例", occupation="镀层工", trade="电镀工", level="5")


@pytest.fixture
def union(db: None) -> Organisation:
    return factories.organisation("示例市总工会")


@pytest.fixture
def organiser(union: Organisation) -> Actor:
    return factories.actor_for(factories.organiser(union))


@pytest.fixture
def holder(union: Organisation) -> Person:
    return factories.person("张示例", identity_number=IDENTITY, of=union)


@pytest.fixture
def award_kind(union: Organisation, organiser: Actor) -> CertificateKind:
    return create_kind(
        actor=organiser,
        organisation=union,
        code="award",
        title="技能竞赛获奖证书",
        title_en="Skills Competition Award",
        issuer="示例市总工会",
        issuer_en="Sample City Federation of Trade Unions",
        body="{holder_name}在{competition}{event}中荣获{award}，特发此证。",
        body_en="{holder_name_en} won the {award_en}.",
        number_scheme="award",
        number_prefix="SL",
        query_addresses=["证书查询 https://query.example.org"],
        sample=True,
    )


@pytest.fixture
def level_kind(union: Organisation, organiser: Actor) -> CertificateKind:
    return create_kind(
        actor=organiser,
        organisation=union,
        code="level",
        title="职业技能等级证书",
        issuer="示例评价机构",
        number_scheme="level_22",
        number_prefix="Y000123000000",
    )


Issue = Callable[..., Batch]


@pytest.fixture
def issue(union: Organisation, organiser: Actor, award_kind: CertificateKind) -> Issue:
    """A batch of `count` award certificates of persons named 示例一, 示例二 …"""

    def make(*rows: CertificateRow, count: int = 1, kind: str = "award", source: UUID | None = None) -> Batch:
        return create_batch(
            actor=organiser,
            organisation=union,
            kind_code=kind,
            source_id=source or new_id(),
            source_label="示例名单",
            rows=rows or [replace(AWARD_ROW, holder_name=f"示例{'一二三四五六七'[n]}") for n in range(count)],
        )

    return make

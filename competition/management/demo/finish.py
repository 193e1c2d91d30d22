"""From the last signature to certificates, by the three people who must do it."""

from certificates.actions.kind import create_kind
from certificates.models import NumberScheme
from certificates.tasks.render import render_batch
from competition.actions.certificate import issue_certificates
from competition.actions.result import confirm_results, publish_results
from competition.management.demo.people import DemoPeople
from competition.models import Event
from people.actor import Actor

KIND = "award"


def make_kind(people: DemoPeople) -> None:
    create_kind(
        actor=people.organiser,
        organisation=people.city,
        code=KIND,
        title="获奖证书",
        title_en="Certificate of Award",
        body="{holder_name}同志在{competition}“{event}”赛项中荣获{award}，特发此证。",
        body_en="This is to certify that {holder_name_en} has won the {award_en} in {event_en} at the {competition_en}.",
        issuer=people.city.name,
        issuer_en=people.city.name_en,
        number_scheme=NumberScheme.AWARD,
        number_prefix="SAMPLE",
        sample=True,
    )


def finish_contest(people: DemoPeople, chief: Actor, event: Event) -> None:
    confirm_results(actor=chief, event_id=event.id, accept_shared_ranks=True)
    publish_results(actor=people.publisher, event_id=event.id)
    batch = issue_certificates(actor=people.organiser, event_id=event.id, kind_code=KIND)
    render_batch.call(str(batch.id))

from uuid import UUID

from ninja import Router

from common.api.request import ApiRequest
from common.errors import NOT_FOUND
from competition.api.judge_schemas import JudgePacket
from competition.queries.judge_packet import event_of_judge, judge_packet
from people.api.auth import anyone_signed_in

router = Router(tags=["marking"], auth=anyone_signed_in)


@router.get("/judge/packet", operation_id="get_judge_packet", response=JudgePacket)
def get_judge_packet(request: ApiRequest, event_id: UUID | None = None) -> JudgePacket:
    """Scheme, sheets and own marks of the tablet's event; `event_id` chooses only without a tablet."""
    event = event_of_judge(request.actor, event_id)
    if event is None:
        raise NOT_FOUND()
    return JudgePacket.model_validate(judge_packet(request.actor, event))

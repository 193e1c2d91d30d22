"""A judge without a person: pairs a tablet, fetches the packet, marks and signs, all through the real API."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

import httpx

from common import clock
from common.ids import new_id
from competition.management.rehearsal.values import plausible_value, skill_of
from scoring.aspects import COMPUTED_KINDS

PATIENCE = 8  # tries of one request before the robot gives up


@dataclass
class Tally:
    sent: set[str] = field(default_factory=set)
    saved: set[str] = field(default_factory=set)
    refused: list[dict[str, Any]] = field(default_factory=list)
    signed: int = 0


class RobotJudge:
    def __init__(self, url: str, code: str, label: str, *, pause: float, seed: int) -> None:
        self.http = httpx.Client(base_url=f"{url}/api/v1", timeout=20, trust_env=False)
        self.url = url
        self.code = code
        self.label = label
        self.pause = pause
        self.chance = Random(f"{seed}:{label}")  # noqa: S311
        self.seed = seed
        self.tally = Tally()

    def pair(self) -> None:
        self._call("GET", "/session")
        self._call("POST", "/pairing", json={"code": self.code, "label": self.label})

    def judge(self, *, until: float, most: int | None = None) -> Tally:
        """Marks and signs until everything is done, `until` (monotonic) has come, or `most` marks are sent."""
        packet = self._call("GET", "/judge/packet").json()
        modules = {module["id"]: module for module in packet["modules"]}
        for sheet in sorted(packet["sheets"], key=lambda sheet: (sheet["start_order"], sheet["module_id"])):
            if sheet["state"] != "open":
                continue
            for body in self._marks_for(sheet, modules[sheet["module_id"]]):
                if time.monotonic() > until or (most is not None and len(self.tally.sent) >= most):
                    return self.tally
                self._mark(body)
                time.sleep(self.pause * self.chance.uniform(0.5, 1.5))
            self._sign(sheet["id"])
        return self.tally

    def _marks_for(self, sheet: dict[str, Any], module: dict[str, Any]) -> Iterator[dict[str, Any]]:
        skill = skill_of(sheet["entry_code"], self.seed)
        for criterion in module["criteria"]:
            for sub_criterion in criterion["sub_criteria"]:
                for aspect in sub_criterion["aspects"]:
                    if aspect["id"] not in sheet["marks"] and aspect["kind"] not in COMPUTED_KINDS:
                        value = plausible_value(aspect["rule"], skill, self.chance)
                        yield {"sheet_id": sheet["id"], "aspect_id": aspect["id"], "value": value}

    def _mark(self, body: dict[str, Any]) -> None:
        mark_id = str(new_id())
        self.tally.sent.add(mark_id)
        body = {**body, "special": None, "device_time": clock.now().isoformat(), "revision": 0}
        answer = self._call("PUT", f"/marks/{mark_id}", json=body)
        if answer.is_success:
            self.tally.saved.add(mark_id)
        else:
            self.tally.refused.append(answer.json())

    def _sign(self, sheet_id: str) -> None:
        packet = self._call("GET", "/judge/packet").json()
        sheet = next(sheet for sheet in packet["sheets"] if sheet["id"] == sheet_id)
        key = {"Idempotency-Key": str(new_id())}
        body = {"revision": sheet["revision"]}
        if self._call("POST", f"/sheets/{sheet_id}/signature", json=body, headers=key).is_success:
            self.tally.signed += 1

    def _call(self, method: str, path: str, **sent: Any) -> httpx.Response:
        """Tries again while the server is away, as a tablet does; a refusal is an answer."""
        extra = sent.pop("headers", {})
        for attempt in range(PATIENCE):
            try:
                token = self.http.cookies.get("csrftoken", "")
                headers = {"X-CSRFToken": token, "Referer": self.url, **extra}
                answer = self.http.request(method, path, headers=headers, **sent)
            except httpx.TransportError:
                answer = None
            if answer is not None and answer.status_code < 500:  # noqa: PLR2004
                if answer.status_code in {401, 403, 404} and path in {"/pairing", "/judge/packet"}:
                    answer.raise_for_status()
                return answer
            time.sleep(min(5.0, 0.2 * 2**attempt))
        raise ConnectionError(f"{method} {path}: no answer after {PATIENCE} tries")

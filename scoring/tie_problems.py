"""What is wrong with an ordered list of tie keys."""

from collections.abc import Iterator, Sequence

from scoring.errors import Problem
from scoring.scheme import Scheme
from scoring.ties import TieKey, TieKeyKind


def tie_key_problems(keys: Sequence[TieKey], scheme: Scheme | None = None) -> list[Problem]:
    """tie_key_repeated: a second time the same way, so without effect; tie_keys_contradict: opposite ways.

    With a `scheme` also tie_key_unknown: a code that stands nowhere in it. `Problem.data` has the places from 1.
    """
    return [*_repeated(keys), *(_unknown(keys, scheme) if scheme else ())]


def _repeated(keys: Sequence[TieKey]) -> Iterator[Problem]:
    first: dict[str, tuple[int, TieKey]] = {}
    for place, key in enumerate(keys, 1):
        earlier, same = first.setdefault(key.name, (place, key))
        if earlier < place:
            code = "tie_key_repeated" if same.ascending == key.ascending else "tie_keys_contradict"
            yield Problem(code, {"key": key.name, "first": str(earlier), "again": str(place)})


def _unknown(keys: Sequence[TieKey], scheme: Scheme) -> Iterator[Problem]:
    modules = {module.code for module in scheme.modules}
    criteria = {f"{module.code}/{part.code}" for module in scheme.modules for part in module.criteria}
    kinds = {module.kind.value for module in scheme.modules}
    known = {TieKeyKind.MODULE: modules, TieKeyKind.CRITERION: criteria, TieKeyKind.KIND: kinds}
    for place, key in enumerate(keys, 1):
        if key.code and key.code not in known.get(key.kind, ()):
            yield Problem("tie_key_unknown", {"key": key.name, "place": str(place)})

"""What tells apart entries with the same total: an ordered list of keys (docs/algorithms/standings.md)."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final, TypeAlias

from scoring.entry import EntryResult, weighted
from scoring.errors import invalid_rule
from scoring.json_fields import Json, choice_of, text_of
from scoring.results import ModuleResult
from scoring.scheme import ModuleKind, Scheme
from scoring.values import Special


class TieKeyKind(Enum):
    """`KIND` compares the weighted score of all theory or all practice modules; `TIME` seconds, less is better.

    `COUNT` compares a number that the form of contest gives a name (prizes of a kind, matches won).
    """

    TOTAL = "total"
    MODULE = "module"
    CRITERION = "criterion"
    KIND = "kind"
    TIME = "time"
    COUNT = "count"


_CODED: Final = frozenset({TieKeyKind.MODULE, TieKeyKind.CRITERION, TieKeyKind.KIND, TieKeyKind.COUNT})


class Order(Enum):
    """Which value of a key comes first."""

    MORE_FIRST = "more_first"
    LESS_FIRST = "less_first"


@dataclass(frozen=True, slots=True)
class TieKey:
    """`code`: a module, `module/criterion`, theory | practice, or the name of a count; empty for total and time.

    `order`: None is the usual one, less first for time and more first for all others.
    """

    kind: TieKeyKind
    code: str = ""
    order: Order | None = None

    @property
    def name(self) -> str:
        return f"{self.kind.value}:{self.code}" if self.code else self.kind.value

    @property
    def ascending(self) -> bool:
        if self.order is None:
            return self.kind is TieKeyKind.TIME
        return self.order is Order.LESS_FIRST


class LastRule(Enum):
    """What happens when every key is equal: one shared rank (1, 2, 2, 4), or a person has to decide."""

    SHARED = "shared"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class TopNeverShared:
    """Ranks up to `count` are never shared, so a person has to decide there; lower ones are shared."""

    count: int


LastRuleLike: TypeAlias = LastRule | TopNeverShared


def last_rule_from_text(text: str) -> LastRuleLike:
    """`shared`, `unresolved` or `top_3_never_shared`. Raises InvalidRule last_rule_unknown."""
    top = _TOP.fullmatch(text)
    if top:
        return TopNeverShared(int(top[1]))
    try:
        return LastRule(text)
    except ValueError:
        raise invalid_rule("last_rule_unknown", rule=text) from None


def last_rule_to_text(last: LastRuleLike) -> str:
    """The inverse of `last_rule_from_text`."""
    return last.value if isinstance(last, LastRule) else f"top_{last.count}_never_shared"


_TOP: Final = re.compile(r"top_([1-9][0-9]{0,2})_never_shared")
TOTAL: Final = TieKey(TieKeyKind.TOTAL)
TIME: Final = TieKey(TieKeyKind.TIME)


def tie_key_from_json(data: Json) -> TieKey:
    """`{"kind":"module","code":"A"}`, with "order" where it is not the usual one.

    Raises InvalidRule: codes of `json_fields`, tie_key_code_missing,
    tie_key_code_not_wanted.
    """
    kind, code = choice_of(data, "kind", TieKeyKind), text_of(data, "code", "")
    if kind in _CODED and not code:
        raise invalid_rule("tie_key_code_missing", kind=kind.value)
    if kind not in _CODED and code:
        raise invalid_rule("tie_key_code_not_wanted", kind=kind.value, code=code)
    return TieKey(kind, code, None if data.get("order") is None else choice_of(data, "order", Order))


def tie_key_to_json(key: TieKey) -> dict[str, str]:
    """The inverse of `tie_key_from_json`."""
    code = {"code": key.code} if key.code else {}
    order = {"order": key.order.value} if key.order else {}
    return {"kind": key.kind.value, **code, **order}


def tie_values(scheme: Scheme, result: EntryResult, seconds: Decimal | None = None) -> dict[str, Decimal]:
    """Every value the keys can compare, by `TieKey.name`; what is not a number is left out.

    Modules and kinds are in points of the total (module percent x weight), criteria in points of the sheet.
    """
    values = {} if isinstance(result.total, Special) else {TOTAL.name: result.total}
    if seconds is not None:
        values[TIME.name] = seconds
    kinds: dict[ModuleKind, Fraction] = {}
    for module, scored in zip(scheme.modules, result.modules, strict=True):
        if isinstance(scored.score.points, Special):
            continue
        share = weighted(module, scored.score.points, scored.score.maximum)
        kinds[module.kind] = kinds.get(module.kind, Fraction()) + share
        values[TieKey(TieKeyKind.MODULE, module.code).name] = _decimal(share)
        values.update(_criterion_values(scored))
    values.update(
        {TieKey(TieKeyKind.KIND, kind.value).name: _decimal(share) for kind, share in kinds.items()}
    )
    return values


def _criterion_values(module: ModuleResult) -> dict[str, Decimal]:
    return {
        TieKey(TieKeyKind.CRITERION, f"{module.code}/{criterion.code}").name: criterion.points
        for criterion in module.criteria
        if not isinstance(criterion.points, Special)
    }


def _decimal(share: Fraction) -> Decimal:
    """Equal fractions give equal decimals, so comparing them is as good as comparing the fractions."""
    return Decimal(share.numerator) / Decimal(share.denominator)

"""From the rows of the CIS sheet to a scheme plan, collecting every problem on the way."""

import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from common.errors import Problem
from common.spreadsheets import Finding, Table, TableRow
from competition.domain.rule_notation import NotationError, rule_from_notation
from competition.domain.scheme_plan import AspectPlan, ModulePlan, SubCriterionPlan, core_module
from competition.importers import scheme_columns as wrong
from competition.queries.scheme_problems import worded
from scoring.aspects import AspectRule, Judgement
from scoring.derived_problems import derived_problems
from scoring.errors import InvalidRule
from scoring.errors import Problem as ScoringProblem
from scoring.scheme import Aspect
from scoring.scheme_problems import aspect_problems

MODULE_ID = re.compile(r"[A-Z]")
SUB_CRITERION_ID = re.compile(r"([A-Z])([1-9]\d?)")
SCORES = ("0", "1", "2", "3")
MOST = Decimal(100)
TYPES = {"M": "M", "J": "J", "测量": "M", "评判": "J"}


@dataclass(slots=True)
class _Aspect:
    row: TableRow
    code: str
    kind: str
    benchmarks: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _SubCriterion:
    row: TableRow
    code: str
    aspects: list[_Aspect] = field(default_factory=list)


@dataclass(slots=True)
class SchemeReader:
    """Rows in, plan and findings out. A row that is wrong does not hide what is wrong in the next."""

    table: Table
    findings: list[Finding] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    parts: list[_SubCriterion] = field(default_factory=list)

    def read(self) -> list[ModulePlan]:
        for row in self.table.rows:
            self._row(row)
        modules: dict[str, list[SubCriterionPlan]] = {}
        for part in self.parts:
            modules.setdefault(part.code[0], []).append(self._plan(part))
        plans = [ModulePlan(code, self.names.get(code, ""), tuple(subs)) for code, subs in modules.items()]
        if not self.findings:
            self._between(plans)
        return plans

    def _between(self, plans: list[ModulePlan]) -> None:
        """What is wrong between aspects, said once every aspect by itself can be read."""
        rows = {aspect.code: aspect.row for part in self.parts for aspect in part.aspects}
        for plan in plans:
            for found in derived_problems(core_module(plan)):
                code = found.where.get("aspect") or found.data["cycle"].split(" → ")[0]
                where = {"module": plan.code, **found.where}
                self._report(rows[code], "extra", worded(ScoringProblem(found.code, found.data, where)))

    def _report(self, row: TableRow, name: str, problem: Problem) -> None:
        column = self.table.column(name)
        self.findings.append(Finding(row.number, column, problem, name, row.values.get(name, "")))

    def _row(self, row: TableRow) -> None:
        values = row.values
        if values["sub_criterion_id"]:
            self._sub_criterion(row, values["sub_criterion_id"].upper())
        elif values["aspect_type"]:
            self._aspect(row)
        elif values["judgement_score"]:
            self._benchmark(row)
        elif any(values[name] for name in ("description", "extra", "max_mark", "sub_criterion_name")):
            self._report(row, "aspect_type", wrong.ROW_NOT_UNDERSTOOD())

    def _sub_criterion(self, row: TableRow, code: str) -> None:
        name = row.values["sub_criterion_name"]
        if MODULE_ID.fullmatch(code):
            self.names[code] = name
            return
        if not SUB_CRITERION_ID.fullmatch(code):
            self._report(row, "sub_criterion_id", wrong.SUB_CRITERION_ID_INVALID(value=code))
            code = "?"
        first = next((part.row.number for part in self.parts if part.code == code != "?"), None)
        if first:
            self._report(row, "sub_criterion_id", wrong.SUB_CRITERION_TWICE(value=code, first=first))
        if not name:
            self._report(row, "sub_criterion_name", wrong.SUB_CRITERION_NAME_MISSING(value=code))
        self.parts.append(_SubCriterion(row, code))
        if row.values["aspect_type"]:
            self._aspect(row)

    def _aspect(self, row: TableRow) -> None:
        if not self.parts:
            self._report(row, "sub_criterion_id", wrong.ASPECT_OUTSIDE())
            return
        text = row.values["aspect_type"].upper()
        kind = TYPES.get(text, "")
        if not kind:
            self._report(row, "aspect_type", wrong.ASPECT_TYPE_UNKNOWN(value=text))
        if not row.values["description"]:
            self._report(row, "description", wrong.DESCRIPTION_MISSING())
        part = self.parts[-1]
        part.aspects.append(_Aspect(row, f"{part.code}.{len(part.aspects) + 1}", kind))

    def _benchmark(self, row: TableRow) -> None:
        score = row.values["judgement_score"]
        aspect = self.parts[-1].aspects[-1] if self.parts and self.parts[-1].aspects else None
        if aspect is None or aspect.kind == "M":
            self._report(row, "judgement_score", wrong.BENCHMARK_OUTSIDE())
        elif score not in SCORES or score in aspect.benchmarks:
            self._report(row, "judgement_score", wrong.BENCHMARK_SCORE_INVALID(value=score))
        else:
            aspect.benchmarks[score] = row.values["extra"]

    def _plan(self, part: _SubCriterion) -> SubCriterionPlan:
        values = part.row.values
        aspects = tuple(self._aspect_plan(aspect) for aspect in part.aspects)
        return SubCriterionPlan(part.code, values["sub_criterion_name"], values.get("day", ""), aspects)

    def _aspect_plan(self, aspect: _Aspect) -> AspectPlan:
        values, max_mark = aspect.row.values, self._max_mark(aspect.row)
        rule = self._rule(aspect)
        if rule and max_mark is not None:
            self._unfit(aspect, rule, max_mark)
        return AspectPlan(
            code=aspect.code,
            description=values["description"],
            extra=values["extra"],
            requirement=values.get("requirement", ""),
            wsss_section=values.get("wsss_section", ""),
            max_mark=max_mark or Decimal(0),
            rule=rule or Judgement(()),
        )

    def _unfit(self, aspect: _Aspect, rule: AspectRule, max_mark: Decimal) -> None:
        """What `scoring` has against this rule."""
        for found in aspect_problems(Aspect(aspect.code, max_mark, rule), {"aspect": aspect.code}):
            column = "max_mark" if found.code == "aspect_without_maximum" else "extra"
            self._report(aspect.row, column, worded(found))

    def _max_mark(self, row: TableRow) -> Decimal | None:
        text = row.values["max_mark"]
        try:
            value = Decimal(text)
        except InvalidOperation:
            value = Decimal(-1)
        if not value.is_finite() or not 0 <= value <= MOST or value != value.quantize(Decimal("0.01")):
            self._report(row, "max_mark", wrong.MAX_MARK_INVALID(value=text))
            return None
        return value

    def _rule(self, aspect: _Aspect) -> AspectRule | None:
        if aspect.kind == "M":
            try:
                return rule_from_notation(aspect.row.values["extra"])
            except NotationError as error:
                self._report(aspect.row, "extra", wrong.RULE_NOT_UNDERSTOOD(line=error.line))
                return None
            except InvalidRule as error:
                found = ScoringProblem(error.code, error.data, {"aspect": aspect.code})
                self._report(aspect.row, "extra", worded(found))
                return None
        missing = [score for score in SCORES if not aspect.benchmarks.get(score)]
        if missing and aspect.kind:
            self._report(aspect.row, "judgement_score", wrong.BENCHMARKS_MISSING(scores="、".join(missing)))
            return None
        return Judgement(tuple(aspect.benchmarks[score] for score in SCORES)) if aspect.kind else None

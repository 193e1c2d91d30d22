"""From the rows of a roster to clean lines, collecting every problem on the way."""

import re
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from common.errors import Problem
from common.spreadsheets import Finding, Table, TableRow
from competition.domain.roster import RosterLine, clean_name
from competition.importers import roster_columns as wrong
from people.actions.person import checked_identity
from people.domain.identity import mask_identity, mask_phone

LIMITS = {"name": 60, "delegation": 120, "employer": 120, "name_en": 80}
NAME = re.compile(r"[^\W\d_]+(?:[ ·.'’-]+[^\W\d_]+)*\.?")
PHONE = re.compile(r"1\d{10}|\+\d{6,15}|0\d{2,3}-?\d{7,8}(?:-\d{1,6})?")
NUMBER = re.compile(r"[A-Za-z0-9-]{1,12}")
ABSENT = frozenset({"缺考", "缺席", "absent"})
BEST = Decimal(100)
LABELS = {column.name: column.label for column in wrong.COLUMNS}


@dataclass(slots=True)
class RosterReader:
    table: Table
    findings: list[Finding] = field(default_factory=list)
    seen: dict[tuple[str, str], int] = field(default_factory=dict)

    def read(self) -> list[RosterLine]:
        """The lines without a finding of their own."""
        lines = []
        for row in self.table.rows:
            before = len(self.findings)
            line = self._line(row)
            if len(self.findings) == before:
                lines.append(line)
        return lines

    def report(self, row: int, name: str, problem: Problem, value: str) -> None:
        shown = {"identity_number": mask_identity, "phone": mask_phone}.get(name, str)(value)
        self.findings.append(Finding(row, self.table.column(name), problem, name, shown))

    def _line(self, row: TableRow) -> RosterLine:
        values = {name: _half_width(text) for name, text in row.values.items()}
        theory = values.get("theory_score", "").casefold()
        return RosterLine(
            row=row.number,
            name=self._name(row.number, values["name"]),
            identity_number=self._identity(row.number, values["identity_number"]),
            delegation=self._text(row.number, "delegation", row.values["delegation"], required=True),
            employer=self._text(row.number, "employer", row.values.get("employer", "")),
            phone=self._phone(row.number, values.get("phone", "")),
            name_en=self._text(row.number, "name_en", values.get("name_en", "")),
            number=self._number(row.number, values.get("number", "")),
            theory=None if theory in ABSENT else self._theory(row.number, theory),
            theory_absent=theory in ABSENT,
        )

    def _text(self, row: int, name: str, text: str, *, required: bool = False) -> str:
        if required and not text:
            self.report(row, name, wrong.VALUE_MISSING(field=str(LABELS[name])), text)
        if len(text) > LIMITS[name]:
            self.report(row, name, wrong.VALUE_TOO_LONG(field=str(LABELS[name]), limit=LIMITS[name]), text)
        return text

    def _name(self, row: int, text: str) -> str:
        name = clean_name(self._text(row, "name", text, required=True))
        if name and not NAME.fullmatch(name):
            self.report(row, "name", wrong.NAME_INVALID(), text)
        return name

    def _identity(self, row: int, text: str) -> str:
        if not text:
            label = str(LABELS["identity_number"])
            self.report(row, "identity_number", wrong.VALUE_MISSING(field=label), text)
            return ""
        try:
            number = checked_identity(text)
        except Problem as problem:
            self.report(row, "identity_number", problem, text)
            return ""
        first = self.seen.setdefault(("identity_number", number), row)
        if first != row:
            self.report(row, "identity_number", wrong.IDENTITY_TWICE(first=first), text)
        return number

    def _phone(self, row: int, text: str) -> str:
        phone = text.replace(" ", "")
        if phone and not PHONE.fullmatch(phone):
            self.report(row, "phone", wrong.PHONE_INVALID(), text)
        return phone

    def _number(self, row: int, text: str) -> str:
        if not text:
            return ""
        if not NUMBER.fullmatch(text):
            self.report(row, "number", wrong.NUMBER_INVALID(), text)
        first = self.seen.setdefault(("number", text), row)
        if first != row:
            self.report(row, "number", wrong.NUMBER_TWICE(number=text, first=first), text)
        return text

    def _theory(self, row: int, text: str) -> Decimal | None:
        if not text:
            return None
        try:
            score = Decimal(text)
        except InvalidOperation:
            score = Decimal(-1)
        if not score.is_finite() or not 0 <= score <= BEST or score != score.quantize(Decimal("0.01")):
            self.report(row, "theory_score", wrong.THEORY_INVALID(value=text), text)
            return None
        return score


def _half_width(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()

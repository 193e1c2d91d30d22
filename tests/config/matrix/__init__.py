"""Who may call which operation: one file for each app, one row for each operation of the schema."""

from tests.config.matrix import certificates, competition, marking, papers, people, preparation, results
from tests.config.matrix.row import Row

MATRIX: dict[str, Row] = {
    **people.ROWS,
    **preparation.ROWS,
    **competition.ROWS,
    **marking.ROWS,
    **papers.ROWS,
    **results.ROWS,
    **certificates.ROWS,
}

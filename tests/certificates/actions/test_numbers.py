"""Numbers under contention: no gap, none twice. On SQLite the threads work on a file, as in production."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, connections, transaction

from certificates.actions.numbers import allot
from certificates.domain.numbers import Stem

THREADS, ROUNDS, EACH = 6, 5, 3


@pytest.fixture
def _shared_database(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    settings = connections.settings["default"]
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    with sqlite3.connect(tmp_path / "numbers.sqlite3") as copy:
        connection.connection.backup(copy)
    copy.close()
    name, settings["NAME"] = settings["NAME"], str(tmp_path / "numbers.sqlite3")
    yield
    settings["NAME"] = name


@pytest.mark.usefixtures("_shared_database")
def test_threads_never_get_the_same_number_and_leave_no_gap() -> None:
    got: list[str] = []
    errors: list[Exception] = []
    start = threading.Barrier(THREADS)

    def work(worker: int) -> None:
        try:
            start.wait()
            for turn in range(ROUNDS):
                fails = turn == worker % ROUNDS
                with transaction.atomic():
                    numbers = allot(Stem("T2026"), EACH)
                    transaction.set_rollback(fails)  # a batch that fails gives its numbers back
                if not fails:
                    got.extend(numbers)
        except Exception as error:  # noqa: BLE001  told to the main thread
            errors.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=(n,)) for n in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert sorted(got) == [f"T2026{n:06}" for n in range(1, THREADS * (ROUNDS - 1) * EACH + 1)]

"""Where the room listens, and what is opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from tacitus.errors import InputError
from tacitus.web.serving import address_of, is_warehouse, listen, token_for


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.8.9.1"])
def test_this_machine_needs_no_token(host: str) -> None:
    assert token_for(host, None) is None


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org", "localhost.example.org"])
def test_others_always_need_one(host: str) -> None:
    made = token_for(host, None)
    assert made is not None
    assert len(made) >= 32
    assert token_for(host, "own") == "own"


def test_a_taken_port_makes_way_for_the_next() -> None:
    with listen("127.0.0.1", 18470) as first:
        first.listen()
        with listen("127.0.0.1", first.getsockname()[1]) as second:
            assert second.getsockname()[1] != first.getsockname()[1]


def test_a_host_that_is_not_of_this_machine_is_told() -> None:
    with pytest.raises(InputError, match="cannot be served at"):
        listen("192.0.2.1", 18470)


def test_addresses_are_written_as_browsers_take_them() -> None:
    assert address_of("::1", 80, None) == "http://[::1]:80/"
    assert address_of("0.0.0.0", 80, "a b") == "http://0.0.0.0:80/?token=a+b"


def test_a_warehouse_is_told_from_a_report(tmp_path: Path) -> None:
    (tmp_path / "about.parquet").touch()
    assert is_warehouse(Path("news.duckdb"))
    assert is_warehouse(tmp_path)
    assert not is_warehouse(tmp_path / "report.txt")

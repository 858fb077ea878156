"""Work away from the main thread comes home, in order, with its errors."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator

import pytest

from newsdesk.errors import Trouble
from newsdesk.jobs import Jobs, Lane, map_processes


class Thing:
    """Knows which thread made it, used it and closed it."""

    def __init__(self) -> None:
        self.thread = threading.get_ident()
        self.closed_by = 0

    def close(self) -> None:
        self.closed_by = threading.get_ident()


class Home:
    """Collects results and errors; `deliver` counts what went through it."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.errors: list[BaseException] = []
        self.delivered = 0

    def deliver(self, call: Callable[[], None]) -> None:
        self.delivered += 1
        call()


@pytest.fixture
def home() -> Home:
    return Home()


def test_a_lane_works_on_one_thread_in_order(home: Home) -> None:
    lane = Lane(Thing, home.deliver)
    things: list[Thing] = []

    def use(number: int) -> Callable[[Thing], int]:
        def work(thing: Thing) -> int:
            things.append(thing)
            assert thing.thread == threading.get_ident()
            return number

        return work

    for number in range(20):
        lane.do(use(number), home.results.append, home.errors.append)
    lane.close()
    assert home.results == list(range(20))
    assert home.errors == []
    assert home.delivered == 20
    assert len(set(map(id, things))) == 1
    assert things[0].closed_by == things[0].thread != threading.get_ident()


def test_a_lane_brings_errors_home_and_goes_on(home: Home) -> None:
    lane = Lane(Thing, home.deliver)
    lane.do(lambda _: 1 // 0, home.results.append, home.errors.append)
    lane.do(lambda _: "next", home.results.append, home.errors.append)
    lane.close()
    assert [type(error) for error in home.errors] == [ZeroDivisionError]
    assert home.results == ["next"]


def test_a_lane_makes_its_thing_anew_when_that_failed(home: Home) -> None:
    tries = iter([True, False])

    def make() -> Thing:
        if next(tries):
            raise OSError("not yet")
        return Thing()

    lane = Lane(make, home.deliver)
    lane.do(lambda _: "first", home.results.append, home.errors.append)
    lane.do(lambda _: "second", home.results.append, home.errors.append)
    lane.close()
    assert [str(error) for error in home.errors] == ["not yet"]
    assert home.results == ["second"]


def test_a_lane_ends_its_thread_though_its_thing_cannot_be_let_go_of(home: Home) -> None:
    class Stuck(Thing):
        def close(self) -> None:
            raise OSError("stuck")

    threads: list[threading.Thread] = []
    lane = Lane(Stuck, home.deliver)
    lane.do(lambda _: threading.current_thread(), threads.append, home.errors.append)
    with pytest.raises(OSError, match="stuck"):
        lane.close()
    assert not threads[0].is_alive()


def test_a_call_that_was_cancelled_brings_nothing_home(home: Home) -> None:
    lane = Lane(Thing, home.deliver)
    go = threading.Event()
    lane.do(lambda _: go.wait(10), home.results.append, home.errors.append)
    cancelled = lane.do(lambda _: "never", home.results.append, home.errors.append)
    assert cancelled.cancel()
    go.set()
    lane.close()
    assert home.results == [True]
    assert home.errors == []


def test_jobs_run_in_threads_and_apart(home: Home) -> None:
    jobs = Jobs(home.deliver)
    threads: list[int] = []
    jobs.run(threading.get_ident, threads.append, home.errors.append)
    jobs.run_apart(process_of, "x", home.results.append, home.errors.append).result()
    jobs.run_apart(process_of, "y", home.results.append, home.errors.append).result()
    failing = jobs.run_apart(int, "no number", home.results.append, home.errors.append)
    assert isinstance(failing.exception(), ValueError)
    jobs.close()
    assert threads[0] != threading.get_ident()
    assert len(set(home.results)) == 1
    assert home.results != [os.getpid()] * 2
    assert [type(error) for error in home.errors] == [ValueError]


def process_of(_: str) -> int:
    """The process that runs this."""
    return os.getpid()


@pytest.mark.parametrize("workers", [1, 2])
def test_a_map_over_processes_keeps_the_order(workers: int) -> None:
    values = [str(number) for number in range(25)]
    assert list(map_processes(int, values, workers=workers, chunk=3)) == list(range(25))


def test_a_map_over_processes_draws_and_drops_as_it_goes() -> None:
    drawn: list[int] = []

    def source() -> Iterator[int]:
        for number in range(1000):
            drawn.append(number)
            yield number

    results = map_processes(abs, source(), workers=2, chunk=2)
    assert next(results) == 0
    results.close()
    assert len(drawn) < 20


def test_an_error_in_a_process_comes_out_in_its_place() -> None:
    results = map_processes(int, ["1", "2", "none", "4"], workers=2, chunk=1)
    assert [next(results), next(results)] == [1, 2]
    with pytest.raises(ValueError, match="none"):
        next(results)


def test_a_process_that_is_ended_from_outside_is_trouble() -> None:
    with pytest.raises(Trouble, match="ended from outside"):
        list(map_processes(os._exit, [1, 1], workers=2, chunk=1))

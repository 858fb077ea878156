"""Outlines as lists of points: curves, hills, waves and the like."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

Point = tuple[float, float]


def rectangle(left: float, top: float, width: float, height: float) -> list[Point]:
    """The four corners of an upright rectangle."""
    return [(left, top), (left + width, top), (left + width, top + height), (left, top + height)]


def oval(centre: Point, across: float, down: float, start: float = 0, end: float = 360) -> list[Point]:
    """Points on an ellipse with those half axes, from one angle (degrees, clockwise from the right) to another."""
    steps = max(12, int(abs(end - start) / 3))
    angles = [math.radians(start + (end - start) * step / steps) for step in range(steps + 1)]
    return [(centre[0] + across * math.cos(angle), centre[1] + down * math.sin(angle)) for angle in angles]


def curve(points: Sequence[Point], steps: int = 12) -> list[Point]:
    """A smooth line through all of `points` (Catmull-Rom)."""
    padded = [points[0], *points, points[-1]]
    line: list[Point] = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(steps):
            line.append(_between(a, b, c, d, step / steps))
    return [*line, points[-1]]


def _between(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    def along(axis: int) -> float:
        p, q, r, s = a[axis], b[axis], c[axis], d[axis]
        return 0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t**2 + (3 * q - p - 3 * r + s) * t**3)

    return along(0), along(1)


def ridge(width: float, level: float, height: float, seed: int, roughness: float = 0.5) -> list[Point]:
    """The outline of hills across the whole width, around `level`, to be closed below by `down_to`."""
    chance = Random(seed)
    waves = [
        (chance.uniform(0.6, 1.4) * 2**octave, chance.uniform(0, math.tau), roughness**octave)
        for octave in range(6)
    ]
    line = []
    for step in range(241):
        part = step / 240
        rise = sum(size * math.sin(math.tau * pace * part + phase) for pace, phase, size in waves)
        line.append((part * width, level - height * rise / 1.6))
    return line


def down_to(line: Sequence[Point], bottom: float) -> list[Point]:
    """Close an outline that runs from left to right by a straight bottom."""
    return [*line, (line[-1][0], bottom), (line[0][0], bottom)]


def moved(points: Sequence[Point], right: float = 0, down: float = 0, scale: float = 1) -> list[Point]:
    """The same outline scaled about the origin and then moved."""
    return [(x * scale + right, y * scale + down) for x, y in points]


def turned(points: Sequence[Point], degrees: float, about: Point) -> list[Point]:
    """The same outline turned clockwise about a point."""
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [
        (
            about[0] + (x - about[0]) * cosine - (y - about[1]) * sine,
            about[1] + (x - about[0]) * sine + (y - about[1]) * cosine,
        )
        for x, y in points
    ]


def sag(start: Point, end: Point, depth: float, steps: int = 40) -> list[Point]:
    """A cable hung between two points, `depth` below the straight line at its middle."""
    return [
        (
            start[0] + (end[0] - start[0]) * part,
            start[1] + (end[1] - start[1]) * part + depth * 4 * part * (1 - part),
        )
        for part in (step / steps for step in range(steps + 1))
    ]


def points(text: str) -> list[Point]:
    """An outline written as in SVG: "x,y x,y …"."""
    return [(float(x), float(y)) for x, y in (pair.split(",") for pair in text.split())]

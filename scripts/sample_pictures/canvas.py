"""A sheet to draw on: flat shapes, gradients, light, mist and water, all smooth at the edges."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter, ImageFont

from sample_pictures.shapes import Point, oval, rectangle

FINER = 3  # drawn this much larger and reduced at the end, for smooth edges


@dataclass(frozen=True, slots=True)
class Fade:
    """A gradient from `start` to `end` (in pixels down the sheet, or across it) through evenly spaced colours."""

    start: float
    end: float
    colours: tuple[str, ...]
    across: bool = False


Fill = str | Fade


class Canvas:
    """A sheet of `width` by `height` pixels; places and sizes are in pixels of the finished picture."""

    def __init__(self, width: int, height: int, seed: int) -> None:
        self.width, self.height = width, height
        self.chance = Random(seed)
        self._sheet = Image.new("RGB", (width * FINER, height * FINER))

    def shape(self, points: Sequence[Point], fill: Fill, alpha: float = 1, blur: float = 0) -> None:
        """Fill an outline; `blur` softens its edge by so many pixels."""
        mask, place = self._mask(points, blur)
        self._lay(mask, place, fill, alpha)

    def shapes(self, outlines: Sequence[Sequence[Point]], fill: Fill, alpha: float = 1) -> None:
        """Fill several outlines that do not need to know of one another."""
        for points in outlines:
            self.shape(points, fill, alpha)

    def box(self, left: float, top: float, width: float, height: float, fill: Fill, alpha: float = 1) -> None:
        """Fill an upright rectangle."""
        self.shape(rectangle(left, top, width, height), fill, alpha)

    def disc(self, centre: Point, radius: float, fill: Fill, alpha: float = 1, blur: float = 0) -> None:
        """Fill a circle."""
        self.shape(oval(centre, radius, radius), fill, alpha, blur)

    def line(self, points: Sequence[Point], width: float, fill: Fill, alpha: float = 1) -> None:
        """Draw a line through points, with round joints."""
        margin = width + 1
        box = self._box(points, margin)
        if box is None:
            return
        mask = Image.new("L", (box[2] - box[0], box[3] - box[1]))
        draw = ImageDraw.Draw(mask)
        shifted = [(x * FINER - box[0], y * FINER - box[1]) for x, y in points]
        draw.line(shifted, fill=255, width=max(1, round(width * FINER)), joint="curve")
        self._lay(mask, (box[0], box[1]), fill, alpha)

    def glow(self, centre: Point, radius: float, colour: str, strength: float = 1, flat: float = 1) -> None:
        """Add light around a point, fading to nothing at `radius`; `flat` below 1 presses it flat."""
        across, down = round(radius * 2 * FINER), max(1, round(radius * 2 * flat * FINER))
        # Pillow's gradient is 255 in the corners and 181 where its circle touches the sides.
        falloff = Image.radial_gradient("L").point(lambda value: round((1 - min(value / 180, 1)) ** 1.9 * 255))
        mask = falloff.resize((across, down), Image.Resampling.BICUBIC)
        self._shine(
            mask, (round(centre[0] * FINER) - across // 2, round(centre[1] * FINER) - down // 2), colour, strength
        )

    def beam(
        self, points: Sequence[Point], colour: str, strength: float, blur: float = 6, fade: Fade | None = None
    ) -> None:
        """Add light in the form of an outline; `fade` is in greys, white for full light."""
        mask, place = self._mask(points, blur)
        if fade:
            grey = self._colours(fade, mask.size, place).convert("L")
            mask = ImageChops.multiply(mask, grey)
        self._shine(mask, place, colour, strength)

    def mist(self, top: float, bottom: float, colour: str, alpha: float, grain: tuple[int, int] = (6, 10)) -> None:
        """Lay clouds or mist over a band; `grain` says how many puffs stand across and down."""
        size = (self.width * FINER, round((bottom - top) * FINER))
        mask = Image.new("L", size)
        for octave in range(4):
            across, down = grain[0] * 2**octave + 3, grain[1] * 2**octave + 3
            puffs = Image.frombytes("L", (across, down), self.chance.randbytes(across * down))
            mask = ImageChops.add(
                mask,
                puffs.resize(size, Image.Resampling.BICUBIC).point(lambda v, o=octave: round(v / 2 ** (o + 1))),
            )
        mask = mask.point(lambda value: max(0, min(255, round((value - 105) * 3))))
        band = self._colours(Fade(top, bottom, ("#000", "#fff", "#fff", "#000")), size, (0, round(top * FINER)))
        mask = ImageChops.multiply(mask, band.convert("L"))
        self._lay(mask, (0, round(top * FINER)), colour, alpha)

    def mirror(
        self,
        line: float,
        bottom: float,
        wobble: float,
        depth: float = 0,
        within: Sequence[Point] = (),
        alpha: float = 1,
    ) -> None:
        """Mirror what stands above the water's `line` in the water below it, down to `bottom`.

        `depth` is how much of the upper picture is seen in it (by default as much as there is water);
        `within` keeps to an outline, with soft edges.
        """
        high, low = round(line * FINER), round(bottom * FINER)
        depth_high = round((depth or (bottom - line)) * FINER)
        size = (self._sheet.width, low - high)
        upper = self._sheet.crop((0, high - depth_high, size[0], high))
        upper = upper.transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize(size, Image.Resampling.BILINEAR)
        upper = upper.filter(ImageFilter.GaussianBlur(2 * FINER))
        water = Image.new("RGB", size)
        for row in range(size[1]):
            part = row / size[1]
            phase = 130 * math.log(1 + 9 * part) * (1 + part / 4)
            shift = wobble * FINER * (0.15 + part) * (math.sin(phase) + 0.5 * math.sin(2.3 * phase + 1))
            strip = upper.crop((0, row, size[0], row + 1))
            water.paste(ImageChops.offset(strip, round(shift), 0), (0, row))
        mask = Image.new("L", size, 0 if within else 255)
        if within:
            soft, place = self._mask(within, 5)
            mask.paste(soft, (place[0], place[1] - high))
        self._sheet.paste(water, (0, high), mask.point(lambda value: round(value * alpha)))

    def ripples(
        self,
        line: float,
        bottom: float,
        colour: str,
        alpha: float,
        count: int,
        around: tuple[float, float] | None = None,
    ) -> None:
        """Scatter flat glints over water, small at the horizon and larger near; `around` = (middle, spread)."""
        for _glint in range(count):
            part = self.chance.random() ** 1.6
            y = line + (bottom - line) * part
            size = 6 + 60 * part * self.chance.uniform(0.4, 1)
            if around:
                x = self.chance.gauss(around[0], around[1] * (0.35 + part))
            else:
                x = self.chance.uniform(0, self.width)
            glint = oval((x, y), size, 0.7 + 2.6 * part)
            self.shape(glint, colour, alpha * self.chance.uniform(0.4, 1))

    def text(self, middle: Point, words: str, size: float, fill: Fill, alpha: float = 1) -> None:
        """Set words around a point, in the face that comes with Pillow."""
        face = ImageFont.load_default(size * FINER)
        left, top, right, bottom = (math.floor(edge) for edge in face.getbbox(words))
        mask = Image.new("L", (right - left + 4, bottom - top + 4))
        ImageDraw.Draw(mask).text((2 - left, 2 - top), words, fill=255, font=face)
        place = (round(middle[0] * FINER) - mask.width // 2, round(middle[1] * FINER) - mask.height // 2)
        self._lay(mask, place, fill, alpha)

    def finished(self, grain: int = 3) -> Image.Image:
        """The picture in its final size, with a little grain, which keeps the gradients free of steps."""
        picture = self._sheet.resize((self.width, self.height), Image.Resampling.LANCZOS)
        size = (self.width // 2 + 1, self.height // 2 + 1)
        noise = Image.frombytes("L", size, self.chance.randbytes(size[0] * size[1]))
        noise = noise.resize(picture.size, Image.Resampling.BICUBIC)
        noise = noise.point(lambda value: 128 + round((value - 128) * grain / 128))
        return ImageChops.add(picture, Image.merge("RGB", (noise, noise, noise)), 1, -128)

    def _box(self, points: Sequence[Point], margin: float) -> tuple[int, int, int, int] | None:
        """The part of the sheet that an outline touches, in fine pixels."""
        across, down = [x for x, _y in points], [y for _x, y in points]
        left = max(0, math.floor((min(across) - margin) * FINER))
        top = max(0, math.floor((min(down) - margin) * FINER))
        right = min(self._sheet.width, math.ceil((max(across) + margin) * FINER))
        bottom = min(self._sheet.height, math.ceil((max(down) + margin) * FINER))
        return (left, top, right, bottom) if left < right and top < bottom else None

    def _mask(self, points: Sequence[Point], blur: float) -> tuple[Image.Image, tuple[int, int]]:
        box = self._box(points, blur * 3 + 1)
        if box is None:
            return Image.new("L", (1, 1)), (0, 0)
        # Room around the box, so that a blurred edge outside the sheet is not drawn as if it ended there.
        room = math.ceil(blur * 3 * FINER)
        mask = Image.new("L", (box[2] - box[0] + 2 * room, box[3] - box[1] + 2 * room))
        shifted = [(x * FINER - box[0] + room, y * FINER - box[1] + room) for x, y in points]
        ImageDraw.Draw(mask).polygon(shifted, fill=255)
        if blur:
            mask = mask.filter(ImageFilter.GaussianBlur(blur * FINER))
            mask = mask.crop((room, room, mask.width - room, mask.height - room))
        return mask, (box[0], box[1])

    def _lay(self, mask: Image.Image, place: tuple[int, int], fill: Fill, alpha: float) -> None:
        if alpha < 1:
            mask = mask.point(lambda value: round(value * alpha))
        self._sheet.paste(self._colours(fill, mask.size, place), place, mask)

    def _shine(self, mask: Image.Image, place: tuple[int, int], colour: str, strength: float) -> None:
        """Add light, as a lamp does: it brightens and never darkens."""
        area = (*place, place[0] + mask.width, place[1] + mask.height)
        light = Image.new("RGB", mask.size)
        light.paste(ImageColor.getrgb(colour), (0, 0), mask.point(lambda value: round(value * min(1, strength))))
        self._sheet.paste(ImageChops.screen(self._sheet.crop(area), light), place)

    def _colours(self, fill: Fill, size: tuple[int, int], place: tuple[int, int]) -> Image.Image:
        """A rectangle of the fill's colours as they are at that place on the sheet."""
        if isinstance(fill, str):
            return Image.new("RGB", size, fill)
        stops = [ImageColor.getrgb(colour) for colour in fill.colours]
        length, first = (size[0], place[0]) if fill.across else (size[1], place[1])
        strip = Image.new("RGB", (length, 1))
        strip.putdata(
            [
                _blend(stops, ((first + step) / FINER - fill.start) / (fill.end - fill.start))
                for step in range(length)
            ]
        )
        if not fill.across:
            strip = strip.transpose(Image.Transpose.ROTATE_270)
        return strip.resize(size, Image.Resampling.NEAREST)


def _blend(stops: Sequence[tuple[int, ...]], part: float) -> tuple[int, ...]:
    """The colour at a part (0 to 1) of the way through evenly spaced stops."""
    at = max(0.0, min(1.0, part)) * (len(stops) - 1)
    index = min(int(at), len(stops) - 2)
    rest = at - index
    rest = rest * rest * (3 - 2 * rest) if len(stops) == 2 else rest
    return tuple(
        round(one + (two - one) * rest) for one, two in zip(stops[index][:3], stops[index + 1][:3], strict=True)
    )

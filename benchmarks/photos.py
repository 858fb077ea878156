"""A web set of five widths from a 12-megapixel JPEG, beside vipsthumbnail."""

from __future__ import annotations

import random
import shutil
import sys
from pathlib import Path

from PIL import Image, ImageFilter

from timing import Cost, cost_of, in_turn, table

WIDTHS = (320, 640, 960, 1280, 1920)
OURS = """
import sys
from pathlib import Path
from newsdesk.photos import derive
for number, source in enumerate(sys.argv[2:]):
    for width, data in derive(Path(source), (320, 640, 960, 1280, 1920)).by_width.items():
        (Path(sys.argv[1]) / f"{number}-{width}.jpg").write_bytes(data)
"""


def contest(work: Path, rounds: int, count: int = 6) -> str:
    """Run it and give the table; says so when vipsthumbnail (Debian's libvips-tools) is not there."""
    shutil.rmtree(work, ignore_errors=True)
    out = work / "out"
    out.mkdir(parents=True)
    originals = [_photo(work / f"{number}.jpg", number) for number in range(count)]
    contestants = {"newsdesk": lambda: cost_of([sys.executable, "-c", OURS, out, *originals])}
    if vips := shutil.which("vipsthumbnail"):
        contestants["vipsthumbnail"] = lambda: _vips(vips, originals, out)
    costs = in_turn(contestants, rounds)
    peer = costs.get("vipsthumbnail")
    rows = [
        [
            name,
            f"{cost.wall:.2f}",
            f"{cost.cpu:.2f}",
            f"{cost.cpu / peer.cpu:.2f}" if peer else "no vipsthumbnail here",
        ]
        for name, cost in costs.items()
    ]
    return table(f"{count} photos of 12 MP, five widths, JPEG", ["what", "wall s", "CPU s", "CPU / vips"], rows)


def _vips(vips: str, originals: list[Path], out: Path) -> Cost:
    costs = [
        cost_of(
            [vips, *originals, "--size", f"{width}x", "-o", f"{out}/%s-{width}.jpg[Q=80,optimize_coding,strip]"]
        )
        for width in WIDTHS
    ]
    return Cost(sum(c.wall for c in costs), sum(c.cpu for c in costs), max(c.peak for c in costs))


def _photo(path: Path, seed: int) -> Path:
    """A picture with the unevenness of a photograph: blurred noise over a gradient."""
    chance = random.Random(seed)
    noise = Image.frombytes("RGB", (500, 375), chance.randbytes(500 * 375 * 3)).filter(ImageFilter.GaussianBlur(2))
    gradient = Image.linear_gradient("L").resize((500, 375)).convert("RGB")
    picture = Image.blend(noise, gradient, 0.4).resize((4000, 3000), Image.Resampling.BICUBIC)
    picture.save(path, quality=92)
    return path

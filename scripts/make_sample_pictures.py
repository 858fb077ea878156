"""Draws the pictures of the sample newsroom: make_sample_pictures.py [NAME...]; the same bytes at each run."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import yaml
from PIL import Image

from sample_pictures import chamber, harbour, land, sea, theatre, town
from sample_pictures.metadata import Facts, with_iptc, xmp

SAMPLES = Path(__file__).parents[1] / "resources" / "samples"

SCENES: dict[str, Callable[[], Image.Image]] = {
    "north-quay-dawn.jpg": harbour.north_quay_dawn,
    "ferry-morning.jpg": harbour.ferry_morning,
    "old-bridge-night.jpg": harbour.old_bridge_night,
    "fish-market.jpg": town.fish_market,
    "customs-house.jpg": town.customs_house,
    "orange-crates.jpg": land.orange_crates,
    "salt-marsh.jpg": land.salt_marsh,
    "lighthouse.jpg": sea.lighthouse,
    "regatta.jpg": sea.regatta,
    "storm-wall.jpg": sea.storm_wall,
    "council-chamber.jpg": chamber.council_chamber,
    "theatre-door.jpg": theatre.theatre_door,
}


def main(names: list[str]) -> None:
    """Draw the pictures of those names, or all of them."""
    texts = yaml.safe_load((SAMPLES / "pictures.yaml").read_text(encoding="utf-8"))
    for name in names or SCENES:
        facts = Facts(**texts[name])
        jpeg = BytesIO()
        SCENES[name]().save(
            jpeg, "JPEG", quality=86, subsampling="4:2:0", optimize=True, progressive=True, xmp=xmp(facts)
        )
        path = SAMPLES / "photos" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(with_iptc(jpeg.getvalue(), facts))
        print(f"{name}: {path.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main(sys.argv[1:])

"""What a desktop is told about the program is valid, agrees with itself, and comes with its icon in every size."""

from __future__ import annotations

import configparser
import re
import runpy
import shutil
import struct
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "packaging" / "linux"
APP_ID = "local.newsdesk.Newsdesk"
DESKTOP = LINUX / f"{APP_ID}.desktop"
METAINFO = LINUX / f"{APP_ID}.metainfo.xml"
SIZES = [16, 22, 24, 32, 48, 64, 128, 256, 512]


def desktop_entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(DESKTOP, encoding="utf-8")
    return parser["Desktop Entry"]


def component() -> ET.Element:
    return ET.parse(METAINFO).getroot()


def faults(*command: str | Path) -> str:
    """What a validator says against a file; nothing where the validator is not installed."""
    if shutil.which(command[0]) is None:
        return ""
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return ran.stdout + ran.stderr if ran.returncode else ""


def test_the_desktop_entry_is_whole() -> None:
    entry = desktop_entry()
    assert {"Name", "GenericName", "Comment", "Keywords"} <= set(entry)
    assert entry["Type"] == "Application"
    assert entry["Exec"] == "newsdesk open %f"
    assert entry["Terminal"] == "false"
    assert entry["Icon"] == entry["StartupWMClass"] == APP_ID
    assert entry["Categories"].endswith(";")
    assert entry["Keywords"].endswith(";")
    assert faults("desktop-file-validate", DESKTOP) == ""


def test_the_metainfo_is_whole() -> None:
    root = component()
    texts = {child.tag: child.text for child in root}
    assert root.attrib == {"type": "desktop-application"}
    assert texts["id"] == texts["icon"] == APP_ID
    assert texts["launchable"] == DESKTOP.name
    assert texts["metadata_license"] == "CC0-1.0"
    assert root.find("content_rating[@type='oars-1.1']") is not None
    assert root.findtext("provides/binary") == "newsdesk"
    assert len(root.findall("description/p")) >= 2
    assert faults("appstreamcli", "validate", "--no-net", METAINFO) == ""


def test_desktop_entry_metainfo_and_project_agree() -> None:
    root, entry = component(), desktop_entry()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert root.findtext("name") == entry["Name"]
    assert root.findtext("summary") == entry["Comment"]
    assert root.findtext("project_license") == project["license"]
    assert root.findtext("developer_name") == project["authors"][0]["name"]
    assert [part.text for part in root.findall("categories/category")] == entry["Categories"].split(";")[:-1]


def test_the_releases_are_those_of_the_changelog() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.findall(r"^## \[?(\d[\w.]*)\]?.*?(\d{4}-\d\d-\d\d)", changelog, re.MULTILINE)
    told = [(part.get("version"), part.get("date")) for part in component().findall("releases/release")]
    assert told == released


@pytest.mark.parametrize("size", SIZES)
def test_the_icon_is_there_in_its_size_and_small(size: int) -> None:
    png = (LINUX / "icons" / "hicolor" / f"{size}x{size}" / "apps" / f"{APP_ID}.png").read_bytes()
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", png[16:24]) == (size, size)
    assert len(png) < 16_384


def test_no_icon_is_of_a_size_that_we_do_not_draw() -> None:
    assert {path.parts[-3] for path in (LINUX / "icons").rglob("*.png")} == {f"{size}x{size}" for size in SIZES}


@pytest.mark.parametrize("name", ["newsdesk", "newsdesk-24", "newsdesk-16"])
def test_the_drawing_of_the_icon_needs_nothing_from_elsewhere(name: str) -> None:
    root = ET.parse(ROOT / "resources" / "icons" / "app" / f"{name}.svg").getroot()
    _, _, width, height = root.attrib["viewBox"].split()
    assert width == height
    values = [value for part in root.iter() for value in part.attrib.values()]
    assert not [value for value in values if re.search(r"//|data:|url\((?!#)", value)]


@pytest.mark.parametrize(
    "place",
    ["packaging/newsdesk.spec", "packaging/linux/install.sh", "scripts/package.py", "scripts/make_app_icons.py"],
)
def test_every_place_calls_the_program_by_the_same_id(place: str) -> None:
    assert set(re.findall(r"\w+\.newsdesk\.Newsdesk", (ROOT / place).read_text(encoding="utf-8"))) == {APP_ID}


def test_a_worker_process_of_the_packaged_program_goes_to_its_work() -> None:
    start = (ROOT / "packaging" / "start.py").read_text(encoding="utf-8")
    assert 0 < start.index("multiprocessing.freeze_support()") < start.index("    main()")


@pytest.mark.parametrize("ending", ["-Regular.ttf", "[wdth,wght].ttf", "-Regular.otf"])
def test_typefaces_are_asked_for_until_they_are_there(ending: str, tmp_path: Path) -> None:
    missing = runpy.run_path(str(ROOT / "scripts" / "missing_packages.py"))["missing_fonts"]
    nowhere, noto = tmp_path / "nowhere", tmp_path / "noto"
    noto.mkdir()
    assert set(missing([nowhere, noto])) == {"fonts-inter", "fonts-noto-core"}
    for family in ("NotoSansThai", "NotoSerifThai", "InterDisplay"):
        (noto / f"{family}{ending}").touch()
    assert set(missing([nowhere, noto])) == {"fonts-inter", "fonts-noto-core"}
    for family in ("NotoSans", "NotoSerif", "NotoNaskhArabic", "Inter"):
        (noto / f"{family}{ending}").touch()
    assert list(missing([nowhere, noto])) == []

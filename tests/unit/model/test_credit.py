"""Credit lines in the forms that agencies and papers write, and back into the house form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.model.credit import Credit, parse_credit, render_credit, split_credit
from newsdesk.model.newsroom import DEFAULT_CREDIT_FORM

FORMS = [
    ("[AHMAD AL-RUBAYE//AFP/Getty]", "AHMAD AL-RUBAYE", "AFP", "Getty"),
    ("(AP Photo/First Last)", "First Last", "AP", ""),
    ("(AP Photo/First Last, File)", "First Last", "AP", ""),
    ("(First Last/The New York Times via AP)", "First Last", "The New York Times", "AP"),
    ("(DHA via AP, File)", "", "DHA", "AP"),
    ("AFP PHOTO / FIRST LAST", "FIRST LAST", "AFP", ""),
    ("(Photo by First LAST / AFP)", "First LAST", "AFP", ""),
    ("(Photo by STR / AFP via Getty Images)", "STR", "AFP", "Getty Images"),
    ("(Photo by First Last / AFP via Getty Images)", "First Last", "AFP", "Getty Images"),
    ("REUTERS/First Last", "First Last", "REUTERS", ""),
    ("REUTERS/Stringer", "Stringer", "REUTERS", ""),
    ("REUTERS/First Last.", "First Last", "REUTERS", ""),
    ("Ministry of Ports/Handout via REUTERS", "Handout", "Ministry of Ports", "REUTERS"),
    ("First Last/Reuters", "First Last", "Reuters", ""),
    ("(Photo by First Last/Getty Images)", "First Last", "Getty Images", ""),
    ("First Last/Provider via Getty Images", "First Last", "Provider", "Getty Images"),
    ("Photo First Last /Agency/Sipa USA", "First Last", "Agency", "Sipa USA"),
    ("SIPA USA/PA Images", "", "SIPA USA", "PA Images"),
    ("AFP/Getty Images", "", "AFP", "Getty Images"),
    ("[//AFP/Getty]", "", "AFP", "Getty"),
    ("[First Last//AFP]", "First Last", "AFP", ""),
    ("Photo: First Last", "First Last", "", ""),
    ("Foto: First Last/dpa", "First Last", "dpa", ""),
    ("Photograph: First Last/The Paper", "First Last", "The Paper", ""),
    ("First Last for The Paper", "First Last", "The Paper", ""),
    ("EPA-EFE/FIRST LAST", "FIRST LAST", "EPA-EFE", ""),
    ("Courtesy of First Last", "First Last", "", ""),
    ("© First Last", "First Last", "", ""),
    ("صورة: إينيس كوستا", "إينيس كوستا", "", ""),
    ("[Lena Fuchs/Harbour Weekly]", "Lena Fuchs", "Harbour Weekly", ""),
    ("J. M. Photo B.", "J. M. Photo B.", "", ""),
    ("", "", "", ""),
]


@pytest.mark.parametrize(("line", "person", "agency", "distributor"), FORMS)
def test_forms_in_use_are_told_apart(line: str, person: str, agency: str, distributor: str) -> None:
    assert parse_credit(line) == Credit(person, agency, distributor)


@pytest.mark.parametrize(
    ("credit", "empty"),
    [
        (Credit("First Last", "AFP", "Getty"), ()),
        (Credit("", "AFP", "Getty"), ("person",)),
        (Credit("STR", "AFP", ""), ("person", "distributor")),
        (Credit(), ("person", "agency", "distributor")),
    ],
)
def test_empty_slots_are_noticed(credit: Credit, empty: tuple[str, ...]) -> None:
    assert credit.empty == empty


@pytest.mark.parametrize(
    ("credit", "form", "line"),
    [
        (Credit("AHMAD AL-RUBAYE", "AFP", "Getty"), DEFAULT_CREDIT_FORM, "[AHMAD AL-RUBAYE//AFP/Getty]"),
        (Credit("Lena Fuchs", "Harbour Weekly"), DEFAULT_CREDIT_FORM, "[Lena Fuchs/Harbour Weekly]"),
        (Credit("Lena Fuchs"), DEFAULT_CREDIT_FORM, "[Lena Fuchs]"),
        (Credit("", "AFP", "Getty"), DEFAULT_CREDIT_FORM, "[AFP/Getty]"),
        (Credit("", "", "Getty"), DEFAULT_CREDIT_FORM, "[Getty]"),
        (Credit("A B", "", "Getty"), DEFAULT_CREDIT_FORM, "[A B/Getty]"),
        (Credit(), DEFAULT_CREDIT_FORM, ""),
        (
            Credit("A B", "AFP", "Getty"),
            "Photo: {person} / {agency} via {distributor}",
            "Photo: A B / AFP via Getty",
        ),
        (Credit("A B", "AFP"), "Photo: {person} / {agency} via {distributor}", "Photo: A B / AFP"),
        (Credit("A B", "AFP"), "({agency} Photo/{person})", "(AFP Photo/A B)"),
        (Credit("A B", "AFP"), "Staff", ""),
    ],
)
def test_the_house_form_leaves_out_empty_slots(credit: Credit, form: str, line: str) -> None:
    assert render_credit(credit, form) == line


NAMES = st.from_regex(r"[A-Z][a-z]{2,9} [A-Z][a-z]{2,9}son", fullmatch=True)


@given(NAMES, st.sampled_from(["", "Harbour Weekly", "AFP"]), st.sampled_from(["", "Getty Images"]))
def test_the_default_form_reads_back(person: str, agency: str, distributor: str) -> None:
    credit = Credit(person, agency, distributor if agency else "")
    assert parse_credit(render_credit(credit, DEFAULT_CREDIT_FORM)) == credit


@given(st.text(max_size=80))
def test_reading_never_fails_and_never_invents_letters(line: str) -> None:
    credit = parse_credit(line)
    kept = "".join((credit.person + credit.agency + credit.distributor).split())
    assert all(character in line for character in kept)


@pytest.mark.parametrize(
    ("caption", "rest", "line"),
    [
        ("The gate in 2018 [A B//AFP/Getty]", "The gate in 2018", "A B//AFP/Getty"),
        ("MPs vote. (AP Photo/A B)", "MPs vote.", "AP Photo/A B"),
        ("MPs vote. (Photo by A B / AFP)", "MPs vote.", "Photo by A B / AFP"),
        ("MPs vote. REUTERS/A B", "MPs vote.", "REUTERS/A B"),
        ("The mayor (left) and/or his deputy", "The mayor (left) and/or his deputy", ""),
        ("The mayor [left]", "The mayor [left]", ""),
        (f"Far{' ' * 200_000}away", f"Far{' ' * 200_000}away", ""),
        ("The gate. " * 9_000 + "[A B//AFP]", ("The gate. " * 9_000).strip(), "A B//AFP"),
        ("", "", ""),
    ],
)
def test_a_credit_at_the_end_of_a_caption_is_told_apart(caption: str, rest: str, line: str) -> None:
    assert split_credit(caption) == (rest, line)

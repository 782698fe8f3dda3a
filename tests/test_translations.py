"""Every translated text against its original: what must stand in both, and how Spanish is set."""

import re

import pytest

from mirps_data.translations import originals, text_in
from tests.conftest import SOURCE

# What need not stand in a translation as it is printed, with what stands there instead, and why.
INSTEAD = {
    ("HND-PRO-13", "CAMIs"): "CAMI",  # Spanish acronyms take no plural s
    ("MEX-PRO-19", "CURPs"): "CURP",  # the same
    ("GTM-PRO-18", "MINEX-UNHCR"): "MINEX-ACNUR [UNHCR]",  # the printed acronym stands in brackets
    ("SLV-EDU-02", "SYSTEM"): "sistema",  # a word in capitals, not an acronym
    ("CRI-PRO-01", "Paseo Canoas"): "Paso Canoas",  # a misprint: the place is Paso Canoas, as in CRI-PRO-02
}
PLACES = {"Belize": "Belice", "Mexico": "México", "Panama": "Panamá", "United States": "Estados Unidos"} | {
    name: name
    for name in (
        *("Peñas Blancas", "Los Chiles", "Tablillas", "Paso Canoas", "Paseo Canoas", "Golfito", "Limón", "Caldera"),
        *("Upala", "Liberia", "Costa Rica", "El Salvador", "Guatemala", "Honduras", "Nicaragua"),
        *("Chiapas", "Tabasco", "Veracruz"),
    )
}


# English verb, Spanish verb: where one stands the other does, so that no commitment grows stronger or weaker.
STRENGTH = {
    "guarantee": ("guarant", "garanti"),
    "ensure": ("ensur|assure", "asegur(?!amiento)"),
    "promote": ("promot", "promo|promuev"),
    "support": ("support", "apoy"),
    "facilitate": ("facilitat(?!or)", "facilit(?!ador)"),
    "prioritize": ("priorit", "priori"),
    "shall": (r"shall\b", "deberá"),
    "should": (r"should\b", "debería"),
    "propose": (r"propos(e|al)", r"propon(er|drá)\b"),
    "consider": ("consider", "consider"),
    "advise": ("advise", r"asesorará|asesorar\b"),
    "will": (r"(will|to be presented|to be used)\b", r"\w+rán?\b"),
}
LONGER = {("CRI-PRO-11", "title"): "the acronym RSD is written out"}


@pytest.fixture(scope="module")
def pairs(tables):
    """Place, English and Spanish of every text."""
    made = text_in(tables.translations, "es")
    return [(place, text, made[place].text) for place, text in originals(vars(tables)).items()]


def lacking(found, place, english, spanish):
    """What is found in the English and stands, as it is or as the exceptions have it, nowhere in the Spanish."""
    expected = [INSTEAD.get((place[1], words), words) for words in found(english)]
    return [(place, words) for words in expected if not re.search(rf"(?<!\w){re.escape(words)}(?!\w)", spanish)]


def test_every_text_of_the_document_is_translated(tables):
    assert set(text_in(tables.translations, "es")) == set(originals(vars(tables)))


def test_the_objectives_are_the_words_of_their_lines(tables):
    lines = SOURCE.read_text(encoding="utf-8").split("\n")
    printed = [
        lines[line - 1].strip().removeprefix("- ").replace("**", "") for line in tables.objectives["source_line"]
    ]
    assert list(tables.objectives["text"]) == printed
    assert len(printed) == 4


def test_every_number_and_percentage_stands_in_both_and_no_other(pairs):
    number = re.compile(r"\d[\d,.]*\d%?|\d%?")
    for place, english, spanish in pairs:
        assert sorted(number.findall(english)) == sorted(number.findall(spanish)), place


def test_every_acronym_stands_in_the_translation(pairs):
    acronym = re.compile(r"\b[A-Z][A-Z0-9]+s?(?:-[A-Z0-9]{2,})*\b")
    assert [gap for pair in pairs for gap in lacking(acronym.findall, *pair)] == []


def test_every_place_stands_in_the_translation(pairs):
    for place, english, spanish in pairs:
        for name in (name for name in PLACES if re.search(rf"\b{name}\b", english)):
            assert INSTEAD.get((place[1], name), PLACES[name]) in spanish, (place, name)


def test_addresses_and_names_of_programmes_stand_as_they_are_printed(pairs):
    names = re.compile(
        r"www\.[\w.]+\w|PRO-NAE 4x4|EMPLEATE|Sembrando Vida|Emergencia Social|Jaguar|SIGES NID|\b\d+-\d{4}\b"
    )
    assert [gap for pair in pairs for gap in lacking(names.findall, *pair)] == []


@pytest.mark.parametrize("verb", list(STRENGTH))
def test_no_commitment_is_stronger_or_weaker_than_it_is_printed(pairs, verb):
    english_verb, spanish_verb = STRENGTH[verb]
    differing = [
        place
        for place, english, spanish in pairs
        if bool(re.search(rf"\b({english_verb})", english, re.IGNORECASE))
        != bool(re.search(rf"\b({spanish_verb})", spanish, re.IGNORECASE))
    ]
    assert differing == []


def test_each_text_is_about_as_long_as_its_original(pairs):
    for place, english, spanish in pairs:
        if place[1:] not in LONGER:
            assert 0.8 <= len(spanish) / len(english) <= 1.7, place


def test_no_english_is_left_over(pairs):
    english_words = re.compile(
        r"\b(the|of|and|with|for|to|by|on|from|their|will|which|that|refugees?|asylum|people|persons?|seekers?)\b",
        re.IGNORECASE,
    )
    assert [(place, english_words.findall(text)) for place, _, text in pairs if english_words.search(text)] == []


def test_titles_begin_the_translated_texts(pairs):
    texts = {place: spanish for place, _, spanish in pairs}
    titles = [(place, spanish) for place, _, spanish in pairs if place[2] == "title"]
    assert len(titles) == 30
    for (table, key, _), title in titles:
        assert texts[table, key, "text"].startswith(f"{title}: "), key


def test_a_text_printed_twice_is_translated_once(pairs):
    made = {}
    for place, english, spanish in pairs:
        assert made.setdefault(english, spanish) == spanish, place


@pytest.mark.parametrize(
    ("slip", "pattern"),
    [
        ("two spaces or an odd one", r"[^\S \n]|  | \n|\n |^\s|\s$"),
        ("a straight or English quotation mark", r"""["“”„‘’]|(?<!\w)'"""),
        ("a space inside quotation marks", r"« | »"),
        ("a space before a mark", r" [,.;:)]|\( "),
        ("a missing accent on -ión", r"\b\w+[cs]ion\b"),
        ("a missing accent on a capital", r"\b(Organos?|Areas?|Unic[oa]s?|Ultim[oa]s?|Optim[oa]s?|Ambitos?|Exitos?)\b"),
        (
            "a missing accent on -ía, -ático, -ódico",
            r"\b(politicas?|economic[oa]s?|publicas?|apatridas?|basic[oa]s?)\b",
        ),
        ("a missing accent on a place", r"\b(Mexico|Panama|Limon|Penas)\b"),
        ("a calque for “list”", r"\b(enumer|lista[rn]|listad)\w*"),
        ("“and”, “or” before the same sound", r"\by [iI](?![aeo])\w|\by [hH]i(?!e)|\bo [oO]\w"),
    ],
)
def test_there_is_no_typographic_slip(pairs, slip, pattern):
    assert [(place, slip) for place, _, spanish in pairs if re.search(pattern, spanish)] == []


def test_quotation_marks_and_brackets_are_closed(pairs):
    for place, _, spanish in pairs:
        assert spanish.count("«") == spanish.count("»"), place
        assert spanish.count("[") == spanish.count("]"), place
        unpaired = re.sub(r"\((?:i|ii|iii|iv|a|b|c)\)", "", spanish)
        assert unpaired.count("(") == unpaired.count(")"), place


def test_quotations_stops_and_paragraphs_are_those_of_the_original(pairs):
    for place, english, spanish in pairs:
        assert spanish.endswith(".") == english.endswith("."), place
        assert spanish.count("\n\n") == english.count("\n\n"), place
        quoted = len(re.findall(r"[“\"'‘][^”\"'’]+[”\"'’](?!\w)", english))
        assert spanish.count("«") == quoted, place


def test_where_a_term_of_the_glossary_stands_so_does_one_of_its_spanish_forms(tables, pairs):
    for term in tables.glossary.itertuples():
        standing = [pair for pair in pairs if re.search(rf"\b{re.escape(term.english)}\b", pair[1], re.IGNORECASE)]
        assert standing, term.english
        forms = [form.casefold() for form in term.spanish.split(";")]
        for place, _, spanish in standing:
            assert any(form in spanish.casefold() for form in forms), (term.english, place)
    assert len(tables.glossary) >= 80


def test_each_form_of_the_glossary_is_used(tables, pairs):
    everything = "\n".join(spanish for _, _, spanish in pairs).casefold()
    forms = [form for forms in tables.glossary["spanish"] for form in forms.split(";")]
    assert [form for form in forms if form.casefold() not in everything] == []


def test_what_the_review_corrected_stands_in_the_translation_no_more(tables):
    made = text_in(tables.translations, "es")
    for row in tables.translation_review.itertuples():
        standing = row.translation in made[row.table, row.key, row.column].text
        assert standing == (row.settled == "kept"), (row.key, row.translation)

import ast
import re

import pytest
from babel.messages.pofile import read_po

from mirps_data.language import LOCALES, language, parts
from mirps_data.reference import PROJECT

PACKAGES = ("mirps_data", "mirps_design", "mirps_ui", "mirps_publish", "pages")
CALQUES = r"[“”]|\benumer|\blist(?!as?\b)"  # the noun “lista” is Spanish; the verbs for “list” are calques
SINGLE, PLURAL = {"say", "template", "message"}, {"plural", "plural_template"}


def messages_in_the_code():
    """Every message that the code says, found in the syntax tree: (message, plural or None, file)."""
    for package in PACKAGES:
        for path in (PROJECT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and node.args:
                    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                    words = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
                    if name in SINGLE and words:
                        yield words[0], None, path.name
                    if name in PLURAL and len(words) >= 2:
                        yield words[0], words[1], path.name
    for path in (PROJECT / "mirps_publish" / "templates").rglob("*.*ml"):
        for message in re.findall(r'\bsay\("([^"]+)"', path.read_text(encoding="utf-8")):
            yield message, None, path.name


def catalogue():
    with (LOCALES / "es.po").open("rb") as file:
        return read_po(file, locale="es", abort_invalid=True)


def test_every_message_of_the_code_is_translated():
    known = catalogue()
    found = list(messages_in_the_code())
    assert len(found) > 100
    for message, plural, file in found:
        entry = known.get((message, plural) if plural else message)
        assert entry is not None, f"{file}: “{message}” is not in es.po; run make catalogue"
        translations = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        assert all(translations), f"{file}: “{message}” is not translated"
        assert not entry.fuzzy, f"{file}: “{message}” is fuzzy"


def test_the_catalogue_holds_nothing_that_the_code_does_not_say():
    said = {message for message, _, _ in messages_in_the_code()}
    for entry in catalogue():
        if entry.id:
            assert (entry.id[0] if isinstance(entry.id, tuple) else entry.id) in said


def test_every_translation_keeps_the_places_of_its_message():
    for entry in catalogue():
        for original, translation in pairs(entry):
            assert places(original) == places(translation), original


def test_every_translation_ends_with_the_mark_that_ends_its_message():
    for entry in catalogue():
        for original, translation in pairs(entry):
            assert closing(original) == closing(translation), original


def test_spanish_quotes_with_angles_and_has_no_calque_of_list():
    for entry in catalogue():
        for _, translation in pairs(entry):
            assert not re.search(CALQUES, re.sub(r"\{\w+\}", "", translation), re.IGNORECASE), translation


def pairs(entry):
    """Each form of a message with its translation; none for the catalogue's header."""
    originals = entry.id if isinstance(entry.id, tuple) else (entry.id,)
    translations = entry.string if isinstance(entry.string, tuple) else (entry.string,)
    return [pair for pair in zip(originals, translations, strict=True) if pair[0]]


def closing(text):
    return re.search(r"[.,:;?!…]?$", text).group()


def places(text):
    return sorted(re.findall(r"\{\w+\}", text))


@pytest.mark.parametrize(
    ("code", "number", "words"),
    [("en", 1, "1 commitment"), ("en", 2, "2 commitments"), ("es", 1, "1 compromiso"), ("es", 0, "0 compromisos")],
)
def test_plurals_are_right(code, number, words):
    assert language(code).plural("{number} commitment", "{number} commitments", number) == words


def test_numbers_shares_and_lists_are_written_as_the_language_writes_them():
    english, spanish = language("en"), language("es")
    assert (english.number(100891), spanish.number(100891)) == ("100,891", "100,891")
    assert (english.percent(12, 38), spanish.percent(12, 38)) == ("32%", "32\u00a0%")
    assert english.all_of(["a", "b", "c"]) == "a, b and c"
    assert spanish.any_of(["México", "Panamá"]) == "México o Panamá"


def test_a_small_share_is_never_nought_nor_a_large_one_all():
    assert language("en").percent(1, 1000) == "<1%"
    assert language("en").percent(999, 1000) == ">99%"


def test_an_unknown_language_is_english():
    assert language("fr") is not None
    assert language("fr").code == "en"


def test_a_template_comes_apart_at_its_places():
    assert parts("{a} list {b}.", a=1, b=2) == (1, " list ", 2, ".")

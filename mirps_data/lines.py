"""What a line of a plan document is: its words, and the mark of a bullet before them.

A sign that no sentence begins with is surely a bullet's mark. A line that may begin a commitment and isn't sure to,
by a number, a letter, a dash or any other sign, is doubtful. A word that a line's end breaks is made whole.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

_MARK = re.compile(r"(?P<mark>[-*](?=\s|$)|[•‣▪■●◦·\uf0b7])\s*")
# Dashes are left out of the marks: Panama's plan prints “SNM – ONPAR”, which a page may break before the dash.
_WORDS = re.compile(r"[\w/&]|[“\"'‘«¿¡(]\S")
_NUMBERED = re.compile(
    r"""\(?(?:\d{1,3}(?:\.\d{1,3})*|[ivxIVX]{1,5}|[^\W\d_])(?:\)|\s?[.:º°–—-](?=\s|$))  # 1. 1.1. (1) a) iv. 1 –
    | \d{1,3}(?:\.(?=[^\W\d])|(?:\.\d{1,3})*\s+(?=[A-ZÁÉÍÓÚÑ]))                         # 1.First, 1.1 First
    | (?![aAI]\s)[^\W\d_]\s                                                             # o First""",
    re.VERBOSE,
)
_PAGE_NUMBER = re.compile(r"(?:\d+|[ivx]+)(?: \W)?$")
_BROKEN_WORD = re.compile(r"(?P<first>\w(?:[\w-]*\w)?)(?P<hyphen>[-‐])\n+(?P<second>\w(?:[\w-]*\w)?)")
_LEFT_OPEN = re.compile(r"\S[-‐/–—]$")
_SOFT_HYPHEN = "\xad"


class DocumentError(ValueError):
    """What in a plan document cannot be read, in one sentence that begins with the line."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(f"line {line}: {sentence}")


@dataclass(frozen=True)
class Line:
    """A line of the document: its number in the file, its text, its indentation, and whether a page begins on it."""

    number: int
    text: str
    indentation: int
    page_break: bool

    @classmethod
    def read(cls, number: int, raw: str, *, page_break: bool) -> Self:
        """The line without what no reader sees, its white space folded."""
        columns = raw.replace("\f", "").expandtabs()
        return cls(number, " ".join(raw.split()), len(columns) - len(columns.lstrip()), page_break)

    @property
    def bare(self) -> str:
        """The text without the marks of bold type."""
        return self.text.replace("**", "").strip()

    @property
    def short(self) -> str:
        """As much of the text as a message quotes."""
        return self.text if len(self.text) <= 60 else f"{self.text[:59]}…"

    @property
    def mark(self) -> str:
        """The mark of the bullet that surely begins here, or nothing."""
        match = _MARK.match(self.text)
        return match["mark"] if match else ""

    @property
    def words(self) -> str:
        """The text without the mark of a bullet."""
        return _MARK.sub("", self.text, count=1) if self.mark else self.text

    @property
    def is_doubtful(self) -> bool:
        """Whether a commitment may begin here, or a page's number stand here, without it being sure."""
        if self.mark:
            return any(pattern.match(self.words) for pattern in (_MARK, _PAGE_NUMBER))
        is_numbered = any(pattern.match(self.bare) for pattern in (_NUMBERED, _PAGE_NUMBER))
        return bool(self.bare) and (is_numbered or not _WORDS.match(self.bare))

    @property
    def is_bold(self) -> bool:
        """Whether the line is bold from end to end."""
        return self.text.startswith("**") and self.text.endswith("**") and any(map(str.isalpha, self.bare))

    @property
    def is_capitals(self) -> bool:
        """Whether all letters are capitals."""
        return any(map(str.isalpha, self.bare)) and self.bare == self.bare.upper()


def read_lines(text: str) -> list[Line]:
    """The lines of a document's text, at least one. Raises DocumentError where it is no text."""
    lines = []
    page_break = False
    for number, raw in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        if "\0" in raw:
            raise DocumentError(number, "this is not text (it holds a NUL character); save the document as text")
        page_break = page_break or "\f" in raw
        line = Line.read(number, _visible(raw), page_break=page_break)
        if line.text or "\f" not in raw:  # a form feed alone on its line is no line of the text
            lines.append(line)
            page_break = page_break and not line.text
    return lines or [Line(1, "", 0, page_break=False)]


def _visible(raw: str) -> str:
    """The line without soft hyphens and zero-width characters; a soft hyphen that ends it was printed as a hyphen."""
    seen = "".join(sign for sign in raw if sign == _SOFT_HYPHEN or unicodedata.category(sign) != "Cf").rstrip(" \t")
    if seen.endswith(_SOFT_HYPHEN):
        seen = f"{seen.rstrip(_SOFT_HYPHEN)}-"
    return seen.replace(_SOFT_HYPHEN, "")


def known_words(lines: Iterable[Line]) -> frozenset[str]:
    """The words of the document in small letters, without those that a line's end breaks."""
    text = _BROKEN_WORD.sub(" ", "\n".join(line.text for line in lines))
    return frozenset(re.findall(r"\w(?:[\w-]*\w)?", text.casefold()))


def joined(lines: list[Line], known: frozenset[str]) -> str:
    """The words of lines that belong together. Raises DocumentError where a line's end leaves a word in doubt."""
    text = lines[0].words
    for above, line in pairwise(lines):
        both = f"{text}\n{line.words}"
        if broken := _BROKEN_WORD.search(both):
            text = both[: broken.start()] + _made_whole(broken, above, known) + both[broken.end() :]
        else:
            _check_ending(text, above)
            text = f"{text} {line.words}"
    _check_ending(text, lines[-1])
    return text.strip()


def _made_whole(broken: re.Match[str], line: Line, known: frozenset[str]) -> str:
    """The word as the rest of the document writes it; `inter-institutional` may be one word or two joined."""
    first, hyphen, second = broken.groups()
    one, compound = f"{first}{second}", f"{first}-{second}"
    is_one, is_compound = one.casefold() in known, compound.casefold() in known
    if is_one == is_compound or (is_one and second.casefold() in known):
        raise DocumentError(
            line.number, f"“{first}{hyphen}” may go on as “{one}” or as “{compound}”; write the word whole on this line"
        )
    return one if is_one else f"{first}{hyphen}{second}"


def _check_ending(text: str, line: Line) -> None:
    if _LEFT_OPEN.search(text):
        raise DocumentError(
            line.number, f"“{text.rsplit(maxsplit=1)[-1]}” breaks off here; write the word whole on this line"
        )

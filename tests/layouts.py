"""A small document, and ways to set one otherwise, drawn at random, that change the layout and never the words.

Some a reader may take for the same document, some leave it in doubt; none may make another table.
"""

import re

PLAN = """National Plans Objectives\t3
National Plan in Belize\t4
MIRPS NATIONAL ACTION PLAN IN BELIZE

3 TOTAL COMMITMENTS

PROTECTION
2 COMMITMENTS

HEALTH
1 COMMITMENT

A narrative.

PROTECTION

- First thing
- Second thing

HEALTH

- Third thing
"""

SURE_MARKS = ["-", "*", "•", "‣", "▪", "■", "●", "◦", "·", "\uf0b7"]
DOUBTFUL_MARKS = ["–", "—", "o", "1.", "1)", "(1)", "a)", "(a)", "iv.", "1", "1.1", "→", "»", "+", "§", "Ø", "\ufffd"]
INVISIBLE = ["\xad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u200e"]
_BULLET = re.compile(r"\s*- ")
_HEADING = re.compile(r"[\s*]*(?:MIRPS|FOCUS AREAS|PROTECTION|JOBS? AND|LIVELIHOOD|SOCIAL|EDUCATION|HEALTH)")


def is_bullet(line):
    return bool(_BULLET.match(line))


def with_mark(line, mark):
    return f"{mark} {_BULLET.sub('', line)}"


def each(lines, random, change, wanted=bool, most=5):
    """The document with a few of the wanted lines changed."""
    places = [place for place, line in enumerate(lines) if wanted(line)]
    chosen = set(random.sample(places, min(len(places), random.randint(1, most))))
    return [part for place, line in enumerate(lines) for part in (change(line) if place in chosen else [line])]


def all_marks(lines, random):
    mark = random.choice(SURE_MARKS + DOUBTFUL_MARKS)
    return [with_mark(line, mark) if is_bullet(line) else line for line in lines]


def marks_of_a_list(lines, random):
    """The bullets up to the next heading get another mark."""
    mark = random.choice(SURE_MARKS + DOUBTFUL_MARKS)
    start = random.randrange(len(lines))
    end = next((place for place in range(start + 1, len(lines)) if is_heading(lines[place])), len(lines))
    return (
        lines[:start] + [with_mark(line, mark) if is_bullet(line) else line for line in lines[start:end]] + lines[end:]
    )


def some_marks(lines, random):
    mark = random.choice(SURE_MARKS + DOUBTFUL_MARKS)
    return each(lines, random, lambda line: [with_mark(line, mark)], is_bullet)


def marks_without_a_space(lines, random):
    return each(lines, random, lambda line: [line.replace("- ", random.choice("-–*•"), 1)], is_bullet)


def marks_on_their_own_line(lines, random):
    return each(lines, random, lambda line: ["-", _BULLET.sub("", line)], is_bullet)


def doubled_marks(lines, random):
    return each(lines, random, lambda line: [f"- {with_mark(line, random.choice(SURE_MARKS))}"], is_bullet)


def numbered_list(lines, random):
    number = random.choice([lambda n: f"{n}.", lambda n: f"({n})", lambda n: f"{chr(96 + n % 26)})"])
    return [with_mark(line, number(place)) if is_bullet(line) else line for place, line in enumerate(lines)]


def sub_bullets(lines, random):
    indent, mark = " " * random.randint(2, 8), random.choice(SURE_MARKS + DOUBTFUL_MARKS)
    return each(lines, random, lambda line: [indent + with_mark(line, mark)], is_bullet)


def wrapped(line, width):
    """The line broken at spaces."""
    words, parts = line.split(" "), [""]
    for word in words:
        if len(parts[-1]) + len(word) > width and parts[-1].strip():
            parts.append(word)
        else:
            parts[-1] += f" {word}" if parts[-1] else word
    return parts


def wrapped_everywhere(lines, random):
    width = random.randint(15, 150)
    return [part for line in lines for part in (wrapped(line, width) if line else [line])]


def wrapped_here_and_there(lines, random):
    return each(lines, random, lambda line: wrapped(line, random.randint(20, max(21, len(line)))), most=20)


def cut(line, pattern, random, joint):
    """The line broken at one of the places that a pattern finds."""
    places = [match.end() for match in re.finditer(pattern, line)]
    if not places:
        return [line]
    place = random.choice(places)
    return (line[:place] + joint + line[place:]).split("\n")


def hyphenated(lines, random):
    joint = random.choice(["-\n", "-\n", "‐\n", "\xad\n", "-\u200b\n", "-\n   "])
    return each(lines, random, lambda line: cut(line, r"[^\W\d_]{2}(?=[^\W\d_]{2})", random, joint), most=10)


def wrapped_at_a_hyphen(lines, random):
    return each(lines, random, lambda line: cut(line, r"\w[-/–](?=\w)", random, "\n"), most=20)


def invisible_signs(lines, random):
    def change(line):
        place = random.randint(0, len(line))
        return [line[:place] + random.choice(INVISIBLE) + line[place:]]

    return each(lines, random, change, most=60)


def more_blank_lines(lines, random):
    return each(lines, random, lambda line: [line, *[""] * random.randint(1, 3)], lambda line: True, most=10)


def fewer_blank_lines(lines, random):
    return each(lines, random, lambda line: [], lambda line: not line, most=100)


def tabs(lines, random):
    return each(lines, random, lambda line: cut(line.replace("- ", "-\t", 1), " ", random, "\t"), most=60)


def indentation(lines, random):
    return each(lines, random, lambda line: [" " * random.randint(0, 8) + line], most=60)


def indentation_everywhere(lines, random):
    indent = random.choice([" ", "    ", "\t", "\xa0\xa0"])
    return [indent + line for line in lines]


def page_breaks(lines, random):
    broken = random.choice([["\f"], ["", "\f"], ["", "\f", ""], ["18", "\f"], ["", "- 18 -", "\f"], ["\f18", ""]])
    return each(lines, random, lambda line: [line, *broken], most=5)


def page_break_before_a_line(lines, random):
    return each(lines, random, lambda line: [f"\f{line}"])


def is_heading(line):
    return bool(_HEADING.match(line))


def fewer_headings(lines, random):
    return each(lines, random, lambda line: [], is_heading, most=3)


def fewer_plan_headings(lines, random):
    return each(lines, random, lambda line: [], lambda line: line.startswith("MIRPS NATIONAL ACTION PLAN IN"), most=2)


def is_contents(line):
    return line.startswith("National Plan in")


def fewer_lines_of_contents(lines, random):
    return each(lines, random, lambda line: [], is_contents, most=3)


def contents_set_otherwise(lines, random):
    return each(lines, random, lambda line: [line.replace("\t", random.choice([" ", " ..... ", "\n"]))], is_contents)


def headings_set_otherwise(lines, random):
    bold, small, split = (
        (lambda line: [f"**{line}**"]),
        (lambda line: [line.title()]),
        (lambda line: line.split(" ", 1)),
    )
    return each(lines, random, random.choice([bold, small, split]), is_heading)


MUTATIONS = [
    all_marks, marks_of_a_list, some_marks, marks_without_a_space, marks_on_their_own_line, doubled_marks,
    numbered_list, sub_bullets, wrapped_everywhere, wrapped_here_and_there, hyphenated, wrapped_at_a_hyphen,
    invisible_signs, more_blank_lines, fewer_blank_lines, tabs, indentation, indentation_everywhere, page_breaks,
    page_break_before_a_line, fewer_headings, fewer_plan_headings, fewer_lines_of_contents, contents_set_otherwise,
    headings_set_otherwise,
]  # fmt: skip


def mutated(text, mutations, random):
    """The document set otherwise in several ways, one after the other."""
    for mutation in mutations:
        text = "\n".join(mutation(text.split("\n"), random))
    return text

"""A briefing as a PDF: typeset without a browser, tagged, with bookmarks, languages and page numbers."""

import json
from dataclasses import asdict
from pathlib import Path

import typst

from mirps_data.commitment import Commitment
from mirps_data.language import Language
from mirps_data.messages import repeats
from mirps_publish.brief import Brief, printable
from mirps_publish.office import author

_TEMPLATE = Path(__file__).parent / "templates" / "brief.typ"


def as_pdf(brief: Brief) -> bytes:
    """The briefing as a .pdf file. Its words reach the typesetter as data, never as markup."""
    say = brief.say
    content = {
        "language": say.code,
        "author": author(say),
        "title": brief.title,
        "findings": brief.findings,
        "table": {"heads": brief.table.heads, "lines": [list(map(asdict, line.cells)) for line in brief.table.lines]},
        "caution": brief.caution,
        "repeated": brief.repeated,
        "groups": [
            {
                "country": group.country,
                "area": f"{group.area} ({group.counted})",
                "rows": [_commitment(say, commitment) for commitment in group.commitments],
            }
            for group in brief.groups
        ],
        "about": say("About this briefing"),
        "stamp": list(brief.stamp.items()),
    }
    words = printable(json.dumps(content, ensure_ascii=False))
    return typst.compile(_TEMPLATE.read_bytes(), format="pdf", sys_inputs={"brief": words})


def _commitment(say: Language, commitment: Commitment) -> dict[str, str]:
    note = repeats(say, commitment.duplicate_of) if commitment.duplicate_of else ""
    return {"id": commitment.id, "text": commitment.text, "note": note}

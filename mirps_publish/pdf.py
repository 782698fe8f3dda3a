"""A briefing as a PDF: typeset without a browser, tagged, with bookmarks, a language and page numbers."""

import json
from pathlib import Path

import typst

from mirps_publish.brief import Brief, printable, table_rows

_TEMPLATE = Path(__file__).parent / "templates" / "brief.typ"


def as_pdf(brief: Brief) -> bytes:
    """The briefing as a .pdf file. Its words reach the typesetter as data, never as markup."""
    say, printed = brief.say, table_rows(brief.say, brief.table)
    content = {
        "language": say.code,
        "title": brief.title,
        "findings": brief.findings,
        "heads": printed.heads,
        "rows": [*printed.body, printed.foot],
        "repeated": brief.repeated,
        "groups": [
            {
                "country": group.country,
                "area": f"{group.area} ({group.counted})",
                "rows": [
                    {
                        "id": row["id"],
                        "text": row["text"],
                        "note": say("Repeats {id} word for word; shown, not counted.", id=row["duplicate_of"])
                        if row["duplicate_of"]
                        else "",
                    }
                    for row in group.rows
                ],
            }
            for group in brief.groups
        ],
        "about": say("About this briefing"),
        "stamp": list(brief.stamp.items()),
    }
    words = printable(json.dumps(content, ensure_ascii=False))
    return typst.compile(_TEMPLATE.read_bytes(), format="pdf", sys_inputs={"brief": words})

"""What search engines for data read of the tables: a schema.org Dataset, from the data package."""

from typing import Any

from mirps_data import messages
from mirps_data.addresses import READ, SOURCE, address
from mirps_data.language import Language
from mirps_data.reference import COUNTRIES
from mirps_data.schema import data_package
from mirps_data.store import Tables


def dataset(say: Language, tables: Tables, root: str) -> dict[str, Any]:
    """The tables as a schema.org Dataset in a language, to be written as JSON-LD."""
    package = data_package()
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": messages.document(say, tables),
        "description": package["description_es" if say.code == "es" else "description"],
        "url": address(READ, {}, root),
        "inLanguage": ["en", "es"],
        "version": package["version"],
        "dateModified": package["created"],
        "license": package["licenses"][0]["path"],
        "creator": [{"@type": "Organization", "name": each["title"]} for each in package["contributors"]],
        "citation": messages.cite(say, tables.edition),
        "isBasedOn": address(SOURCE, {}, root),
        "isAccessibleForFree": True,
        "keywords": package["keywords"],
        "spatialCoverage": [country.label(say.code) for country in COUNTRIES],
        "distribution": [_table(resource, root) for resource in package["resources"]],
    }


def _table(resource: dict[str, Any], root: str) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "name": resource["name"],
        "encodingFormat": resource["mediatype"],
        "contentUrl": address(f"data/{resource['path']}", {}, root),
    }

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from mirps_publish.middleware import middleware

SHELL = '<!doctype html><html lang="en"><head><title>Streamlit</title></head></html>'


@pytest.fixture(scope="module")
def client():
    routes = [
        Route("/page", lambda _request: HTMLResponse(SHELL)),
        Route("/text", lambda _request: PlainTextResponse(SHELL)),
    ]
    return TestClient(Starlette(routes=routes, middleware=middleware))


@pytest.mark.parametrize(("query", "named"), [("", "en"), ("?lang=es", "es"), ("?lang=en", "en"), ("?lang=xx", "en")])
def test_a_page_names_the_language_of_its_link(client, query, named):
    assert f'<html lang="{named}">' in client.get(f"/page{query}").text


def test_what_is_no_page_stays_as_it_is(client):
    assert client.get("/text?lang=es").text == SHELL

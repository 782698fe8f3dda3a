"""What happens to every answer of the server."""

from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mirps_data.addresses import LANG
from mirps_data.language import LANGUAGES


class PageLanguage:
    """Names the language of the link in the dashboard's `<html lang>`, which Streamlit always leaves at `en`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, and changes the language in the first bytes of a page; of pages alone."""
        asked = _asked(scope) if scope["type"] == "http" else None
        if asked is None:
            await self.app(scope, receive, send)
            return
        is_page = False

        async def send_named(message: Message) -> None:
            nonlocal is_page
            if message["type"] == "http.response.start":
                is_page = Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")
            elif message["type"] == "http.response.body" and is_page:
                named = f'<html lang="{asked}"'.encode()
                message["body"] = message.get("body", b"").replace(b'<html lang="en"', named, 1)
            await send(message)

        await self.app(scope, receive, send_named)


def _asked(scope: Scope) -> str | None:
    """The language that the link names; None without one of ours."""
    query = parse_qsl(scope.get("query_string", b"").decode("latin-1"))
    return next((code for name, code in query if name == LANG and code in LANGUAGES), None)


middleware = [Middleware(PageLanguage)]

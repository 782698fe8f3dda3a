"""What happens to every answer of the server."""

from urllib.parse import parse_qs

from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mirps_data.language import LANGUAGES


class PageLanguage:
    """Names the language of the link in the dashboard's `<html lang>`, which Streamlit always leaves at `en`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, and changes the language in the first bytes of a page."""
        query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
        asked = [code for code in query.get("lang", []) if code in LANGUAGES]
        if scope["type"] != "http" or not asked:
            await self.app(scope, receive, send)
            return

        async def send_named(message: Message) -> None:
            if message["type"] == "http.response.body":
                named = f'<html lang="{asked[0]}"'.encode()
                message["body"] = message.get("body", b"").replace(b'<html lang="en"', named, 1)
            await send(message)

        await self.app(scope, receive, send_named)


middleware = [Middleware(PageLanguage)]

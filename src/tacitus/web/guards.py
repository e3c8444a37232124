"""Who may ask and what a page may do: host, token, size of what is sent, and the headers of every response."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tacitus.errors import InputError
from tacitus.web.serving import is_loopback

COOKIE = "tacitus"
MOST_SENT = 16 * 1024 * 1024  # bytes of a request
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """How one comes in: host names that may be asked for, the token (None: none is wanted), the secret of forms."""

    hosts: frozenset[str]
    token: str | None = None
    form_secret: str = field(default_factory=lambda: secrets.token_urlsafe(24))


def entry_of(host: str, token: str | None) -> Entry:
    """How one comes in at a host; from another machine only with a token."""
    if not is_loopback(host) and not token:
        raise InputError(f"{host}: can be reached by others; serve it with a token")
    # Bound to every address, the name that is asked for cannot be known; there the token guards.
    everywhere = host in ("0.0.0.0", "::")
    return Entry(frozenset() if everywhere else frozenset({"localhost", "127.0.0.1", "::1", host}), token)


class Guard:
    """The middleware around all: refuses foreign hosts, missing tokens and forged or oversized writes."""

    def __init__(self, app: ASGIApp, entry: Entry) -> None:
        self._app = app
        self._entry = entry

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request, with the headers that every response has."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    told.setdefault(name, value)
            await send(message)

        refused = self._refused(scope, headers)
        if refused is not None:
            await refused(scope, receive, send_guarded)
        else:
            await self._app(scope, _bounded(receive), send_guarded)

    def _refused(self, scope: Scope, headers: Headers) -> Response | None:
        hosts = self._entry.hosts
        if hosts and _host_name(headers.get("host", "")) not in hosts:
            return PlainTextResponse("This host is not served here.", 421)
        if self._entry.token and (answer := self._without_token(scope, headers)):
            return answer
        if scope["method"] not in ("GET", "HEAD"):
            if _length(headers) > MOST_SENT:
                return PlainTextResponse(f"Too much at once: at most {MOST_SENT // 1024**2} MB.", 413)
            origin = headers.get("origin")
            if origin and urlsplit(origin).netloc != headers.get("host"):
                return PlainTextResponse("Written from another site: refused.", 403)
        return None

    def _without_token(self, scope: Scope, headers: Headers) -> Response | None:
        """None where the token is shown; where it stands in the address it goes into a cookie."""
        wanted = self._entry.token or ""
        query = parse_qs(scope["query_string"].decode("latin-1"))
        if _same(query.get("token", [""])[0], wanted):
            rest = urlencode({name: values for name, values in query.items() if name != "token"}, doseq=True)
            answer = RedirectResponse(scope["path"] + (f"?{rest}" if rest else ""), 303)
            answer.set_cookie(COOKIE, wanted, httponly=True, samesite="strict")
            return answer
        shown = headers.get("authorization", "").removeprefix("Bearer ")
        if _same(shown, wanted) or _same(_cookie(headers), wanted):
            return None
        return PlainTextResponse("This reading room asks for its token: open the address that was printed.", 401)


class TooMuch(Exception):
    """More was sent than may be."""


def _bounded(receive: Receive) -> Receive:
    """Bodies without a stated length are counted as they come."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > MOST_SENT:
            raise TooMuch
        return message

    return counted


def _length(headers: Headers) -> int:
    told = headers.get("content-length", "")
    return int(told) if told.isascii() and told.isdigit() else 0


def _host_name(host: str) -> str:
    return (urlsplit(f"//{host}").hostname or "") if host.isprintable() and "@" not in host else ""


def _cookie(headers: Headers) -> str:
    try:
        held = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        return ""
    return held[COOKIE].value if COOKIE in held else ""


def _same(one: str, other: str) -> bool:
    return bool(one) and hmac.compare_digest(one.encode(), other.encode())

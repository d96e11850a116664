"""One browser's worth of HTTP: kept-alive, logged in, telling what the server said each request took."""

import http.client
import re
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

_TIMING = re.compile(r'app;dur=([\d.]+), cpu;dur=([\d.]+), db;dur=([\d.]+);desc="(\d+)"')
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. Units: milliseconds; `server` is the server's own time, `wall` the client's."""

    status: int
    body: bytes
    location: str
    server: float
    cpu: float
    database: float
    queries: int
    wall: float


@dataclass(slots=True)
class Client:
    """A logged-in visitor on one connection."""

    port: int
    connection: http.client.HTTPConnection = field(init=False)
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def get(self, path: str, **headers: str) -> Answer:
        """Fetch a page."""
        return self._ask("GET", path, None, headers)

    def post(self, path: str, values: dict[str, str], **headers: str) -> Answer:
        """Send a form with this visitor's token."""
        token = {"csrfmiddlewaretoken": self.cookies.get("csrftoken", "")}
        body = urlencode({**values, **token}).encode()
        return self._ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded", **headers})

    def log_in(self, email: str, password: str) -> None:
        """Log in through the pages, with the code that the demo fills in. Raises: RuntimeError when refused."""
        self.get("/login/")
        answer = self.post("/login/", {"username": email, "password": password})
        if answer.location == "/login/code/":
            code = field_value(self.get("/login/code/").body, "code")
            answer = self.post("/login/code/", {"code": code})
        if answer.status != 302:
            raise RuntimeError(f"{email} cannot log in: {answer.status}")

    def close(self) -> None:
        """End the connection."""
        self.connection.close()

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        start = time.perf_counter()
        self.connection.request(method, path, body, sent)
        response = self.connection.getresponse()
        data = response.read()
        wall = 1000 * (time.perf_counter() - start)
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";", 1)[0].partition("=")
            self.cookies[name] = value
        found = _TIMING.search(response.headers.get("Server-Timing") or "")
        server, cpu, database, queries = found.groups() if found else (0, 0, 0, 0)
        return Answer(
            status=response.status,
            body=data,
            location=response.headers.get("Location") or "",
            server=float(server),
            cpu=float(cpu),
            database=float(database),
            queries=int(queries),
            wall=wall,
        )


def field_value(page: bytes, name: str) -> str:
    """Give what stands in a text or hidden field of a page; empty when it is empty or missing."""
    for tag in re.findall(r"<input[^>]*>", page.decode()):
        if f'name="{name}"' in tag:
            found = re.search(r'value="([^"]*)"', tag)
            return found[1] if found else ""
    return ""


def chosen_value(page: bytes, name: str) -> str:
    """Give what is chosen in a list of a page; empty when nothing is."""
    found = re.search(rf'<select[^>]*name="{name}".*?</select>', page.decode(), re.DOTALL)
    chosen = re.search(r'value="([^"]*)"[^>]*selected', found[0]) if found else None
    return chosen[1] if chosen else ""

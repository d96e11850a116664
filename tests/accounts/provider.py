"""A real identity provider for the tests: discovery, authorization, tokens and keys over HTTP on this machine."""

import base64
import hashlib
import json
import threading
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT_ID, CLIENT_SECRET = "kollegium", "a secret of the tests"
LOA2, LOA3 = "http://id.sambi.se/loa/loa2", "http://id.sambi.se/loa/loa3"


class IdentityProvider:
    """A provider that vouches for whatever `person` holds, and does wrong what `mistakes` says."""

    def __init__(self) -> None:
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.foreign_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.person: dict[str, Any] = {"employeeHsaId": "SE2321000016-TEST", "acr": LOA3}
        self.mistakes: dict[str, Any] = {}
        self.codes: dict[str, dict[str, str]] = {}
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Stop answering."""
        self.server.shutdown()
        self.server.server_close()

    def answer_to(self, address: str) -> str:
        """Log the person in who was sent to this address, and give the address they are sent back to."""
        asked = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(address).query))
        assert address.startswith(f"{self.issuer}/authorize?")
        assert (asked["response_type"], asked["client_id"]) == ("code", CLIENT_ID)
        assert asked["code_challenge_method"] == "S256"
        if "error" in self.mistakes:
            answer = {"error": self.mistakes["error"], "state": asked["state"]}
        else:
            code = f"code-{len(self.codes)}"
            self.codes[code] = asked
            answer = {"code": code, "state": asked["state"], "iss": self.issuer}
        return f"{asked['redirect_uri']}?{urllib.parse.urlencode(answer)}"

    def metadata(self) -> dict[str, Any]:
        """Give what the provider says of itself."""
        return {
            "issuer": self.mistakes.get("metadata_issuer", self.issuer),
            "authorization_endpoint": self.mistakes.get("authorize", f"{self.issuer}/authorize"),
            "token_endpoint": self.mistakes.get("token_endpoint", f"{self.issuer}/token"),
            "jwks_uri": self.mistakes.get("jwks_uri", f"{self.issuer}/keys"),
        }

    def keys(self) -> dict[str, Any]:
        """Give the public key that tokens are signed with."""
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [{**public, "kid": "one", "alg": "RS256", "use": "sig"}]}

    def tokens(self, sent: dict[str, str]) -> dict[str, Any] | None:
        """Give the tokens for a code, once, to the client that can show where the code came from."""
        asked = self.codes.pop(sent.get("code", ""), None)
        digest = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (
            asked is None
            or asked["code_challenge"] != challenge
            or sent.get("client_secret") != CLIENT_SECRET
        ):
            return None
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "sub": "somebody",
            "aud": CLIENT_ID,
            "iat": now,
            "exp": now + 300,
            "nonce": asked["nonce"],
            **self.person,
            **self.mistakes.get("claims", {}),
        }
        claims = {name: value for name, value in claims.items() if value is not None}
        if "none" in self.mistakes:
            return {"id_token": jwt.encode(claims, None, algorithm="none"), "access_token": "x"}
        key = self.foreign_key if "foreign_key" in self.mistakes else self.key
        return {
            "id_token": jwt.encode(claims, key, algorithm="RS256", headers={"kid": "one"}),
            "access_token": "x",
            "token_type": "Bearer",
        }

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                pages = {"/.well-known/openid-configuration": provider.metadata, "/keys": provider.keys}
                page = pages.get(self.path)
                self._send(page() if page else None)

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self._send(provider.tokens(dict(urllib.parse.parse_qsl(body))))

            def _send(self, answer: dict[str, Any] | None) -> None:
                body = json.dumps(answer or {"error": "invalid_grant"}).encode()
                self.send_response(200 if answer else 400)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        return Handler

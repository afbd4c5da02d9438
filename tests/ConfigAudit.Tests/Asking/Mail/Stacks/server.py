"""aiosmtpd with the settings of a Controller, as JSON. "odd" has it answer 250 alone to EHLO, which RFC 5321 allows (section 4.2: the text is for people)."""
import json
import signal
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink
from aiosmtpd.smtp import SMTP, AuthResult


class Odd(SMTP):
    async def push(self, status):
        text = status if isinstance(status, str) else status.decode()
        await super().push("250" if text.startswith("250 HELP") else text)


class OneLine(SMTP):
    """Its reply to EHLO is one line, without any capability."""

    async def push(self, status):
        text = status if isinstance(status, str) else status.decode()
        if not text.startswith("250-"):
            await super().push("250 " + self.hostname if text.startswith("250 HELP") else text)


certificate, key, port, settings = sys.argv[1:]
settings = json.loads(settings)
kind = {"odd": Odd, "one line": OneLine}.get(settings.pop("replies", ""), SMTP)
if settings.pop("login", False):
    settings["authenticator"] = lambda *_: AuthResult(success=False)
context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.load_cert_chain(certificate, key)


class Daemon(Controller):
    def factory(self):
        return kind(self.handler, **self.SMTP_kwargs)


Daemon(Sink(), hostname="127.0.0.1", port=int(port), tls_context=context, **settings).start()
signal.pause()

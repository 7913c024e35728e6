#!/usr/bin/python3
"""A mail server that nobody here wrote (aiosmtpd), told how to answer; Python's `email` judges what it gets.

Usage: smtp_server.py FOLDER [--port N] [--encryption none|starttls|tls] [--auth USER:PASSWORD]
                             [--replies rcpt:550,data:451,data:250,data:slow,data:cut]

Prints « ready PORT » once it listens on 127.0.0.1. Replies are used up stage by stage, then everything is 250.
Each accepted message is one line of FOLDER/messages.jsonl, parsed; the certificate of the encrypted modes is
FOLDER/certificate.pem. Ends with its standard input.
"""
import argparse
import asyncio
import email
import email.policy
import hashlib
import json
import re
import ssl
import subprocess
import sys
from collections import defaultdict, deque
from email.header import decode_header, make_header
from email.utils import getaddresses
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult

SLOW_SECONDS = 20
WORDS = {"250": "250 2.0.0 OK", "421": "421 4.3.2 Closing", "451": "451 4.7.1 Greylisted, come back",
         "550": "550 5.1.1 User unknown", "554": "554 5.7.1 Rejected"}


class Judge:
    """Answers as told, keeps what it accepted."""

    def __init__(self, folder, replies):
        self.folder = folder
        self.replies = defaultdict(deque)
        for reply in filter(None, replies.split(",")):
            stage, code = reply.split(":")
            self.replies[stage].append(code)

    async def next_reply(self, server, stage):
        code = self.replies[stage].popleft() if self.replies[stage] else "250"
        if code == "slow":
            await asyncio.sleep(SLOW_SECONDS)
            code = "250"
        if code == "cut":
            server.transport.abort()
            return WORDS["451"]
        return WORDS.get(code, "250 2.0.0 OK")

    async def handle_MAIL(self, server, session, envelope, address, options):
        answer = await self.next_reply(server, "mail")
        if answer.startswith("250"):
            envelope.mail_from = address
        return answer

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = await self.next_reply(server, "rcpt")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, session, envelope):
        answer = await self.next_reply(server, "data")
        if answer.startswith("250"):
            with (self.folder / "messages.jsonl").open("a") as log:
                log.write(json.dumps(judged(server, session, envelope)) + "\n")
        return answer


def judged(server, session, envelope):
    """What an independent reader understands of the message."""
    raw = envelope.original_content
    message = email.message_from_bytes(raw, policy=email.policy.SMTP)
    defects = [repr(defect) for part in message.walk() for defect in part.defects]
    for name, value in message.items():
        defects += [f"{name}: {defect!r}" for defect in getattr(value, "defects", [])]
    parts = {part.get_content_type(): part.get_content() for part in message.walk()
             if not part.is_multipart() and not part.is_attachment()}
    return {
        "envelope_from": envelope.mail_from,
        "envelope_to": envelope.rcpt_tos,
        "headers": [[name, str(value)] for name, value in message.items()],
        "from": addresses(raw, "From"),
        "to": addresses(raw, "To"),
        "reply_to": addresses(raw, "Reply-To"),
        "type": message.get_content_type(),
        "text": parts.get("text/plain", "").replace("\r\n", "\n"),
        "html": parts.get("text/html", "").replace("\r\n", "\n"),
        "attachments": [[part.get_filename(), hashlib.sha256(part.get_payload(decode=True)).hexdigest()]
                        for part in message.walk() if part.is_attachment()],
        "defects": defects,
        "longest_line": max(map(len, raw.split(b"\r\n"))),
        "bare_line_ends": raw.count(b"\n") - raw.count(b"\r\n") + raw.count(b"\r") - raw.count(b"\r\n"),
        "is_ascii": raw.isascii(),
        "is_encrypted": server.transport.get_extra_info("sslcontext") is not None,
        "is_signed_in": bool(session.authenticated),
    }


def addresses(raw, name):
    """By the older half of `email`: the newer one of Python 3.11 keeps the spaces between encoded words."""
    values = email.message_from_bytes(raw).get_all(name, [])
    return [[str(make_header(decode_header(shown))), address]
            for shown, address in getaddresses([re.sub(r"\r?\n", "", value) for value in values])]


def tls_context(folder):
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    if not certificate.exists():
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                        "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                        "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", certificate],
                       check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    return context


def authenticator(user, password):
    def check(server, session, envelope, mechanism, data):
        given = (data.login.decode(), data.password.decode())
        return AuthResult(success=given == (user, password), handled=False)
    return check


async def serve(options):
    folder = Path(options.folder)
    context = tls_context(folder) if options.encryption != "none" else None
    settings = {"enable_SMTPUTF8": False, "timeout": 30}
    if options.encryption == "starttls":
        settings |= {"tls_context": context, "require_starttls": True}
    if options.auth:
        settings |= {"authenticator": authenticator(*options.auth.split(":", 1)), "auth_required": True,
                     "auth_require_tls": options.encryption == "starttls"}
    judge = Judge(folder, options.replies)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(judge, hostname="judge.example", loop=loop, **settings),
                                      "127.0.0.1", options.port,
                                      ssl=context if options.encryption == "tls" else None)
    print("ready", server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--encryption", choices=["none", "starttls", "tls"], default="none")
    parser.add_argument("--auth", default="")
    parser.add_argument("--replies", default="")
    asyncio.run(serve(parser.parse_args()))


main()

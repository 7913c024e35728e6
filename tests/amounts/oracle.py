#!/usr/bin/env python3
"""Counts documents by dice again, with Python's decimal and from the rules (rules.py), and compares every figure of
billing: lines, taxes, totals, deposits, situations, credit notes. It first changes one cent in each place of a right
answer and must notice every time.

Usage: tests/amounts/oracle.py build/release/tests/amounts/print_amounts; ends with « N passed, N failed ».
ETABLI_RANDOM_SEED and ETABLI_RANDOM_DOCUMENTS choose others than the usual.
"""
import json
import os
import secrets
import subprocess
import sys
from decimal import Decimal

import parts
import rules
from canaries import canaries
from credit_notes import credit_notes
from parts import cents, places
from rules import Refused

VERSION = "billing-figures-1"
DOCUMENTS = int(os.environ.get("ETABLI_RANDOM_DOCUMENTS", "3000"))
SEED = int(os.environ.get("ETABLI_RANDOM_SEED") or secrets.randbelow(1 << 40))
CANARY_SEED, CANARY_DOCUMENTS = 1, 200
SECONDS = 60
SHOWN_MAX = 5


def frozen(whole):
    """What billing freezes, written from the oracle's own figures."""
    return {
        "version": VERSION, "whole": "", "currency": whole["currency"], "prices": whole["prices"],
        "treatments": [{"category": each["category"], "exemption": each["exemption"],
                        "taxes": [{"code": code, "rate": places(Decimal(rate))} for code, rate in each["taxes"]]}
                       for each in whole["treatments"]],
        "lines": [{"key": line["key"], "treatment": line["place"], "quantity": places(line["quantity"]),
                   "typed": {"unit_price": places(line["typed"]["unit"]),
                             "before_discount": cents(line["typed"]["before"]),
                             "discount": cents(line["typed"]["discount"]), "amount": cents(line["typed"]["net"])},
                   "unit_net": places(line["unit"]), "before_discount": cents(line["before"]),
                   "discount": cents(line["discount"]), "net": cents(line["net"]), "counted": int(line["counted"])}
                  for line in whole["lines"]],
        "adjustments": [{"adjustment": part["number"], "treatment": part["place"],
                         "direction": "charge" if part["charge"] else "discount", "typed": cents(part["typed"]),
                         "net": cents(part["net"])}
                        for part in whole["parts"]],
        "rows": [{"category": key[0], "exemption": key[1], "code": key[2], "rate": places(key[3]), "base": cents(base),
                  "tax": cents(tax), "rounding": cents(tax - rules.rounded(base * key[3] / 100)),
                  "deposit_base": 0, "deposit_tax": 0}
                 for key, (base, tax) in whole["rows"].items()],
        "deposits": [],
        "typed": {name: cents(total) for name, total in whole["typed"].items()},
        "totals": {name: cents(total) for name, total in whole["totals"].items()},
    }


def differences(told, expected, where=""):
    if isinstance(expected, dict):
        if told.keys() != expected.keys():
            yield f"{where}: {sorted(told)} instead of {sorted(expected)}"
        for name, value in expected.items():
            if name in told:
                yield from differences(told[name], value, f"{where}.{name}")
    elif isinstance(expected, list):
        if len(told) != len(expected):
            yield f"{where}: {len(told)} instead of {len(expected)}"
        for number, (one, other) in enumerate(zip(told, expected)):
            yield from differences(one, other, f"{where}[{number}]")
    elif told != expected:
        yield f"{where}: {told} instead of {expected}"


def faults(record):
    try:
        whole = rules.counted(record["document"])
    except Refused as refused:
        if "refused" not in record:
            yield f"counted what is to be refused: {refused}"
        return
    if "refused" in record:
        yield f"refused what can be counted: {record['refused']}"
        return
    yield from differences(record["figures"], frozen(whole))
    yield from parts.situations(record, whole)
    if "no_share" not in record:
        yield from parts.deposits(record)
        yield from parts.recoveries(record)
        deposits = [deposit["figures"] for deposit in record["deposits"]]
        yield from differences(record["balance"], parts.less(record["figures"], record["figures"], deposits), "balance")
        yield from credit_notes(record["credits"], record["figures"])
        if "balance_credits" in record:
            yield from credit_notes(record["balance_credits"], record["balance"])
    elif all(net is None or net >= 0 for net in rules.by_place(whole["lines"], whole["parts"], len(whole["treatments"]))):
        yield f"no share of what can be shared: {record['no_share']}"


def records_of(program, seed, count):
    printed = subprocess.run([program, str(seed), str(count)], capture_output=True, text=True, check=True,
                             timeout=SECONDS)
    return [json.loads(line) for line in printed.stdout.splitlines()]


def main(program):
    passed = failed = 0
    for name, noticed in canaries(records_of(program, CANARY_SEED, CANARY_DOCUMENTS), faults):
        passed, failed = passed + noticed, failed + (not noticed)
        if not noticed:
            print(f"one cent more went unnoticed: {name}")
    records = records_of(program, SEED, DOCUMENTS)
    shown = 0
    for record in records:
        found = next(faults(record), None)
        passed, failed = passed + (found is None), failed + (found is not None)
        if found and (shown := shown + 1) <= SHOWN_MAX:
            print(f"ETABLI_RANDOM_SEED={record['seed']} ETABLI_RANDOM_DOCUMENTS=1: {found}")
    refused = sum("refused" in record for record in records)
    print(f"seed {SEED}: {len(records)} documents, {refused} refused by both")
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 and len(records) == DOCUMENTS else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

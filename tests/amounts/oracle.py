#!/usr/bin/env python3
"""Counts documents by dice again, with Python's decimal and from the rules (rules.py), and compares every figure of
billing: lines, taxes, totals, deposits, situations, credit notes. It first changes one cent in each place of a right
answer and must notice every time.

Usage: tests/amounts/oracle.py build/release/tests/amounts/print_amounts; ends with « N passed, N failed ».
ETABLI_RANDOM_SEED and ETABLI_RANDOM_DOCUMENTS choose others than the usual.
"""
import copy
import hashlib
import json
import os
import secrets
import subprocess
import sys
from decimal import Decimal

import rules
from rules import CENT, Refused, ZERO

VERSION = "billing-figures-1"
DOCUMENTS = int(os.environ.get("ETABLI_RANDOM_DOCUMENTS", "3000"))
SEED = int(os.environ.get("ETABLI_RANDOM_SEED") or secrets.randbelow(1 << 40))
CANARY_SEED, CANARY_DOCUMENTS = 1, 200
SECONDS = 60
SHOWN_MAX = 5


def cents(amount):
    return int((amount / CENT).to_integral_exact())


def places(number):
    return int((number * 10_000).to_integral_exact())


def frozen(whole):
    """What billing freezes, written from the oracle's own figures."""
    return {
        "version": VERSION, "whole": "", "currency": whole["currency"], "prices": whole["prices"],
        "treatments": [{"category": each["category"], "exemption": each["exemption"],
                        "taxes": [{"code": code, "rate": places(Decimal(rate))} for code, rate in each["taxes"]]}
                       for each in whole["treatments"]],
        "lines": [{"key": line["key"], "treatment": line["place"], "quantity": places(line["quantity"]),
                   "typed": {"unit_price": places(line["typed"]["unit"]), "before_discount": cents(line["typed"]["before"]),
                             "discount": cents(line["typed"]["discount"]), "amount": cents(line["typed"]["net"])},
                   "unit_net": places(line["unit"]), "before_discount": cents(line["before"]),
                   "discount": cents(line["discount"]), "net": cents(line["net"]), "counted": int(line["counted"])}
                  for line in whole["lines"]],
        "adjustments": [{"adjustment": part["number"], "treatment": part["place"],
                         "direction": "charge" if part["charge"] else "discount", "typed": cents(part["typed"]),
                         "net": cents(part["net"])}
                        for part in whole["parts"]],
        "rows": [{"category": key[0], "exemption": key[1], "code": key[2], "rate": places(key[3]), "base": cents(base),
                  "tax": cents(tax), "rounding": cents(tax - rules.rounded(base * key[3] / 100)), "deposit_base": 0, "deposit_tax": 0}
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


def money(part, name):
    return Decimal(part["totals"][name]) * CENT


def row_key(row):
    return row["category"], row["exemption"], row["code"], row["rate"]


def part_itself(part):
    """A deposit, a situation or a credit note is a document: its sums hold and its taxes are near their rates."""
    net = sum(line["net"] for line in part["lines"] if line["counted"])
    for each in part["adjustments"]:
        net += each["net"] if each["direction"] == "charge" else -each["net"]
    if part["totals"]["net"] != net:
        yield "its lines are not its net"
    if part["totals"]["gross"] != net + sum(row["tax"] for row in part["rows"]):
        yield "net and taxes are not its gross"
    for row in part["rows"]:
        exact = Decimal(row["base"]) * row["rate"] / 1_000_000
        if abs(row["tax"] - exact) > Decimal("2.5"):
            yield f"{row['tax']} of tax on {row['base']} at {row['rate']}"


def identity(figures):
    """SHA-256 of the frozen bytes, which are those of the record: compact, in the order they were written in."""
    return hashlib.sha256(json.dumps(figures, separators=(",", ":")).encode()).hexdigest()


def parts_add_up(parts, whole, what):
    """Everything of the whole, once: gross, each base, each tax."""
    if any(part["figures"]["whole"] != identity(whole) for part in parts):
        yield f"{what} of something else"
    rows = {row_key(row): [row["base"], row["tax"]] for row in whole["rows"]}
    gross = whole["totals"]["gross"]
    for part in parts:
        yield from (f"{what}: {fault}" for fault in part_itself(part["figures"]))
        gross -= part["figures"]["totals"]["gross"]
        for row in part["figures"]["rows"]:
            rows[row_key(row)][0] -= row["base"]
            rows[row_key(row)][1] -= row["tax"]
    if gross or any(base or tax for base, tax in rows.values()):
        yield f"{what} leave {gross} and {rows}"


def deposits(record):
    """What each asked, and its nets and taxes as near to their proportion as cents allow."""
    whole = record["figures"]
    so_far, rows = ZERO, {}
    for deposit in record["deposits"]:
        yield from (f"deposit: {fault}" for fault in part_itself(deposit["figures"]))
        if money(deposit["figures"], "gross") != Decimal(deposit["asked"]):
            yield f"deposit of {deposit['asked']}: {deposit['figures']['totals']}"
        so_far += Decimal(deposit["asked"])
        for row in deposit["figures"]["rows"]:
            if row["base"] < 0 or row["tax"] < 0:
                yield f"deposit below zero: {row}"
            held = rows.setdefault(row_key(row), [0, 0])
            held[0], held[1] = held[0] + row["base"], held[1] + row["tax"]
    for row in whole["rows"]:
        for name, held in zip(("base", "tax"), rows.get(row_key(row), [0, 0])):
            fair = Decimal(row[name]) * so_far / money(whole, "gross") if so_far else ZERO
            if abs(held - fair) > len(whole["treatments"]) + 1:
                yield f"deposits took {held} of a {name} of {row[name]}, {fair:.2f} would be fair"


def situations(record, whole):
    """Each state of the work counted whole; a situation is the difference of two."""
    before = None
    lines = [line for line in whole["lines"] if line["counted"]]
    for situation in record["situations"]:
        state = state_of(whole, lines, [Decimal(done) for done in situation["asked"]])
        if (situation["figures"] is None) != is_below_zero(state, before):
            yield f"situation to {situation['asked']}: refused or not, wrongly"
        if situation["figures"] is None:
            return
        rows = {row_key(row): row for row in situation["figures"]["rows"]}
        for number, line in enumerate(situation["figures"]["lines"]):
            expected = state["lines"][number] - (before["lines"][number] if before else ZERO)
            if line["key"] != lines[number]["key"] or line["net"] != cents(expected):
                yield f"situation, line {line['key']}: {line['net']} instead of {expected}"
        for key, (base, tax) in state["rows"].items():
            row = rows[key[:3] + (places(key[3]),)]
            held = before["rows"][key] if before else (ZERO, ZERO)
            if (row["base"], row["tax"]) != (cents(base - held[0]), cents(tax - held[1])):
                yield f"situation, {key}: {row} instead of {base - held[0]}, {tax - held[1]}"
        before = state
    yield from parts_add_up(record["situations"], record["figures"], "situations")


def is_below_zero(state, before):
    """Whether the difference of two states asks less than nothing: such a situation is refused."""
    net = state["net"] - (before["net"] if before else ZERO)
    taxes = [tax - (before["rows"][key][1] if before else ZERO) for key, (_, tax) in state["rows"].items()]
    return net < 0 or net + sum(taxes) < 0


def far(amount, done, of):
    return rules.fraction_rounded(rules.Fraction(amount) * rules.Fraction(done) / rules.Fraction(of)) if of else ZERO


def parts_so_far(whole, lines, nets, finished):
    """Charges as far as the lines of their treatment (all lines where those cost nothing), discounts as far as lines
    and charges; each sum is rounded once and shared by weight."""
    parts = [{**part, "net": ZERO} for part in whole["parts"]]
    every = (sum(map(abs, nets), ZERO), sum((abs(line["net"]) for line in lines), ZERO))
    for place in range(len(whole["treatments"])):
        done = sum((abs(net) for line, net in zip(lines, nets) if line["place"] == place), ZERO)
        of = sum((abs(line["net"]) for line in lines if line["place"] == place), ZERO)
        step = (done, of) if of else every if every[1] else (Decimal(finished), Decimal(1))
        for is_charge in (True, False):
            mine = [number for number, part in enumerate(parts)
                    if part["place"] == place and part["charge"] == is_charge]
            weights = [whole["parts"][number]["net"] for number in mine]
            held = sum(weights, ZERO)
            reached = far(held, *(step if is_charge else (done, of)))
            for number, share in zip(mine, rules.webster(reached, weights) if reached else []):
                parts[number]["net"] = share
            if is_charge:
                done, of = done + reached, of + held
    return parts


def state_of(whole, lines, done):
    nets = [rules.rounded(line["net"] * rate / 100) for line, rate in zip(lines, done)]
    finished = all(rate == 100 for rate in done)
    parts = parts_so_far(whole, lines, nets, finished)
    counted = [{**line, "net": net} for line, net in zip(lines, nets)]
    by_place = rules.by_place(counted, parts, len(whole["treatments"]))
    rows = rules.rows_of(whole["treatments"], by_place)
    for key, (base, tax) in rows.items():
        whole_base, most = whole["rows"][key]
        is_capped = finished or (0 <= base <= whole_base and 0 <= most < tax)
        rows[key] = (base, most if is_capped else tax)
    return {"lines": nets, "rows": rows, "net": sum((net for net in by_place if net is not None), ZERO)}


def credit_notes(record):
    for credit in record["credits"]:
        if credit["asked"] != "rest" and money(credit["figures"], "gross") != Decimal(credit["asked"]):
            yield f"credit of {credit['asked']}: {credit['figures']['totals']}"
        if credit["asked"] != "rest" and any(row["tax"] < 0 or row["base"] < 0 for row in credit["figures"]["rows"]):
            yield f"credit below zero: {credit['figures']['rows']}"
    yield from parts_add_up(record["credits"], record["figures"], "credit notes")


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
    yield from situations(record, whole)
    if "no_share" not in record:
        yield from deposits(record)
        yield from credit_notes(record)
    elif all(net is None or net >= 0 for net in rules.by_place(whole["lines"], whole["parts"], len(whole["treatments"]))):
        yield f"no share of what can be shared: {record['no_share']}"


def amounts(value, way=()):
    """Where a cent may be changed: every whole number that is not the name or the place of something."""
    names = {"key", "treatment", "adjustment", "exemption", "rate", "counted"}
    for name, each in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(each, (dict, list)):
            yield from amounts(each, (*way, name))
        elif isinstance(each, int) and name not in names:
            yield *way, name


def with_a_cent(record, way):
    changed = copy.deepcopy(record)
    place = changed["figures"]
    for name in way[:-1]:
        place = place[name]
    place[way[-1]] += 1
    return changed


def part_with_a_cent(record, kind):
    changed = copy.deepcopy(record)
    part = changed[kind][0]["figures"]
    part["rows"][0]["tax"] += 1
    part["totals"]["tax"] += 1
    part["totals"]["gross"] += 1
    return changed


def canaries(records):
    """(what was changed, whether it was noticed)"""
    right = next(record for record in records if "deposits" in record and record["deposits"] and record["credits"]
                 and record["document"]["adjustments"] and not any(faults(record)))
    for way in amounts(right["figures"]):
        yield ".".join(map(str, way)), any(faults(with_a_cent(right, way)))
    for kind in ("deposits", "situations", "credits"):
        yield kind, any(faults(part_with_a_cent(right, kind)))
    for name in ("version", "whole", "currency", "prices"):
        yield name, any(faults({**right, "figures": {**right["figures"], name: "another"}}))
    yield "a refusal", any(faults({**right, "refused": "billing.refusal.price"}))
    refused = next(record for record in records if "refused" in record)
    yield "no refusal", any(faults({**right, "document": refused["document"]}))


def records_of(program, seed, count):
    printed = subprocess.run([program, str(seed), str(count)], capture_output=True, text=True, check=True,
                             timeout=SECONDS)
    return [json.loads(line) for line in printed.stdout.splitlines()]


def main(program):
    passed = failed = 0
    for name, noticed in canaries(records_of(program, CANARY_SEED, CANARY_DOCUMENTS)):
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

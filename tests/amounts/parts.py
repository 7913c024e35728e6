"""Deposits, balances and situations held against the rules and against the document they are parts of.
Each check yields what is wrong, as a sentence.
"""
import hashlib
import json
from decimal import Decimal

import rules
from rules import CENT, ZERO


def cents(amount):
    return int((amount / CENT).to_integral_exact())


def places(number):
    return int((number * 10_000).to_integral_exact())


def money(part, name):
    return Decimal(part["totals"][name]) * CENT


def row_key(row):
    return row["category"], row["exemption"], row["code"], row["rate"]


def asked(invoice):
    """{row: [base, tax]} of what an invoice asks itself, less its deposits."""
    return {row_key(row): [row["base"] - row["deposit_base"], row["tax"] - row["deposit_tax"]]
            for row in invoice["rows"]}


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
    """Everything the whole itself asks, once: gross, each base, each tax."""
    if any(part["figures"]["whole"] != identity(whole) for part in parts):
        yield f"{what} of something else"
    rows = asked(whole)
    gross = whole["totals"]["due"]
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


def nets_by_place(figures):
    return rules.by_place([{**line, "place": line["treatment"]} for line in figures["lines"]],
                          [{**each, "place": each["treatment"], "charge": each["direction"] == "charge"}
                           for each in figures["adjustments"]], len(figures["treatments"]))


def less(invoice, whole, parts):
    """An invoice of the whole with what these deposits asked taken off."""
    nets, rows = [0] * len(whole["treatments"]), {}
    for part in parts:
        nets = [held + (net or 0) for held, net in zip(nets, nets_by_place(part))]
        for row in part["rows"]:
            held = rows.setdefault(row_key(row), [0, 0])
            held[0], held[1] = held[0] + row["base"], held[1] + row["tax"]
    deposits = sum(part["totals"]["gross"] for part in parts)
    return {**invoice, "whole": identity(whole),
            "deposits": [{"treatment": place, "net": net} for place, net in enumerate(nets) if net],
            "rows": [{**row, "deposit_base": rows.get(row_key(row), [0, 0])[0],
                      "deposit_tax": rows.get(row_key(row), [0, 0])[1]} for row in invoice["rows"]],
            "totals": {**invoice["totals"], "deposits": deposits, "due": invoice["totals"]["gross"] - deposits}}


def recoveries(record):
    """Each situation with a part of the deposits off: as near to their proportion as cents allow."""
    whole, deposits = record["figures"], [deposit["figures"] for deposit in record["deposits"]]
    all_of_them = less(whole, whole, deposits)
    taken, so_far = {row_key(row): [0, 0] for row in whole["rows"]}, 0
    for recovery, situation in zip(record["recoveries"], record["situations"]):
        figures = recovery["figures"]
        off = {name: figures["totals"][name] for name in ("deposits", "due")}
        plain = {**figures, "deposits": [], "totals": {**figures["totals"], "deposits": 0, "due": sum(off.values())},
                 "rows": [{**row, "deposit_base": 0, "deposit_tax": 0} for row in figures["rows"]]}
        if plain != situation["figures"]:
            yield f"recovery of {recovery['asked']}: another situation"
        if Decimal(off["deposits"]) * CENT != Decimal(recovery["asked"]):
            yield f"recovery of {recovery['asked']}: {off}"
        so_far += off["deposits"]
        if sum(each["net"] for each in figures["deposits"]) + sum(row["deposit_tax"] for row in figures["rows"]) != \
                off["deposits"]:
            yield f"recovery of {recovery['asked']}: its nets and taxes are another amount"
        for row, whole_row in zip(figures["rows"], all_of_them["rows"]):
            held = taken[row_key(row)]
            for number, name in enumerate(("deposit_base", "deposit_tax")):
                held[number] += row[name]
                fair = Decimal(whole_row[name]) * so_far / max(all_of_them["totals"]["deposits"], 1)
                if row[name] < 0 or abs(held[number] - fair) > len(whole["treatments"]) + 1:
                    yield f"recoveries took {held} of {whole_row}, {fair:.2f} would be fair"

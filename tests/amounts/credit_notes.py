"""Credit notes held against the rules and against the invoice they take back."""
from decimal import Decimal

import rules
from parts import asked, cents, money, nets_by_place, parts_add_up, row_key
from rules import CENT


def bears(row, treatment):
    taxes = [(tax["code"], tax["rate"]) for tax in treatment["taxes"]] or [("", 0)]
    return (row["category"], row["exemption"]) == (treatment["category"], treatment["exemption"]) and \
        (row["code"], row["rate"]) in taxes


def line_credit(credit, invoice, nets, taxes):
    """Its nets are what was asked; each tax of its lines is what all credits so far come to, less what was taken."""
    figures = credit["figures"]
    if [[line["key"], line["net"]] for line in figures["lines"]] != credit["asked"]["lines"]:
        yield f"credit of {credit['asked']}: {figures['lines']}"
    own = nets_by_place(figures)
    told = {row_key(row): row["tax"] for row in figures["rows"]}
    for row in invoice["rows"]:
        base, most = asked(invoice)[row_key(row)]
        if all(own[place] is None for place, each in enumerate(invoice["treatments"]) if bears(row, each)):
            continue
        so_far = sum(nets[place] + (own[place] or 0) for place, each in enumerate(invoice["treatments"])
                     if bears(row, each))
        before = taxes[row_key(row)]
        tax = cents(rules.rounded(so_far * CENT * row["rate"] / 1_000_000))
        expected = most if so_far == base else min(max(tax, before), most)
        if told[row_key(row)] != expected - before:
            yield f"credit of {credit['asked']}: {told} instead of {expected - before} of {row_key(row)}"


def credit_notes(credits, invoice):
    nets, taxes = [0] * len(invoice["treatments"]), {row_key(row): 0 for row in invoice["rows"]}
    made = [credit for credit in credits if credit["figures"]]
    for credit in made:
        figures = credit["figures"]
        if isinstance(credit["asked"], dict):
            yield from line_credit(credit, invoice, nets, taxes)
        elif credit["asked"] != "rest" and money(figures, "gross") != Decimal(credit["asked"]):
            yield f"credit of {credit['asked']}: {figures['totals']}"
        if credit["asked"] != "rest" and any(row["tax"] < 0 or row["base"] < 0 for row in figures["rows"]):
            yield f"credit below zero: {figures['rows']}"
        nets = [held + (net or 0) for held, net in zip(nets, nets_by_place(figures))]
        for row in figures["rows"]:
            taxes[row_key(row)] += row["tax"]
    yield from parts_add_up(made, invoice, "credit notes")

"""What a document comes to, counted again from the rules and not from the program: EN 16931 (order of rounding, tax
once of its sum), modules/billing/*.hpp (where cents are placed). Money is decimal.Decimal, shares are exact fractions.

Refused is raised for what may not be counted; its text says why and is compared with nothing.
"""
from decimal import Decimal, ROUND_HALF_UP, getcontext
from fractions import Fraction

getcontext().prec = 60
CENT, PLACE, ZERO, HUNDRED = Decimal("0.01"), Decimal("0.0001"), Decimal(0), Decimal(100)
AMOUNT_MAX = Decimal("99999999999.99")
CATEGORIES = ["S", "Z", "E", "AE", "K", "G", "O"]
EXEMPTIONS = ["", "franchise", "subcontracting", "services_in_union", "goods_in_union", "exported_goods", "training",
              "services_abroad", "small_supplier"]


class Refused(Exception):
    pass


def unless(holds, why):
    if not holds:
        raise Refused(why)


def rounded(amount):
    result = amount.quantize(CENT, rounding=ROUND_HALF_UP)  # a half away from zero
    unless(abs(result) <= AMOUNT_MAX, "too large")
    return result


def fraction_rounded(value):
    """A Fraction to the cent, a half away from zero."""
    cents = abs(value) * 100
    whole = int(cents + Fraction(1, 2))
    return Decimal(whole if value >= 0 else -whole) * CENT


def order(treatment):
    return (CATEGORIES.index(treatment["category"]), EXEMPTIONS.index(treatment["exemption"]),
            [(code, Decimal(rate)) for code, rate in treatment["taxes"]])


def combined(treatment):
    return sum((Decimal(rate) for _, rate in treatment["taxes"]), ZERO)


def taken(size, of):
    return Decimal(size["amount"]) if "amount" in size else rounded(of * Decimal(size["percent"]) / HUNDRED)


def webster(total, weights):
    """The divisor method of Sainte-Laguë, cent by cent from below: who has the smallest (2a + 1) / w is next."""
    weights = [int(weight / CENT) for weight in weights]
    total, whole = int(total / CENT), sum(int(weight) for weight in weights)
    parts = [max(0, total * weight // whole - len(weights)) for weight in weights]
    while sum(parts) < total:
        ranks = [(Fraction(2 * part + 1, weight), i) for i, (part, weight) in enumerate(zip(parts, weights)) if weight]
        parts[min(ranks)[1]] += 1
    return [part * CENT for part in parts]


def lines_of(document, treatments):
    for line in document["lines"]:
        before = rounded(Decimal(line["quantity"]) * Decimal(line["price"]))
        discount = taken(line["discount"], abs(before)).copy_sign(before if before else Decimal(1))
        unless(discount == 0 or abs(discount) <= abs(before), "discount")
        yield {"key": line["key"], "place": treatments.index(line["treatment"]), "before": before, "discount": discount,
               "net": before - discount, "counted": line["counted"], "quantity": Decimal(line["quantity"]),
               "unit": Decimal(line["price"])}


def by_place(lines, parts, places):
    """Σ of each treatment; None for one that nothing counted bears."""
    nets = [None] * places
    for line in lines:
        if line["counted"]:
            nets[line["place"]] = (nets[line["place"]] or ZERO) + line["net"]
    for part in parts:
        nets[part["place"]] = (nets[part["place"]] or ZERO) + part["net"] * (1 if part["charge"] else -1)
    return nets


def adjusted(document, lines, treatments):
    sums = [net or ZERO for net in by_place(lines, [], len(treatments))]
    parts = []
    for number, adjustment in enumerate(document["adjustments"]):
        shares = [ZERO] * len(treatments)
        if adjustment["treatment"] is not None:
            place = treatments.index(adjustment["treatment"])
            shares[place] = taken(adjustment["size"], sums[place])
        elif size := taken(adjustment["size"], sum(sums)):
            unless(sum(sums) > 0 and min(sums) >= 0, "nothing to share by")
            shares = webster(size, sums)
        unless(min(shares) >= 0, "below zero")
        parts += [{"number": number, "place": place, "charge": adjustment["direction"] == "charge", "net": share}
                  for place, share in enumerate(shares) if share > 0]
    nets = by_place(lines, parts, len(treatments))
    unless(all(part["charge"] or nets[part["place"]] >= 0 for part in parts), "more than its lines")
    return parts


def rows_of(treatments, nets):
    """{(category, exemption, code, rate): [base, tax]}, in the order of the rows."""
    rows = {}
    for treatment, net in zip(treatments, nets):
        if net is None:
            continue
        for code, rate in treatment["taxes"] or [("", "0.0000")]:
            row = rows.setdefault((treatment["category"], treatment["exemption"], code, Decimal(rate)), [ZERO, ZERO])
            row[0] += net
    for key, row in rows.items():
        row[1] = rounded(row[0] * key[3] / HUNDRED)
    return dict(sorted(rows.items(), key=lambda row: (CATEGORIES.index(row[0][0]), EXEMPTIONS.index(row[0][1]),
                                                      row[0][2], row[0][3])))


def without_taxes(gross, rate, to=CENT):
    return (gross * HUNDRED / (HUNDRED + rate)).quantize(to, rounding=ROUND_HALF_UP)


def take_taxes_out(lines, parts, treatments):
    typed = by_place(lines, parts, len(treatments))
    for place, total in enumerate(typed):
        rate = combined(treatments[place])
        mine = [part for part in [*lines, *parts] if part["place"] == place and part.get("counted", True)]
        for part in mine:
            part["signed"] = part["net"] * (-1 if part.get("charge") is False else 1)
            part["net"] = without_taxes(part["signed"], rate)
        if total is None:
            continue
        missing = without_taxes(total, rate) - sum((part["net"] for part in mine), ZERO)
        rank = {id(part): -number for number, part in enumerate([part for part in mine if "key" not in part], 1)}
        mine.sort(key=lambda part: (-abs(part["signed"]), part.get("key", rank.get(id(part)))))
        for number in range(int(abs(missing) / CENT)):
            mine[number % len(mine)]["net"] += CENT.copy_sign(missing)
        for part in parts:
            if part["place"] == place:
                part["net"] = abs(part["net"])
    for line in lines:
        rate = combined(treatments[line["place"]])
        line["unit"] = without_taxes(line["unit"], rate, PLACE)
        line["net"] = line["net"] if line["counted"] else without_taxes(line["net"], rate)
        line["discount"] = without_taxes(line["discount"], rate)
        line["before"] = line["net"] + line["discount"]
    nets = by_place(lines, parts, len(treatments))
    rows = rows_of(treatments, nets)
    for treatment, total, net in zip(treatments, typed, nets):
        if total is None or not treatment["taxes"]:
            continue
        keys = [(treatment["category"], treatment["exemption"], code, Decimal(rate)) for code, rate in treatment["taxes"]]
        highest = max(keys, key=lambda key: key[3])
        rows[highest][1] = total - net - sum((rows[key][1] for key in keys if key != highest), ZERO)
    return rows


def may_stand_together(document):
    used = [line["treatment"] for line in document["lines"]]
    used += [each["treatment"] for each in document["adjustments"] if each["treatment"]]
    used = sorted(({str(each): each for each in used}).values(), key=order)
    reasons = [each["category"] for each in used if each["category"] != "S"]
    unless(any(line["counted"] for line in document["lines"]), "nothing is counted")
    unless(len(reasons) == len(set(reasons)), "two reasons of one category")
    unless("O" not in reasons or len(used) == 1, "outside stands alone")
    taxes = [tuple(tax) for each in used for tax in each["taxes"]]
    unless(document["prices"] == "net" or len(taxes) == len(set(taxes)), "a tax of two treatments")


def counted(document):
    may_stand_together(document)
    named = [line["treatment"] for line in document["lines"]]
    named += [each["treatment"] for each in document["adjustments"] if each["treatment"]]
    treatments = sorted(({str(each): each for each in named}).values(), key=order)
    lines = list(lines_of(document, treatments))
    parts = adjusted(document, lines, treatments)
    for line in lines:
        line["typed"] = {name: line[name] for name in ("unit", "before", "discount", "net")}
    for part in parts:
        part["typed"] = part["net"]
    typed = sums_of([{**line, **line["typed"]} for line in lines], parts)
    if document["prices"] == "gross":
        rows = take_taxes_out(lines, parts, treatments)
    else:
        rows = rows_of(treatments, by_place(lines, parts, len(treatments)))
    whole = {"currency": document["currency"], "prices": document["prices"], "treatments": treatments, "lines": lines,
             "parts": parts, "rows": rows, "totals": totals_of(lines, parts, rows)}
    return {**whole, "typed": {**typed, "total": net_of(typed)}}


def sums_of(lines, parts):
    return {"lines": sum((line["net"] for line in lines if line["counted"]), ZERO),
            "discounts": sum((part["net"] for part in parts if not part["charge"]), ZERO),
            "charges": sum((part["net"] for part in parts if part["charge"]), ZERO)}


def net_of(sums):
    return sums["lines"] - sums["discounts"] + sums["charges"]


def totals_of(lines, parts, rows):
    totals = sums_of(lines, parts)
    totals["tax"], totals["deposits"] = sum((row[1] for row in rows.values()), ZERO), ZERO
    totals["net"] = net_of(totals)
    totals["gross"] = totals["due"] = totals["net"] + totals["tax"]
    unless(totals["gross"] >= 0 and totals["net"] >= 0, "negative total")
    unless(all(abs(total) <= AMOUNT_MAX for total in totals.values()), "too large")
    return totals

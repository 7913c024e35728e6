#!/usr/bin/env python3
"""Documents by dice, each in every form it takes: what the oracle counts from what was typed, the frozen figures, the
page, the paper, CII, UBL, the chain and the file of the tax office say the same to the cent; deposits and balance of a
sale come to the whole. It first changes one cent in each form and must notice every time.

Usage: tests/amounts/forms.py build/release/tests/amounts/print_forms; ends with « N passed, N failed ».
ETABLI_RANDOM_SEED and ETABLI_RANDOM_DOCUMENTS choose others than the usual.
"""
import collections
import copy
import json
import os
import re
import secrets
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path

import oracle
import rules

DOCUMENTS = int(os.environ.get("ETABLI_RANDOM_DOCUMENTS", "300"))
SEED = int(os.environ.get("ETABLI_RANDOM_SEED") or secrets.randbelow(1 << 40))
CANARY_SEED = 1
BUSINESS = 300  # documents of one business, on a database of its own
SECONDS = 120
SHOWN_MAX = 5


def cents(words):
    """« −1 073,85 € » or « 1073.85 » as whole cents."""
    return int(re.sub(r"[\s€]", "", words).replace("−", "-").replace(",", "").replace(".", ""))


class Terms(HTMLParser):
    """The labels and values of a list, as they are read."""

    def __init__(self, page):
        super().__init__()
        self.rows, self.open = [], None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        if tag in ("dt", "dd"):
            self.open = tag
            self.rows += [["", ""]] if tag == "dt" else []

    def handle_endtag(self, tag):
        self.open = None if tag == self.open else self.open

    def handle_data(self, data):
        if self.open:
            self.rows[-1][self.open == "dd"] += data


def words_expected(figures):
    """The amounts a reader is shown, from top to bottom; of each tax what it is taken of, unless a sentence says why
    there is none."""
    totals = figures["totals"]
    if totals["discounts"]:
        yield from (totals["lines"], -totals["discounts"])
    yield totals["net"]
    for row in figures["rows"]:
        yield row["tax"] if row["exemption"] else (row["base"], row["tax"])
    yield totals["gross"]
    if totals["deposits"]:
        yield from (-totals["deposits"], totals["due"])


def words_told(rows):
    for label, value in rows:
        base = re.search(r"sur (.*€)", label)
        yield (cents(base[1]), cents(value)) if base else cents(value)


def every(root, name):
    return (child for child in root.iter() if child.tag.endswith("}" + name))


def amount(root, name):
    found = next(every(root, name), None)
    return 0 if found is None else cents(found.text)


def electronic(text, names):
    """Totals and taxes of an e-invoice; `names` in the order of what it returns."""
    root = xml.fromstring(text)
    sums = next(every(root, names["sums"]))
    tax_total = next(every(root, names["tax_total"]))
    tax = cents(tax_total.text) if names["tax"] is None else amount(tax_total, names["tax"])
    taxes = sorted((amount(part, names["base"]), amount(part, names["of_base"]), next(every(part, names["rate"])).text)
                   for part in every(root, names["part"]) if next(every(part, names["base"]), None) is not None)
    return [amount(sums, name) for name in names["totals"]] + [tax, taxes]


CII = {"sums": "SpecifiedTradeSettlementHeaderMonetarySummation", "tax_total": "TaxTotalAmount", "tax": None,
       "part": "ApplicableTradeTax", "base": "BasisAmount", "of_base": "CalculatedAmount",
       "rate": "RateApplicablePercent",
       "totals": ["TaxBasisTotalAmount", "GrandTotalAmount", "TotalPrepaidAmount", "DuePayableAmount"]}
UBL = {"sums": "LegalMonetaryTotal", "tax_total": "TaxTotal", "tax": "TaxAmount", "part": "TaxSubtotal",
       "base": "TaxableAmount", "of_base": "TaxAmount", "rate": "Percent",
       "totals": ["TaxExclusiveAmount", "TaxInclusiveAmount", "PrepaidAmount", "PayableAmount"]}


def electronic_expected(figures):
    totals = figures["totals"]
    taxes = sorted((row["base"], row["tax"], f"{row['rate'] / 10_000:.4f}".rstrip("0").rstrip("."))
                   for row in figures["rows"])
    return [totals["net"], totals["gross"], totals["deposits"], totals["due"], totals["tax"], taxes]


def sign(record):
    return -1 if record["kind"] == "credit_note" else 1


def link_expected(record):
    """What the chain keeps: what the document itself asks, without what deposits asked before."""
    taxes = [[row["base"] - row["deposit_base"], row["tax"] - row["deposit_tax"], row["rate"]]
             for row in record["figures"]["rows"]]
    return [sign(record) * record["figures"]["totals"]["due"],
            [[sign(record) * base, sign(record) * tax, rate] for base, tax, rate in taxes]]


def link_told(link):
    return [link["total"], [[tax["base"], tax["tax"], tax["rate"]] for tax in link["taxes"]]]


def entry_expected(record):
    """On the client's account, on those of the tax, and on all together; nothing where nothing is asked."""
    totals = record["figures"]["totals"]
    tax = sum(row["tax"] - row["deposit_tax"] for row in record["figures"]["rows"])
    return [sign(record) * totals["due"], -sign(record) * tax, 0]


def entry_told(lines):
    moved = collections.Counter()
    for account, debit, credit in lines:
        for name in ("411", "445", ""):
            moved[name] += (debit - credit) * account.startswith(name)
    return [moved["411"], moved["445"], moved[""]]


def file_lines(text):
    """Paper → its lines in the journal of sales: account, debit, credit."""
    lines = collections.defaultdict(list)
    for line in text.splitlines()[1:]:
        cells = line.split("\t")
        if cells[0] == "VE":
            lines[cells[8]].append((cells[4], cents(cells[11]), cents(cells[12])))
    return lines


def drawn(paper):
    """The amounts of a PDF."""
    done = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, text=True, check=True)
    return {cents(each) for each in re.findall(r"−?\d{1,3}(?:\s?\d{3})*,\d\d(?=\s?€)", done.stdout)}


def faults(record):
    figures = record["figures"]
    if record["document"]:
        try:
            whole = oracle.frozen(rules.counted(record["document"]))
        except rules.Refused as refused:
            yield f"counted what is to be refused: {refused}"
            return
        for name in ("lines", "net", "tax", "gross"):
            if figures["totals"][name] != whole["totals"][name]:
                yield f"{name}: {figures['totals'][name]} instead of {whole['totals'][name]}"
        told, expected = ([[row["rate"], row["base"], row["tax"]] for row in of["rows"]] for of in (figures, whole))
        if told != expected:
            yield f"rows: {told} instead of {expected}"
    shown = list(words_expected(figures))
    forms = {"page": (list(words_told(Terms(record["page"]).rows)), shown),
             "paper": (list(words_told(record["paper"])), shown),
             "cii": (electronic(record["cii"], CII), electronic_expected(figures)),
             "ubl": (electronic(record["ubl"], UBL), electronic_expected(figures)),
             "chain": (link_told(record["link"]), link_expected(record)),
             "file": (entry_told(record["entry"]), entry_expected(record))}
    for name, (told, expected) in forms.items():
        if told != expected:
            yield f"{name}: {told} instead of {expected}"
    if record["pdf"] is not None:
        missing = {figures["totals"][name] for name in ("net", "gross", "due")} - record["pdf"]
        if missing:
            yield f"pdf: without {missing}"


def sale_faults(records):
    """What deposits asked of a sale is what its balance takes off."""
    for record in records:
        if record["kind"] != "balance":
            continue
        before = [one["figures"]["totals"]["due"] for one in records
                  if one["kind"] == "deposit" and one["quote"] == record["quote"]]
        totals = record["figures"]["totals"]
        if sum(before) != totals["deposits"] or totals["deposits"] + totals["due"] != totals["gross"]:
            yield record, f"deposits {before} and a balance of {totals['due']} of {totals['gross']}"


def records_of(program, seed, count):
    with tempfile.TemporaryDirectory() as folder:
        asked = {"ETABLI_FORMS_SEED": str(seed), "ETABLI_FORMS_DOCUMENTS": str(count), "ETABLI_FORMS_FOLDER": folder}
        printed = subprocess.run([program], capture_output=True, text=True, check=True, timeout=SECONDS,
                                 env={**os.environ, **asked})
        *records, books = [json.loads(line) for line in printed.stdout.splitlines() if line.startswith("{")]
        links = {link["number"]: link for link in books["chain"]}
        entries = file_lines(books["fec"])
        for record in records:
            paper = Path(folder) / (record["number"] + ".pdf")
            record |= {"seed": seed, "link": links[record["number"]], "entry": entries[record["number"]],
                       "pdf": drawn(paper) if paper.exists() else None}
    return records, books["refused"]


def one_cent_more(text, pattern):
    """The first amount after `pattern`, raised by a cent."""
    def raised(found):
        value = cents(found[2]) + 1
        return f"{found[1]}{value // 100},{value % 100:02}" if "," in found[2] else \
            f"{found[1]}{value // 100}.{value % 100:02}"
    changed, times = re.subn(f"({pattern})([\\d\\s]+[.,]\\d\\d)", raised, text, count=1)
    assert times == 1, pattern
    return changed


def canaries(records):
    """(what was changed, whether it was noticed)"""
    right = next(record for record in records if record["kind"] == "balance" and record["pdf"] is None
                 and record["figures"]["totals"]["gross"] > 100 and record["figures"]["totals"]["tax"] > 0
                 and not any(faults(record)))
    pdf = next(record for record in records if record["pdf"] and not any(faults(record)))
    for name in ("net", "tax", "gross", "due", "deposits"):
        spoiled = copy.deepcopy(right)
        spoiled["figures"]["totals"][name] += 1
        yield f"figures {name}", any(faults(spoiled)) or any(sale_faults([spoiled]))
    for name, pattern in (("page", r"Total HT</dt><dd[^>]*>"), ("cii", r"<ram:GrandTotalAmount>"),
                          ("cii", r"<ram:DuePayableAmount>"), ("cii", r"<ram:BasisAmount>"),
                          ("ubl", r"<cbc:PayableAmount[^>]*>"), ("ubl", r"<cbc:TaxableAmount[^>]*>")):
        yield f"{name} {pattern}", any(faults({**right, name: one_cent_more(right[name], pattern)}))
    for place, (label, value) in enumerate(right["paper"]):
        paper = copy.deepcopy(right["paper"])
        paper[place][1] = value[:-3] + str((int(value[-3]) + 1) % 10) + value[-2:]
        yield f"paper {label}", any(faults({**right, "paper": paper}))
    yield "chain", any(faults({**right, "link": {**right["link"], "total": right["link"]["total"] + 1}}))
    account, debit, credit = right["entry"][0]
    yield "file", any(faults({**right, "entry": [(account, debit + 1, credit), *right["entry"][1:]]}))
    yield "file, lost", any(faults({**right, "entry": []}))
    yield "pdf", any(faults({**pdf, "pdf": pdf["pdf"] - {pdf["figures"]["totals"]["gross"]}}))
    yield "a deposit", any(sale_faults([right]))


def main(program):
    passed = failed = shown = counted = refused = papers = 0
    for name, noticed in canaries(records_of(program, CANARY_SEED, BUSINESS)[0]):
        passed, failed = passed + noticed, failed + (not noticed)
        if not noticed:
            print(f"one cent more went unnoticed: {name}")
    starts = range(SEED, SEED + -(-DOCUMENTS // BUSINESS))
    with ThreadPoolExecutor(2) as pool:
        for records, left_out in pool.map(lambda seed: records_of(program, seed, BUSINESS), starts):
            counted, refused = counted + len(records), refused + left_out
            papers += sum(record["pdf"] is not None for record in records)
            of_sales = {id(record): fault for record, fault in sale_faults(records)}
            for record in records:
                found = of_sales.get(id(record)) or next(faults(record), None)
                passed, failed = passed + (found is None), failed + (found is not None)
                if found and (shown := shown + 1) <= SHOWN_MAX:
                    print(f"ETABLI_RANDOM_SEED={record['seed']} ETABLI_RANDOM_DOCUMENTS={BUSINESS}: "
                          f"{record['kind']} {record['number']}: {found}")
    print(f"seed {SEED}: {counted} documents, {papers} of them as PDF; {refused} sales refused")
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 and counted >= DOCUMENTS else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

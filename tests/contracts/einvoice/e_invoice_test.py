#!/usr/bin/env python3
"""French e-invoices against the judges of the European norm, of Factur-X and of the French reform.

Usage: e_invoice_test.py WRITE_INVOICES WRITE_YEAR. ETABLI_RANDOM_SEED, ETABLI_GOOD_INVOICES and
ETABLI_SPOILED_INVOICES ask for others, or for more. The last line is « N passed, N failed ».
"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

JUDGES = Path(__file__).parent / "judges"
SAXON = "/usr/share/java/Saxon-HE.jar"
SCHEMAS = {"cii": "fnfe/facturx/xsd/Factur-X_EN16931.xsd",
           "invoice": "fnfe/ubl/maindoc/UBL-Invoice-2.1.xsd",
           "credit": "fnfe/ubl/maindoc/UBL-CreditNote-2.1.xsd"}
SCHEMATRONS = {"cii": ["fnfe/facturx/xslt/FACTUR-X_EN16931.xslt", "cen/EN16931-CII-validation.xslt",
                       "fnfe/BR-FR-Flux2-Schematron-CII.xslt"],
               "ubl": ["cen/EN16931-UBL-validation.xslt", "fnfe/BR-FR-Flux2-Schematron-UBL.saxon9.xslt"]}
PAPERS_OPENED = 10
SVRL = "{http://purl.oclc.org/dsdl/svrl}"
RULE = re.compile(r"\b(?:BR-FR-(?:CO-|DEC-|MV-|BD-)?\d+|BR-[A-Z]+-\d+|BR-\d+|UBL-[A-Z]+-\d+|CII-[A-Z]+-\d+|FX-[A-Z0-9-]+)")
results = []


def check(holds, what):
    results.append(bool(holds))
    if not holds:
        print("FAILED", what)


def schema_faults(kind, files):
    """Names of those that xmllint refuses."""
    done = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", JUDGES / SCHEMAS[kind], *files],
                          capture_output=True, text=True)
    return {Path(line.rsplit(" fails to validate")[0]).stem
            for line in done.stderr.splitlines() if line.endswith(" fails to validate")}


def rules_of(report):
    """The rules a report names, and whether it looked at anything."""
    rules, fired = set(), False
    for _, element in xml.iterparse(report):
        fired = fired or element.tag == SVRL + "fired-rule"
        if element.tag == SVRL + "failed-assert":
            words = (element.get("id") or "") + " " + "".join(element.itertext())
            rule = (RULE.search(words) or [element.get("id") or "unnamed"])[0]
            rules.add(f"warning {rule}" if element.get("flag") == "warning" else rule)
    return rules, fired


def judged(xslt, folder, reports):
    reports.mkdir(parents=True)
    subprocess.run(["java", "-Xshare:auto", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", SAXON,
                    f"-s:{folder}", f"-xsl:{JUDGES / xslt}", f"-o:{reports}"], check=True)
    return {path.stem: rules_of(path) for path in reports.iterdir()}


def verdicts(root):
    """Name → set of rules of all judges; « SCHEMA » for xmllint, « SILENT » where none looked."""
    found = {}
    (root / "ubl").mkdir()
    for kind in SCHEMAS:
        files = sorted((root / kind).glob("*.xml"))
        for path in files:
            found.setdefault(path.stem, set())
            if kind != "cii":
                (root / "ubl" / path.name).hardlink_to(path)
        for start in range(0, len(files), 500):
            for name in schema_faults(kind, files[start:start + 500]):
                found[name].add("SCHEMA")
    work = [(kind, xslt) for kind in SCHEMATRONS for xslt in SCHEMATRONS[kind] if any((root / kind).iterdir())]
    with ThreadPoolExecutor(2) as pool:
        for reports in pool.map(lambda item: judged(item[1], root / item[0], root / "svrl" / Path(item[1]).name), work):
            for name, (rules, fired) in reports.items():
                found[name] |= rules | (set() if fired else {"SILENT"})
    return found


def put_samples(root):
    """The official examples and negative controls, judged with everything else: no start of its own."""
    for path in (JUDGES / "samples").glob("*.xml"):
        folder = root / ("invoice" if "ubl" in path.name else "cii")
        (folder / path.name).write_bytes(path.read_bytes())


def check_samples(found):
    for path in (JUDGES / "samples").glob("*.xml"):
        rules = found[path.stem]
        if path.stem.startswith("good"):
            check(not rules, f"{path.stem} is refused: {sorted(rules)}")
        named = RULE.search(path.stem)
        if named:
            check(named[0] in rules, f"{path.stem} passes, or is refused by {sorted(rules)}")
        elif path.stem.startswith("foreign"):
            check("BR-FR-05" in rules, f"{path.stem} passes as French")


def amount(root, *names):
    """The decimal below those local names, the first of each."""
    for name in names:
        root = next((child for child in root.iter() if child.tag.endswith("}" + name)), None)
        if root is None:
            return None
    return Decimal(root.text)


def read_totals(path):
    root = xml.parse(path).getroot()
    if root.tag.endswith("CrossIndustryInvoice"):
        sums, names = "SpecifiedTradeSettlementHeaderMonetarySummation", {
            "lines": "LineTotalAmount", "net": "TaxBasisTotalAmount", "tax": "TaxTotalAmount",
            "gross": "GrandTotalAmount", "due": "DuePayableAmount"}
        head = next(e for e in root.iter() if e.tag.endswith("}ApplicableHeaderTradeSettlement"))
        rows = [[amount(e, "BasisAmount"), amount(e, "CalculatedAmount")]
                for e in head if e.tag.endswith("}ApplicableTradeTax")]
        found = {key: amount(head, sums, name) for key, name in names.items()}
    else:
        names = {"lines": "LineExtensionAmount", "net": "TaxExclusiveAmount",
                 "gross": "TaxInclusiveAmount", "due": "PayableAmount"}
        found = {key: amount(root, "LegalMonetaryTotal", name) for key, name in names.items()}
        found["tax"] = amount(root, "TaxTotal", "TaxAmount")
        rows = [[amount(e, "TaxableAmount"), amount(e, "TaxAmount")]
                for e in root.iter() if e.tag.endswith("}TaxSubtotal")]
    return {**found, "rows": rows}


def check_totals(root, invoice):
    said = invoice["totals"]
    expected = {key: Decimal(said[key]) for key in said if key != "rows"}
    expected["rows"] = [[Decimal(number) for number in row] for row in said["rows"]]
    for kind in SCHEMAS:
        path = root / kind / (invoice["name"] + ".xml")
        if path.exists():
            check(read_totals(path) == expected, f"{kind} of {invoice['name']}: other totals than the figures")


def check_invoice(invoice, theirs):
    name, ours = invoice["name"], {rule for rule in invoice["ours"] if not rule.startswith("ETABLI-")}
    if name.startswith("good"):
        check(not theirs and not invoice["ours"], f"{name}: ours {invoice['ours']}, theirs {sorted(theirs)}")
        return
    theirs = {rule for rule in theirs if not rule.startswith("warning")}
    check(bool(ours) == bool(theirs) and ours <= theirs,
          f"{name} « {invoice['done']} »: ours {sorted(ours)}, theirs {sorted(theirs)}")


def check_papers(root, said):
    """Whoever opens the paper finds the very XML that was judged."""
    if not said:
        return
    papers = sorted((root / "paper").glob("*.pdf"))[:PAPERS_OPENED]
    for path in papers:
        subprocess.run(["pdfdetach", "-savefile", "factur-x.xml", "-o", root / "found.xml", path], check=True)
        same = (root / "found.xml").read_bytes() == (root / "cii" / (path.stem + ".xml")).read_bytes()
        check(same, f"{path.name} holds another XML")
        pdf = path.read_bytes()
        packet = pdf[pdf.index(b"<x:xmpmeta"):pdf.index(b"</x:xmpmeta>") + len(b"</x:xmpmeta>")]
        level = xml.fromstring(packet).find(".//{urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#}ConformanceLevel")
        check(level is not None and level.text == "EN 16931", f"{path.name}: metadata without the profile")
    print(f"Factur-X: {said['papers']} papers, {said['cpu_ms']} ms of CPU each")


def take_year(root):
    """The invoices inside the papers of the demonstration, and what their figures come to."""
    year = root / "year"
    written = subprocess.run([sys.argv[2]], capture_output=True, text=True, check=True,
                             env=dict(os.environ, ETABLI_YEAR_FOLDER=str(year)))
    lines = [line for line in written.stdout.splitlines() if line.startswith("{")]
    told = []
    for invoice in map(json.loads, lines):
        paper, found = year / "paper" / (invoice["name"] + ".pdf"), root / "cii" / (invoice["name"] + ".xml")
        check(paper.exists(), f"{invoice['name']} has no paper")
        subprocess.run(["pdfdetach", "-savefile", "factur-x.xml", "-o", found, paper], capture_output=True)
        if found.exists():
            told.append(invoice)
    print(f"demonstration: {len(told)} e-invoices in {len(lines)} papers")
    check(len(told) > 30, "hardly any e-invoice in the year")
    check(any(" 381" in kinds_of(root / "cii" / (one["name"] + ".xml")) for one in told), "no credit note in the year")
    return told


def kinds_of(path):
    """« 380 » for an invoice, « 381 » for a credit note, « 386 » for a deposit."""
    return " " + next(e.text for e in xml.parse(path).getroot().iter() if e.tag.endswith("}TypeCode"))


def check_reading(root):
    """Our reader finds in files of ours and of others what this one finds."""
    files = [path for kind in SCHEMAS for path in sorted((root / kind).glob("*.xml")) if "spoiled" not in path.name]
    done = subprocess.run([sys.argv[1], *files], capture_output=True, text=True, check=True)
    for line in done.stdout.splitlines():
        read = json.loads(line)
        expected = read_totals(Path(read["file"]))
        same = all(key in read and Decimal(read[key]) == expected[key] for key in ("net", "tax", "gross", "due"))
        check(same and read["count"] == count_lines(Path(read["file"])), f"read otherwise: {read}")


def count_lines(path):
    names = ("}IncludedSupplyChainTradeLineItem", "}InvoiceLine", "}CreditNoteLine")
    return sum(element.tag.endswith(names) for element in xml.parse(path).getroot().iter())


def main():
    seed = os.environ.get("ETABLI_RANDOM_SEED") or str(random.randrange(1, 10**9))
    good = os.environ.get("ETABLI_GOOD_INVOICES", "40")
    spoiled = os.environ.get("ETABLI_SPOILED_INVOICES", "80")
    print(f"ETABLI_RANDOM_SEED={seed}, {good} good, {spoiled} spoiled")
    with tempfile.TemporaryDirectory(dir=os.environ.get("ETABLI_KEEP")) as folder:
        root = Path(folder)
        for kind in SCHEMAS:
            (root / kind).mkdir()
        written = subprocess.run([sys.argv[1], seed, good, spoiled, folder], capture_output=True, text=True, check=True)
        invoices = [json.loads(line) for line in written.stdout.splitlines()]
        check_papers(root, invoices.pop() if good != "0" else {})
        check(len(invoices) == int(good) + int(spoiled), "all were written")
        invoices += take_year(root)
        put_samples(root)
        check_reading(root)
        found = verdicts(root)
        check_samples(found)
        for invoice in invoices:
            check_invoice(invoice, found[invoice["name"]])
            check_totals(root, invoice)
    failed = results.count(False)
    print(f"{len(results) - failed} passed, {failed} failed")
    sys.exit(failed > 0)


main()

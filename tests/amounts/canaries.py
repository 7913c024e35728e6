"""A right answer with one cent changed in each place: what the oracle must notice, every time."""
import copy


def amounts(value, way=()):
    """Where a cent may be changed: every whole number that is not the name or the place of something."""
    names = {"key", "treatment", "adjustment", "exemption", "rate", "counted"}
    for name, each in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(each, (dict, list)):
            yield from amounts(each, (*way, name))
        elif isinstance(each, int) and name not in names:
            yield *way, name


def with_a_cent(record, way, of="figures"):
    changed = copy.deepcopy(record)
    place = changed[of]
    for name in way[:-1]:
        place = place[name]
    place[way[-1]] += 1
    return changed


def part_with_a_cent(record, kind):
    changed = copy.deepcopy(record)
    part = next(each["figures"] for each in changed[kind] if each["figures"])
    part["rows"][0]["tax"] += 1
    part["totals"]["tax"] += 1
    part["totals"]["gross"] += 1
    return changed


def canaries(records, faults):
    """(what was changed, whether it was noticed)"""
    right = next(record for record in records if record.get("deposits") and record.get("balance_credits")
                 and all(any(isinstance(credit["asked"], dict) and credit["figures"] for credit in record[kind])
                         for kind in ("credits", "balance_credits"))
                 and record["document"]["adjustments"] and not any(faults(record)))
    for way in amounts(right["figures"]):
        yield ".".join(map(str, way)), any(faults(with_a_cent(right, way)))
    for kind in ("deposits", "situations", "credits", "balance_credits", "recoveries"):
        yield kind, any(faults(part_with_a_cent(right, kind)))
    for way in amounts(right["balance"]):
        yield f"balance {'.'.join(map(str, way))}", any(faults(with_a_cent(right, way, "balance")))
    for name in ("version", "whole", "currency", "prices"):
        yield name, any(faults({**right, "figures": {**right["figures"], name: "another"}}))
    yield "a refusal", any(faults({**right, "refused": "billing.refusal.price"}))
    refused = next(record for record in records if "refused" in record)
    yield "no refusal", any(faults({**right, "document": refused["document"]}))

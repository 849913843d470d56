"""nomenklatura's logic-v2 and navicert on the same labelled pairs, in one run, each at its own threshold.

    pip install nomenklatura==4.17.4
    npm run build && python bench/peers/logic-v2.py ../shared/cases/screening/*.jsonl.gz

Pairs without a label and pairs without a candidate are left out for both. Time is that of the processor;
reading names is counted for both, since both read a pair's names when they compare it.
"""

import gzip
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from followthemoney import model
from nomenklatura.matching import LogicV2

THRESHOLD = {"logic-v2": 0.7, "navicert": 0.5}
COUNTRY = {"Person": "nationality", "Vessel": "flag"}
NUMBERS = {
    "imo": "imoNumber", "mmsi": "mmsi", "callSign": "callSign", "passport": "passportNumber",
    "tax": "taxNumber", "registration": "registrationNumber", "bic": "swiftBic", "lei": "leiCode",
    "inn": "innCode", "ogrn": "ogrnCode",
}


def entity(party, key):
    """One side of a pair as a FollowTheMoney entity; what its schema has no property for is left out."""
    proxy = model.make_entity(party.get("schema") or "LegalEntity")
    proxy.id = key
    birth = party.get("birthDate") or []
    values = {
        "name": [party.get("name"), *(party.get("originalScript") or [])],
        "alias": party.get("aliases") or [],
        "weakAlias": party.get("weakAliases") or [],
        "birthDate": [birth] if isinstance(birth, str) else birth,
        COUNTRY.get(proxy.schema.name, "country"): party.get("countries") or [],
        "address": party.get("addresses") or [],
        "gender": [party.get("gender")],
    }
    for kind, numbers in (party.get("ids") or {}).items():
        values[NUMBERS.get(kind, "idNumber")] = numbers
    for name, texts in values.items():
        if name in proxy.schema.properties:
            proxy.add(name, [text for text in texts if text], quiet=True)
    return proxy


def spent(who):
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def by_logic_v2(rows):
    config = LogicV2.default_config()
    # What is read of an entity is kept under its id, so every one has its own.
    pairs = [
        (entity(row["query"], f"asked-{at}"), entity(row["candidate"], f"listed-{at}"))
        for at, row in enumerate(rows)
    ]
    started = spent(resource.RUSAGE_SELF)
    scores = [LogicV2.compare(asked, listed, config).score for asked, listed in pairs]
    return scores, spent(resource.RUSAGE_SELF) - started


def by_navicert(rows):
    command = Path(__file__).resolve().parents[2] / "dist" / "cli" / "main.js"
    with tempfile.TemporaryDirectory() as folder:
        asked, answered = Path(folder, "pairs.jsonl"), Path(folder, "scores.jsonl")
        asked.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        started = spent(resource.RUSAGE_CHILDREN)
        subprocess.run(
            ["node", command, "screen", "compare", "--batch", asked, "--out", answered],
            check=True, capture_output=True,
        )
        lines = answered.read_text(encoding="utf-8").splitlines()
        return [json.loads(line)["score"] for line in lines], spent(resource.RUSAGE_CHILDREN) - started


def measure(rows, scores, threshold):
    found = [score >= threshold for score in scores]
    true = sum(hit and row["match"] for hit, row in zip(found, rows))
    false = sum(hit and not row["match"] for hit, row in zip(found, rows))
    missed = sum(not hit and row["match"] for hit, row in zip(found, rows))
    right = sum(hit == row["match"] for hit, row in zip(found, rows))
    positive = 2 * true + false + missed
    return {
        "rows": len(rows),
        "right": round(right / len(rows), 3),
        "F1": round(2 * true / positive, 3) if true else None,
        "found": f"{true}/{true + missed}",
        "confused": f"{false}/{len(rows) - true - missed}",
    }


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    figures = {}
    for name in sys.argv[1:]:
        with gzip.open(name, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        rows = [row for row in rows if row["match"] is not None and row["candidate"] is not None]
        if not rows:
            continue
        file = Path(name).name.removesuffix(".jsonl.gz")
        for engine, run in (("logic-v2", by_logic_v2), ("navicert", by_navicert)):
            scores, seconds = run(rows)
            measured = measure(rows, scores, THRESHOLD[engine])
            measured["ms a pair"] = round(1000 * seconds / len(rows), 2)
            figures.setdefault(file, {})[engine] = measured
            print(f"{file:30} {engine:9}", " ".join(f"{key} {value}" for key, value in measured.items()))
    print(json.dumps(figures))


if __name__ == "__main__":
    main()

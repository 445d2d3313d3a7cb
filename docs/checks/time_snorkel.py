"""Seconds of Snorkel's LabelModel on votes like those of `whetstone bench label`.

    python docs/checks/time_snorkel.py [--rows 20000] [--rules 12] [--epochs 1000] [--repeat 3] [--out votes.csv]

Rule j votes on 30 % of the rows and is right on 60 to 85 % of them. --out writes the votes for
`whetstone label --matrix`, so that both fit the same matrix. Needs snorkel.
"""
import argparse
import json
import time
import warnings

import numpy as np

warnings.filterwarnings("ignore")
from snorkel.labeling.model import LabelModel  # noqa: E402

args = argparse.ArgumentParser()
args.add_argument("--rows", type=int, default=20000)
args.add_argument("--rules", type=int, default=12)
args.add_argument("--epochs", type=int, default=1000)
args.add_argument("--repeat", type=int, default=3)
args.add_argument("--out")
args = args.parse_args()

random = np.random.default_rng(1)
truth = random.integers(0, 2, args.rows)
votes = np.full((args.rows, args.rules), -1)
for j in range(args.rules):
    right = random.random(args.rows) < .6 + .25 * j / (args.rules - 1)
    on = random.random(args.rows) < .3
    votes[on, j] = np.where(right, truth, 1 - truth)[on]
if args.out:
    names = ",".join(f"rule{j}" for j in range(args.rules))
    np.savetxt(args.out, np.column_stack([votes, truth]), "%d", ",", header=names + ",gold", comments="")

fit, label = [], []
for _ in range(args.repeat):
    model = LabelModel(cardinality=2, verbose=False)
    start = time.perf_counter()
    model.fit(votes, n_epochs=args.epochs, class_balance=[.5, .5], seed=123, progress_bar=False)
    fitted = time.perf_counter()
    p = model.predict_proba(votes)
    label.append(time.perf_counter() - fitted)
    fit.append(fitted - start)
accuracy = np.mean(np.where(p[:, 1] == .5, .5, (p[:, 1] > .5) == truth))
print(json.dumps({"rows": args.rows, "rules": args.rules, "epochs": args.epochs,
                  "fit_seconds": sorted(fit), "label_seconds": sorted(label),
                  "accuracy": accuracy, "weights": model.get_weights().round(4).tolist()}))

"""Splits reviews and their stars into lines that the training script reads."""
import csv
import glob
import json
import os

LABELS = os.environ["LABELS"].split(",")

with open("/opt/ml/processing/train/reviews.jsonl", "w", encoding="utf-8") as output:
    for path in sorted(glob.glob("/opt/ml/processing/input/*.csv")):
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                label = LABELS.index("good" if int(row["stars"]) > 3 else "bad")
                output.write(json.dumps({"text": row["text"], "label": label}) + "\n")

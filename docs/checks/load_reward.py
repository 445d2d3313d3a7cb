"""Loads a reward model that Whetstone trained with the real packages and compares the scores.

    ./whetstone model train-reward --model MODEL --pairs PAIRS --out OUT
    ./whetstone model score OUT/model --rows ROWS --out SCORES
    python docs/checks/load_reward.py --base MODEL --out OUT --rows ROWS --scores SCORES

Needs torch, transformers, peft and safetensors in a virtual environment outside the project. Every
check prints its largest difference; the exit status is 1 when one is above its tolerance:

1. OUT/model loads in AutoModelForSequenceClassification without missing or unexpected weights, and
   gives the scores that `whetstone model score` wrote, each text by itself;
2. the same with all texts in one batch that AutoTokenizer of OUT/model filled up on the right;
3. OUT/adapter, where there is one, loads in PEFT over the base and gives the same scores.
"""
import argparse
import json
import os
import sys

import torch
from peft import PeftModel
from transformers import AutoModelForSequenceClassification, AutoTokenizer


def texts(tokenizer, rows):
    """What is scored: the rendered conversation up to the token that ends the answer, or prompt, completion and end."""
    ids = []
    for row in rows:
        if tokenizer.chat_template:
            turns = [{"role": "user", "content": row["prompt"]}, {"role": "assistant", "content": row["completion"]}]
            found = tokenizer(tokenizer.apply_chat_template(turns, tokenize=False), add_special_tokens=False).input_ids
            head = tokenizer.apply_chat_template(turns[:1], tokenize=False, add_generation_prompt=True)
            start = len(tokenizer(head, add_special_tokens=False).input_ids)
            end = next((i for i in range(start, len(found)) if found[i] == tokenizer.eos_token_id), None)
            ids.append(found[: end + 1] if end is not None else found + [tokenizer.eos_token_id])
        else:
            ids.append(tokenizer(row["prompt"] + row["completion"]).input_ids + [tokenizer.eos_token_id])
    return ids


@torch.no_grad()
def alone(model, ids):
    return torch.tensor([model(input_ids=torch.tensor([row])).logits[0, 0].item() for row in ids])


@torch.no_grad()
def together(model, tokenizer, ids):
    tokenizer.padding_side = "right"
    return model(**tokenizer.pad({"input_ids": ids}, return_tensors="pt")).logits[:, 0]


def main():
    parser = argparse.ArgumentParser()
    for name in ("base", "out", "rows", "scores"):
        parser.add_argument("--" + name, required=True)
    args = parser.parse_args()
    rows = [json.loads(line) for line in open(args.rows, encoding="utf-8")]
    ours = torch.tensor([json.loads(line)["score"] for line in open(args.scores, encoding="utf-8")])
    tokenizer = AutoTokenizer.from_pretrained(args.out + "/model")
    model, info = AutoModelForSequenceClassification.from_pretrained(
        args.out + "/model", dtype=torch.float32, output_loading_info=True)
    model.eval()
    ids = texts(tokenizer, rows)
    failed = False

    def check(what, found, tolerance):
        nonlocal failed
        failed |= found > tolerance
        print(f"{what:55s} {found:.3g}  (at most {tolerance:g})")

    check("weights missing or unexpected", len(info["missing_keys"]) + len(info["unexpected_keys"]), 0)
    check("padding: tokenizer against config.json", abs(tokenizer.pad_token_id - model.config.pad_token_id), 0)
    check("each text by itself", (alone(model, ids) - ours).abs().max().item(), 1e-5)
    check("one batch", (together(model, tokenizer, ids) - ours).abs().max().item(), 1e-5)
    if os.path.isdir(args.out + "/adapter"):
        base = AutoModelForSequenceClassification.from_pretrained(args.base, num_labels=1, dtype=torch.float32)
        adapted = PeftModel.from_pretrained(base, args.out + "/adapter").eval()
        stored = json.load(open(f"{args.base}/config.json")).get("dtype", "float32")
        # a base in fewer bits rounds what is merged into it
        check("adapter in PEFT", (alone(adapted, ids) - ours).abs().max().item(), 1e-4 if stored == "float32" else 0.05)
    print(f"scores from {ours.min():.3f} to {ours.max():.3f}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

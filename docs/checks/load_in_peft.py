"""Loads what Whetstone exported with the real packages and compares the logits.

    python docs/checks/load_in_peft.py --base MODEL --adapter ADAPTER --merged MERGED [--logprobs FILE]

Needs torch, transformers, peft and safetensors in a virtual environment outside the project. Every
check prints its largest difference; the exit status is 1 when one is above its tolerance:

1. the adapter loads in PEFT over the base, and differs from the base (it was trained);
2. the merged folder loads in Transformers and gives the adapter's logits (1e-4 for a fp32 base);
3. with --logprobs, the lines {"prompt_ids", "completion_ids", "logprob"} that
   `whetstone model logprobs --ids` wrote are what Transformers gives (1e-3 for the sum).
"""
import argparse
import json
import sys

import torch
from peft import PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer

TEXTS = [
    "The pipe under my sink burst on Tuesday.",
    "Is storm damage covered?",
    "Please answer as a bulleted list.",
    "My claim number is HC-4821.",
    "Thank you.",
    "How many days do I have to appeal?",
    "a",
    "1, 2, 3",
]


def logits(model, tokenizer):
    out = []
    with torch.no_grad():
        for text in TEXTS:
            ids = tokenizer(text, return_tensors="pt").input_ids
            out.append(model(input_ids=ids).logits[0].float())
    return out


def largest(a, b):
    return max((x - y).abs().max().item() for x, y in zip(a, b))


def logprob(model, prompt, completion):
    ids = torch.tensor([prompt + completion])
    with torch.no_grad():
        rows = model(input_ids=ids).logits[0].float().log_softmax(-1)
    at = torch.arange(len(prompt) - 1, len(prompt) + len(completion) - 1)
    return rows[at, torch.tensor(completion)].sum().item()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--base", required=True)
    parser.add_argument("--adapter", required=True)
    parser.add_argument("--merged", required=True)
    parser.add_argument("--logprobs")
    args = parser.parse_args()
    torch.manual_seed(0)
    tokenizer = AutoTokenizer.from_pretrained(args.base)
    base = AutoModelForCausalLM.from_pretrained(args.base, dtype=torch.float32).eval()
    plain = logits(base, tokenizer)
    adapted_model = PeftModel.from_pretrained(base, args.adapter).eval()
    adapted = logits(adapted_model, tokenizer)
    merged_model = AutoModelForCausalLM.from_pretrained(args.merged, dtype=torch.float32).eval()
    merged = logits(merged_model, tokenizer)
    stored = json.load(open(f"{args.merged}/config.json")).get("dtype", "float32")
    tolerance = 1e-4 if stored in ("float32", None) else 0.3
    failed = False

    moved = largest(plain, adapted)
    print(f"adapter against base      {moved:.3g}  (must be above 0)")
    failed |= not moved > 0
    difference = largest(adapted, merged)
    print(f"merged against adapter    {difference:.3g}  (at most {tolerance:g}; stored as {stored})")
    failed |= difference > tolerance
    if args.logprobs:
        worst = 0.0
        for line in open(args.logprobs, encoding="utf-8"):
            row = json.loads(line)
            theirs = logprob(adapted_model, row["prompt_ids"], row["completion_ids"])
            worst = max(worst, abs(theirs - row["logprob"]))
        print(f"log-probs against Whetstone {worst:.3g}  (at most 1e-3)")
        failed |= worst > 1e-3
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

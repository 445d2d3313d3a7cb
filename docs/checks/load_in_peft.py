"""Loads what Whetstone exported with the real packages and compares the logits.

    ./whetstone model merge MODEL ADAPTER MERGED
    ./whetstone model logprobs MODEL --adapter ADAPTER --rows ROWS --out LOGPROBS --ids
    python docs/checks/load_in_peft.py --base MODEL --adapter ADAPTER --merged MERGED \\
        [--logprobs LOGPROBS --rows ROWS]

Needs torch, transformers, peft and safetensors in a virtual environment outside the project. Every
check prints its largest difference; the exit status is 1 when one is above its tolerance:

1. the adapter loads in PEFT over the base, and differs from the base (it was trained);
2. the merged folder loads in Transformers and gives the adapter's logits (1e-4 for a fp32 base);
3. with --logprobs, the lines {"prompt_ids", "completion_ids", "logprob"} that
   `whetstone model logprobs --ids` wrote are what Transformers gives (1e-3 for the sum);
4. with --rows too, the lines {"prompt", "completion"} that were scored give the same ids through
   AutoTokenizer and apply_chat_template of the merged folder.
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


def rendered(tokenizer, messages, **how):
    ids = tokenizer.apply_chat_template(messages, **how)
    return list(ids["input_ids"] if hasattr(ids, "keys") else ids)


def renders_alike(tokenizer, row, scored):
    """Whether Transformers' rendering begins with the ids that Whetstone scored."""
    asked = row["prompt"]
    prompt = [{"role": "user", "content": asked}] if isinstance(asked, str) else asked
    said = row["completion"]
    answer = [{"role": "assistant", "content": said}] if isinstance(said, str) else said
    head = rendered(tokenizer, prompt, add_generation_prompt=True)
    whole = rendered(tokenizer, prompt + answer)
    ours = scored["prompt_ids"] + scored["completion_ids"]
    return head == scored["prompt_ids"] and whole[: len(ours)] == ours


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--base", required=True)
    parser.add_argument("--adapter", required=True)
    parser.add_argument("--merged", required=True)
    parser.add_argument("--logprobs")
    parser.add_argument("--rows")
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
        print(f"log-probs against Whetstone's {worst:.3g}  (at most 1e-3)")
        failed |= worst > 1e-3
    if args.logprobs and args.rows:
        exported = AutoTokenizer.from_pretrained(args.merged)
        rows = [json.loads(line) for line in open(args.rows, encoding="utf-8")]
        scored = [json.loads(line) for line in open(args.logprobs, encoding="utf-8")]
        other = sum(not renders_alike(exported, *both) for both in zip(rows, scored, strict=True))
        print(f"exchanges rendered differently {other} of {len(rows)}  (must be 0)")
        failed |= other > 0
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

"""Runs GGUF files that Whetstone wrote in llama.cpp and compares them with Transformers on the same model.

    ./whetstone model gguf MODEL OUT.gguf --type f32|f16|q8_0
    python docs/checks/run_gguf.py MODEL OUT.gguf... [--cut TOKENS] [--new TOKENS]

Needs llama-cpp-python, numpy, torch and transformers in a virtual environment outside the project. Prints for each file
the largest difference of logits, how often the best token is the same, whether a greedy continuation is, and whether
tokens, template, begin and end token are those of the model's folder. --cut and --new keep within a short window.
Exit status 1 when tokens, template or ends differ, or an F32 file's logits by more than 1e-4.
"""
import argparse
import sys

import numpy as np
import torch
from llama_cpp import Llama
from transformers import AutoModelForCausalLM, AutoTokenizer

TEXTS = ["Hello there.", "The pipe under my sink burst on Tuesday, and nobody called.", "1, 2, 3: Grüße aus Köln! 日本",
         "  two  spaces\n\nand lines", "don't we'll I'M 2024-11-21"]
FP32 = 0


def logits(model, ids):
    model.reset()
    model.eval(ids)
    return np.array(model.scores[: len(ids)])


@torch.no_grad()
def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("model")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--cut", type=int, default=60)
    parser.add_argument("--new", type=int, default=24)
    args = parser.parse_args()
    tokenizer = AutoTokenizer.from_pretrained(args.model)
    reference = AutoModelForCausalLM.from_pretrained(args.model, dtype=torch.float32).eval()
    theirs = lambda ids: reference(torch.tensor([ids])).logits[0].numpy()
    ids = [tokenizer(text).input_ids for text in TEXTS]
    failed = False
    for file in args.files:
        model = Llama(file, n_ctx=96, n_batch=96, n_threads=1, logits_all=True, verbose=False, type_k=FP32, type_v=FP32)
        largest, same, places = 0.0, 0, 0
        for row in ids:
            ours, expected = logits(model, row[: args.cut]), theirs(row[: args.cut])
            largest = max(largest, float(np.abs(ours - expected).max()))
            same += int((ours.argmax(-1) == expected.argmax(-1)).sum())
            places += len(ours)
        one, other = ids[0][:4], ids[0][:4]
        for _ in range(args.new):
            one = one + [int(logits(model, one)[-1].argmax())]
            other = other + [int(theirs(other)[-1].argmax())]
        begin = tokenizer.bos_token_id
        checks = {
            "tokens": ids == [model.tokenize(text.encode(), add_bos=True, special=True) for text in TEXTS],
            "template": model.metadata.get("tokenizer.chat_template") == tokenizer.chat_template,
            "begin": begin is None or model.token_bos() == begin,
            "end": model.token_eos() == tokenizer.eos_token_id,
        }
        exact = model.metadata["general.file_type"] == "0"
        failed |= not all(checks.values()) or (exact and largest > 1e-4)
        print(f"{file}: logits {largest:.2e}, best token {same} of {places}, greedy {'equal' if one == other else 'other'},",
              ", ".join(f"{name} {'equal' if ok else 'OTHER'}" for name, ok in checks.items()))
        model.close()
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

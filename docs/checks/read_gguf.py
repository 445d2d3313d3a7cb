"""Reads a GGUF file that Whetstone wrote with the gguf package and compares it with its model.

    ./whetstone model gguf MODEL OUT.gguf --type f32|f16|q8_0
    python docs/checks/read_gguf.py MODEL OUT.gguf

Needs gguf, numpy, safetensors and torch in a virtual environment outside the project. Exit status 1
when something differs:

1. every tensor has the values of the model's, queries and keys of a Llama in the order of its
   neighbouring pairs; F16 and Q8_0 are byte for byte what gguf's own quantisation makes;
2. the settings are those of config.json;
3. tokens, merges and the chat template are those of the tokenizer's files.
"""
import json
import pathlib
import sys

import numpy as np
import torch
from gguf import GGMLQuantizationType, GGUFReader, quants
from safetensors import safe_open

NAMES = {"attn_norm": "input_layernorm", "ffn_norm": "post_attention_layernorm", "attn_q": "self_attn.q_proj",
         "attn_k": "self_attn.k_proj", "attn_v": "self_attn.v_proj", "attn_output": "self_attn.o_proj",
         "attn_q_norm": "self_attn.q_norm", "attn_k_norm": "self_attn.k_norm", "ffn_gate": "mlp.gate_proj",
         "ffn_up": "mlp.up_proj", "ffn_down": "mlp.down_proj"}
TOP = {"token_embd.weight": "model.embed_tokens.weight", "output_norm.weight": "model.norm.weight",
       "output.weight": "lm_head.weight"}


def permuted(weights, heads):
    """The converter's own reordering of queries and keys (llama.cpp, convert_hf_to_gguf.py)."""
    rest = weights.shape[1:]
    return weights.reshape(heads, 2, weights.shape[0] // heads // 2, *rest).swapaxes(1, 2).reshape(weights.shape)


def main(model, file):
    model = pathlib.Path(model)
    config = json.loads((model / "config.json").read_text())
    weights = {}
    for shard in sorted(model.glob("model*.safetensors")):
        with safe_open(shard, "pt") as opened:
            weights.update({name: opened.get_tensor(name).to(torch.float32).numpy() for name in opened.keys()})
    reader = GGUFReader(file)
    field = lambda key: reader.get_field(key).contents()
    arch = field("general.architecture")
    problems, seen = [], set()
    for tensor in reader.tensors:
        if tensor.name == "rope_freqs.weight":
            continue
        name = TOP.get(tensor.name)
        if name is None:
            _, layer, part, kind = tensor.name.split(".")
            name = f"model.layers.{layer}.{NAMES[part]}.{kind}"
            seen.add(part)
        expected = weights.pop(name)
        if arch == "llama" and name.split(".")[-2] in ("q_proj", "k_proj"):
            heads = config["num_attention_heads" if "q_proj" in name else "num_key_value_heads"]
            expected = permuted(expected, heads)
        stored = quants.quantize(np.ascontiguousarray(expected), GGMLQuantizationType(tensor.tensor_type))
        if np.asarray(tensor.data).tobytes() != stored.tobytes():
            problems.append(f"{tensor.name} differs from {name}")
    problems += [f"{name} was not written" for name in weights if not (name == "lm_head.weight")]
    for key, name in (("block_count", "num_hidden_layers"), ("embedding_length", "hidden_size"),
                      ("feed_forward_length", "intermediate_size"), ("attention.head_count", "num_attention_heads"),
                      ("attention.head_count_kv", "num_key_value_heads"), ("vocab_size", "vocab_size")):
        if field(f"{arch}.{key}") != config[name]:
            problems.append(f"{key} is {field(f'{arch}.{key}')}, config.json has {config[name]}")
    tokenizer = json.loads((model / "tokenizer.json").read_text())
    ids = dict(tokenizer["model"]["vocab"])
    ids.update({token["content"]: token["id"] for token in tokenizer["added_tokens"]})
    tokens = field("tokenizer.ggml.tokens")
    problems += [f"token {i} is {tokens[i]!r}, not {text!r}" for text, i in ids.items() if tokens[i] != text]
    if field("tokenizer.ggml.model") == "gpt2":
        merges = [" ".join(m) if isinstance(m, list) else m for m in tokenizer["model"]["merges"]]
        if field("tokenizer.ggml.merges") != merges:
            problems.append("merges differ")
    template = model / "chat_template.jinja"
    if template.exists() and field("tokenizer.chat_template") != template.read_text():
        problems.append("the chat template differs")
    print("\n".join(problems) or f"{len(reader.tensors)} tensors, {len(tokens)} tokens: equal")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

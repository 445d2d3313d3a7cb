package dev.whetstone.runtime.job;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.DpoSettings;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.runtime.model.Sampling;
import dev.whetstone.runtime.model.SftSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Work for the worker. Large inputs and outputs are files (JSON lines, safetensors), never inline.
/// A job that is asked for again with the same output folder resumes what it finds there.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Job.Embed.class, name = "embed"),
    @JsonSubTypes.Type(value = Job.Generate.class, name = "generate"),
    @JsonSubTypes.Type(value = Job.LogProbs.class, name = "logprobs"),
    @JsonSubTypes.Type(value = Job.TrainDpo.class, name = "train-dpo"),
    @JsonSubTypes.Type(value = Job.TrainStarter.class, name = "train-starter"),
    @JsonSubTypes.Type(value = Job.Inspect.class, name = "inspect"),
    @JsonSubTypes.Type(value = Job.Verify.class, name = "verify"),
    @JsonSubTypes.Type(value = Job.Merge.class, name = "merge"),
    @JsonSubTypes.Type(value = Job.Bench.class, name = "bench")
})
public sealed interface Job {

    /// Sentence embeddings. Reads lines `{"text":...}`; writes little-endian float32, one row of
    /// 384
    /// per line, unit length. Result: `{"rows","dimensions","texts_per_second"}`.
    record Embed(Path texts, Path out, int threads) implements Job {}

    /// Samples responses. Reads lines `{"id","prompt": string | [{role, content}]}`; writes, in the
    /// order of the prompts, lines `{"id","responses":[{"text","tokens","finished"}]}` where
    /// `finished` is false when the response was cut at the token limit. The n-th sample of a
    /// prompt
    /// depends on (seed, prompt id, n) only, not on its batch mates. Result:
    /// `{"prompts","responses",
    /// "tokens","eos_rate","seconds","tokens_per_second"}`.
    record Generate(
            ModelRef model, Path prompts, Path out, int samples, Sampling sampling, Device device)
            implements Job {}

    /// Log-probabilities of completions. Reads lines `{"id","prompt","completion"}`; writes lines
    /// `{"id","logprob": sum over completion tokens, "tokens"}`.
    record LogProbs(ModelRef model, Path rows, Path out, Device device) implements Job {}

    /// LoRA DPO. Reads lines `{"prompt","chosen","rejected","p"?}` (p = probability that chosen is
    /// really preferred, default 1). Leaves in `out`: `adapter/` (PEFT), `metrics.jsonl` (TRL's
    /// metric
    /// names, one line a step), `checkpoint/`, `result.json`.
    record TrainDpo(ModelRef model, Path pairs, Path out, DpoSettings settings, Device device)
            implements Job {}

    /// Trains a tokenizer and a small Llama from `corpus` (lines `{"messages":[{role, content}]}`;
    /// the
    /// loss is on the assistant's turns) and leaves a folder in Hugging Face layout in `out`.
    record TrainStarter(
            Path corpus, Path out, String chatTemplate, SftSettings settings, Device device)
            implements Job {}

    /// Reads headers only. Result: architecture, parameters, dtypes, tokenizer, template, memory.
    record Inspect(Path folder) implements Job {}

    /// Checks a folder laid out like the recorded runtime results. Result: `{"passed","cases",
    /// "failed":[{"case","difference","tolerance","message"}]}`.
    record Verify(Path folder) implements Job {}

    /// Writes base + adapters as one safetensors folder: merged in fp32, rounded to the base's
    /// type.
    /// Result has the largest logit difference on 8 prompts.
    record Merge(ModelRef model, Path out) implements Job {}

    /// Benchmarks of the runtime; `options` are the command line's. Result: the JSON of the
    /// protocol.
    record Bench(String name, List<String> options, Map<String, String> environment)
            implements Job {}
}

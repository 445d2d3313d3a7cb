package dev.whetstone.runtime.job;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.whetstone.runtime.memory.Workload;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.DpoSettings;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.runtime.model.RewardSettings;
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
    @JsonSubTypes.Type(value = Job.TrainReward.class, name = "train-reward"),
    @JsonSubTypes.Type(value = Job.TrainStarter.class, name = "train-starter"),
    @JsonSubTypes.Type(value = Job.Inspect.class, name = "inspect"),
    @JsonSubTypes.Type(value = Job.Verify.class, name = "verify"),
    @JsonSubTypes.Type(value = Job.Merge.class, name = "merge"),
    @JsonSubTypes.Type(value = Job.Gguf.class, name = "gguf"),
    @JsonSubTypes.Type(value = Job.Score.class, name = "score"),
    @JsonSubTypes.Type(value = Job.Classify.class, name = "classify"),
    @JsonSubTypes.Type(value = Job.Bench.class, name = "bench"),
    @JsonSubTypes.Type(value = Job.Probe.class, name = "probe"),
    @JsonSubTypes.Type(value = Job.Memory.class, name = "memory")
})
public sealed interface Job {

    /// Sentence embeddings. Reads lines `{"text":...}`; writes little-endian float32, one row
    /// of 384 per line, unit length. Result: `{"rows","dimensions","texts_per_second"}`.
    record Embed(Path texts, Path out, int threads) implements Job {}

    /// Samples responses. Reads lines `{"id","prompt"}`, ids distinct; writes, in the order of
    /// the prompts, lines `{"id","responses":[{"text","tokens","finished"}]}` where `finished`
    /// is false when the response was cut at the token limit. A prompt is a string or a list
    /// of `{role, content}`; where the model has a chat template a string is one user message,
    /// where it has none a string is continued as it is and a list is refused. The n-th sample
    /// of a prompt depends on (seed, prompt id, n) only. Cut off and asked for again, it goes
    /// on after the last batch on disk. Result:
    /// `{"prompts","responses","tokens","eos_rate","seconds","tokens_per_second"}`.
    record Generate(
            ModelRef model, Path prompts, Path out, int samples, Sampling sampling, Device device)
            implements Job {}

    /// Log-probabilities of completions, their end token included. Reads lines
    /// `{"id","prompt","completion"}`, prompts as in [Generate], completions a string or a
    /// list with one message; writes lines `{"id","logprob": sum over completion tokens,
    /// "tokens"}`, with the ids that were scored as `"prompt_ids"` and `"completion_ids"`
    /// where they are asked for. Result: `{"rows","tokens"}`.
    record LogProbs(ModelRef model, Path rows, Path out, Ids ids, Device device) implements Job {
        /// Whether the scored ids are written too.
        public enum Ids {
            LEAVE_OUT,
            WRITE
        }

        public LogProbs(ModelRef model, Path rows, Path out, Device device) {
            this(model, rows, out, Ids.LEAVE_OUT, device);
        }
    }

    /// Trains a LoRA adapter on preference pairs, by DPO or any other loss of the settings.
    /// Reads lines `{"id"?,"prompt","chosen","rejected","p"?}` (p = probability that chosen is
    /// really preferred, default 1), texts as in [LogProbs]. Leaves in `out`: `adapter/`
    /// (PEFT), `metrics.jsonl` (TRL's metric names, one line a step), `checkpoint/`,
    /// `result.json`. Result:
    /// `{"pairs","dropped","steps","skipped_steps","tokens","first":{metrics},"last":{metrics},
    /// "kl_to_base","seconds","self_tests":[{"name","words","difference","limit","passed"}]}`.
    /// Pairs and model are checked before the first step; a check that fails ends the job.
    record TrainDpo(ModelRef model, Path pairs, Path out, DpoSettings settings, Device device)
            implements Job {}

    /// Trains a reward model: a decoder with a head that gives one score. Reads lines as
    /// [TrainDpo], with `"margin"?` (by how much the chosen score should at least be larger; only
    /// where p is 1). Leaves in `out`: `model/` (for sequence classification, whole), `adapter/`
    /// (PEFT, where an adapter is learnt), `metrics.jsonl`, `checkpoint/`, `result.json`. Result:
    /// `{"pairs","dropped","steps","skipped_steps","tokens","first":{metrics},"last":{metrics},
    /// "held_out":{"pairs","prompts","accuracy":{"value","low","high"},"log_loss","brier",
    /// "longest_wins":{"value","low","high"}} or null,"padding_id","seconds","self_tests":[as
    /// above]}`.
    ///
    /// @param padding text of the token that fills up rows; empty lets the worker choose
    record TrainReward(
            ModelRef model,
            Path pairs,
            Path out,
            String padding,
            RewardSettings settings,
            Device device)
            implements Job {}

    /// Trains a tokenizer and a small Llama from `corpus` (lines `{"messages":[{role,
    /// content}]}`; the loss is on the assistant's turns) and leaves a folder in Hugging Face
    /// layout in `out`, which must not exist; it works in `out` + `.training` and resumes
    /// there. The chat template must write a token `<|name|>` or `eos_token` behind each
    /// answer. Result: `{"parameters","steps","tokens",
    /// "first_loss","last_loss","seconds","tokens_per_second","texts","vocabulary","out"}`.
    record TrainStarter(
            Path corpus, Path out, String chatTemplate, SftSettings settings, Device device)
            implements Job {}

    /// Reads headers only. Result: `{"folder","supported","problems":[{"code","message"}],
    /// "architecture","layers","hidden","intermediate","heads","kv_heads","head_dim","vocabulary",
    /// "max_positions","tied_head","parameters","bytes","dtypes":{type: tensors},"chat_template",
    /// "tokenizer":{"size","added":{token: id},"stops":[ids]},"memory":{"weights_fp32_bytes",
    /// "weights_bf16_bytes","cache_bytes_per_token","lora_16_bytes"}}`; what a problem hides is
    /// absent.
    record Inspect(Path folder) implements Job {}

    /// Checks a folder laid out like the recorded runtime results. Result: `{"passed":
    /// count,"total",
    /// "cases":[{"case","difference","tolerance","message","passed"}],"failed":[the same]}`.
    /// What is not supported fails with a message and a null difference.
    record Verify(Path folder) implements Job {}

    /// Writes base + adapters as one safetensors folder, which must not exist: merged in fp32,
    /// rounded to the base's type. Result:
    /// `{"tensors","changed","prompts","largest_logit_difference","out"}`.
    record Merge(ModelRef model, Path out) implements Job {}

    /// Writes base + adapters as one GGUF file with tokenizer and chat template. Vectors stay in
    /// fp32. Result: `{"tensors","bytes","type","out"}`.
    record Gguf(ModelRef model, Path out, Matrices matrices) implements Job {
        /// How matrices are stored.
        public enum Matrices {
            F32,
            F16,
            Q8_0
        }
    }

    /// Scores completions by a reward model for sequence classification: reads and writes lines as
    /// [LogProbs], with `"score"` instead of `"logprob"` (of several labels the first). Result:
    /// `{"rows"}`.
    record Score(ModelRef model, Path rows, Path out, Device device) implements Job {}

    /// Lets a text classifier (BERT, DistilBERT or RoBERTa for sequence classification, in
    /// Hugging Face layout) read texts. Reads lines `{"text":...}`; writes lines `{"score"}`,
    /// the probability of a label, 0 to 1. Result: `{"rows","labels":[names]}`.
    record Classify(Path folder, String label, Path texts, Path out, Device device)
            implements Job {}

    /// Benchmarks of the runtime: `generate`, `dpo`, `limits`, `memory`, `encode`; `options`
    /// are the command line's words. Result: the JSON of the protocol, with this process's own
    /// memory.
    record Bench(String name, List<String> options, Map<String, String> environment)
            implements Job {}

    /// Calculations with known results, in fp32 and bf16, forward and backward. Result: a
    /// [dev.whetstone.runtime.pack.ProbeReport].
    record Probe(Device device) implements Job {}

    /// How much memory work would take at its peak, from the model's headers alone. Result: a
    /// [dev.whetstone.runtime.memory.MemoryNeed].
    record Memory(ModelRef model, Workload workload, Device device) implements Job {}
}

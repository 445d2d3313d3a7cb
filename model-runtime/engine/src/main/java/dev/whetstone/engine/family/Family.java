package dev.whetstone.engine.family;

/// A family of decoders: how its config.json is read. All that sets it apart from others is in the
/// [DecoderConfig] it gives: sizes, [Block] and tensor names.
interface Family {
    /// `model_type` of config.json.
    String type();

    /// Before `ForCausalLM` or the like in `architectures`, e.g. `Llama`.
    String architecture();

    /// @return the language model; a classification head is put on by [ConfigReader]
    /// @throws dev.whetstone.engine.control.RuntimeFailure `model.config` naming file and field
    DecoderConfig read(ConfigFields fields);
}

package dev.whetstone.engine.policy;

import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.runtime.model.Sampling;
import java.util.ArrayList;
import java.util.List;

/// Samples one response for each of a few prompts from any forward pass, adapters included.
public final class Sampler {
    private static final int ROWS = 64;

    private final Generator generator;

    public Sampler(Forward forward, Sampling sampling, RunControl control) {
        this.generator = new Generator(forward, sampling, 1, ROWS, control);
    }

    /// Each prompt with its response, in the order of the requests.
    public List<Completion> answers(Scope scope, List<GenerationRequest> requests) {
        List<List<Generation>> answers = generator.run(scope, requests, (ended, tokens) -> {});
        List<Completion> result = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            result.add(new Completion(requests.get(i).ids(), answers.get(i).getFirst().ids()));
        }
        return result;
    }
}

package dev.whetstone.resources.sample;

import dev.whetstone.resources.sample.grammar.Grammar;
import dev.whetstone.resources.sample.world.CustomerMessage;
import dev.whetstone.resources.sample.world.Dialogue;
import dev.whetstone.resources.sample.world.MessageGrammar;
import dev.whetstone.resources.sample.world.Reply;
import dev.whetstone.resources.sample.world.ReplyGrammar;
import dev.whetstone.resources.sample.world.Split;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// The claims desk of a home insurer: the small world of the sample project. Everything it says is
/// determined by the seed.
public final class ClaimsDesk {
    // one fixed stream of messages, so that the n-th prompt of a split is the same everywhere
    private static final long WORLD_SEED = 20_261_121L;

    private final MessageGrammar messages;
    private final ReplyGrammar replies;

    private ClaimsDesk(MessageGrammar messages, ReplyGrammar replies) {
        this.messages = messages;
        this.replies = replies;
    }

    /// Reads the grammar that ships with the program.
    public static ClaimsDesk load() {
        Class<?> here = ClaimsDesk.class;
        return new ClaimsDesk(
                new MessageGrammar(Grammar.load(here, List.of("words.txt", "messages.txt"))),
                new ReplyGrammar(
                        Grammar.load(here, List.of("words.txt", "replies.txt")),
                        Grammar.resource(here, "rates.txt")));
    }

    /// The first `n` prompts of a split, all different, always the same.
    public List<CustomerMessage> prompts(Split split, int n) {
        return messages(split, WORLD_SEED).limit(n).toList();
    }

    /// The chat template of the starter policy.
    public static String chatTemplate() {
        return Grammar.resource(ClaimsDesk.class, "chat_template.jinja").strip();
    }

    /// Training text: `n` different messages of the training split with one reply each.
    public Stream<Dialogue> corpus(long seed, int n) {
        RandomGenerator random = new SplittableRandom(seed ^ 0x5EED);
        return messages(Split.TRAINING, seed)
                .limit(n)
                .map(message -> new Dialogue(message, replies.next(message, random)));
    }

    /// One reply of the grammar to a message.
    public Reply reply(CustomerMessage message, RandomGenerator random) {
        return replies.next(message, random);
    }

    private Stream<CustomerMessage> messages(Split split, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Set<String> seen = new HashSet<>();
        return Stream.generate(() -> messages.next(random))
                .filter(message -> Split.of(message.text()) == split)
                .filter(message -> seen.add(message.text()));
    }
}

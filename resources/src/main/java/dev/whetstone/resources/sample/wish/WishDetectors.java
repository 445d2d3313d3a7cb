package dev.whetstone.resources.sample.wish;

import dev.whetstone.resources.sample.world.Attribute;
import dev.whetstone.resources.sample.world.Trait;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Measures the wish of the sample's expert in any (message, reply) pair of texts. It judges
/// the outcome of the loop and takes no part in it: neither rules nor rewards nor training see
/// its verdicts, so that a rule that is satisfied without its purpose being met shows as a
/// difference.
///
/// A reply's *wish satisfaction* is the share of the wishes applicable to the message that the
/// reply meets; see [Wish] for what applies and what counts. Over many replies it is the mean
/// of that share.
public final class WishDetectors {
    /// The longest short reply, in words separated by white space, list markers not counted.
    public static final int SHORT_WORDS = 50;

    private static final Pattern MARKER = Pattern.compile("[-*\u2022]|[0-9]{1,2}[.)]");

    private final AttributeDetectors attributes = new AttributeDetectors();

    public WishVerdict judge(String message, String reply) {
        MessageText asked = attributes.read(message);
        Set<Attribute> found = attributes.detect(message, reply);
        Map<Wish, Boolean> met = new EnumMap<>(Wish.class);
        met.put(Wish.NO_COVERAGE_PROMISE, !found.contains(Attribute.COVERAGE_PROMISE));
        met.put(Wish.SHORT, words(reply) <= SHORT_WORDS);
        if (asked.traits().contains(Trait.ASKS_FOR_LIST)) {
            met.put(Wish.LIST_WHEN_ASKED, found.contains(Attribute.STEPS_LIST));
        }
        if (!asked.references().isEmpty()) {
            List<String> given = MessageText.references(reply);
            met.put(
                    Wish.RIGHT_REFERENCE,
                    !given.isEmpty() && asked.references().containsAll(given));
        }
        if (asked.traits().contains(Trait.UPSET)) {
            met.put(Wish.KIND_TO_UPSET, isKind(found));
        }
        return new WishVerdict(met);
    }

    /// Mean satisfaction of several replies to one message.
    ///
    /// @throws IllegalArgumentException when there are none
    public double satisfaction(String message, List<String> replies) {
        return replies.stream()
                .mapToDouble(reply -> judge(message, reply).satisfaction())
                .average()
                .orElseThrow(() -> new IllegalArgumentException("no replies to judge"));
    }

    private static boolean isKind(Set<Attribute> found) {
        boolean warm = found.contains(Attribute.APOLOGY) || found.contains(Attribute.EMPATHY);
        return warm && !found.contains(Attribute.BLAME) && !found.contains(Attribute.RUDE);
    }

    private static long words(String reply) {
        return Pattern.compile("\\s+")
                .splitAsStream(reply.strip())
                .filter(word -> !MARKER.matcher(word).matches())
                .count();
    }
}

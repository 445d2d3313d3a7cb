package dev.whetstone.resources.sample.world;

import dev.whetstone.resources.sample.grammar.Grammar;
import dev.whetstone.resources.sample.grammar.Speaker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Writes customers' messages.
public final class MessageGrammar {
    private static final double LIST = .30;
    private static final double REFERENCE = .60;
    private static final double YES_NO = .40;
    private static final double UPSET = .30;
    private static final double DAYS = .25;
    private static final double SHORT = .20;
    // with the two above this makes a quarter of the messages ask more than one question
    private static final double OTHER_QUESTION = .34;
    private static final double SIGNED = .80;
    private static final double AMOUNT = .35;
    private static final double OPENING = .75;
    private static final List<String> PREFIXES = List.of("HC", "HC", "CL", "BR");

    private final Grammar grammar;

    public MessageGrammar(Grammar grammar) {
        this.grammar = grammar;
    }

    public CustomerMessage next(RandomGenerator random) {
        Speaker anyone = new Speaker(grammar, random, "", Map.of());
        String topic = anyone.say("topic").text();
        Map<String, String> details = details(topic, random);
        Speaker customer = new Speaker(grammar, random, topic, details);
        Set<Trait> traits = EnumSet.noneOf(Trait.class);

        List<String> story = new ArrayList<>();
        story.add(customer.say("event").text());
        if (details.containsKey("ref")) {
            traits.add(Trait.GIVES_REFERENCE);
            story.add(random.nextInt(3) == 0 ? 0 : 1, customer.say("reference").text());
        }
        if (details.containsKey("amount")) {
            String kind = isBill(topic) ? "amount.bill" : "amount.loss";
            story.add(customer.say(kind).text());
        }
        if (chance(random, UPSET)) {
            traits.add(Trait.UPSET);
            String mood = random.nextBoolean() ? "angry" : "distressed";
            story.add(random.nextInt(3) == 0 ? 0 : story.size(), customer.say(mood).text());
        }
        List<String> questions = questions(topic, customer, random, traits);
        List<String> wishes = new ArrayList<>();
        for (String question : questions) {
            wishes.add(customer.say(question).text());
        }
        List<String> manners = new ArrayList<>();
        if (chance(random, LIST)) {
            traits.add(Trait.ASKS_FOR_LIST);
            manners.add(customer.say("list").text());
        }
        if (chance(random, SHORT)) {
            traits.add(Trait.ASKS_SHORT);
            manners.add(customer.say("short").text());
        }
        if (wishes.isEmpty() && manners.isEmpty() || wishes.isEmpty() && random.nextBoolean()) {
            wishes.add(customer.say("request").text());
        }
        shuffle(manners, random);
        story.addAll(wishes);
        story.addAll(manners);

        String body = String.join(" ", story);
        String opening = chance(random, OPENING) ? customer.say("opening").text() + "\n" : "";
        String name = "";
        String signature = "";
        if (chance(random, SIGNED)) {
            name = random.nextInt(4) == 0 ? get(details, "first") : get(details, "name");
            Speaker signer = new Speaker(grammar, random, topic, Map.of("name", name));
            signature = "\n" + signer.say("signoff").text();
        }
        return new CustomerMessage(
                opening + body + signature,
                topic,
                traits,
                questions,
                details.getOrDefault("ref", ""),
                name,
                details);
    }

    private Map<String, String> details(String topic, RandomGenerator random) {
        Speaker speaker = new Speaker(grammar, random, topic, Map.of());
        Map<String, String> details = new HashMap<>();
        details.put("first", speaker.say("first").text());
        details.put("name", get(details, "first") + " " + speaker.say("last").text());
        details.put("thing", speaker.say("thing").text());
        details.put("place", speaker.say("place").text());
        if (chance(random, AMOUNT) && !topic.equals("cancellation")) {
            details.put("amount", speaker.say("amount").text());
        }
        if (chance(random, REFERENCE)) {
            details.put("ref", newReference(random));
        }
        return details;
    }

    private List<String> questions(
            String topic, Speaker customer, RandomGenerator random, Set<Trait> traits) {
        List<String> questions = new ArrayList<>();
        if (chance(random, YES_NO)) {
            traits.add(Trait.ASKS_YES_NO);
            questions.add(ask(customer, "yesno."));
        }
        if (chance(random, DAYS)) {
            traits.add(Trait.ASKS_DAYS);
            questions.add(ask(customer, "days."));
        }
        if (chance(random, OTHER_QUESTION)) {
            questions.add(ask(customer, "other."));
        }
        if (questions.size() > 1) {
            traits.add(Trait.SEVERAL_QUESTIONS);
        }
        shuffle(questions, random);
        return questions;
    }

    /// Draws until the topic's question is of the kind wanted; each topic has some of every kind.
    private static String ask(Speaker customer, String kind) {
        String question = customer.say("asks").text();
        while (!question.startsWith(kind)) {
            question = customer.say("asks").text();
        }
        return question;
    }

    /// A claim reference such as `HC-4821`.
    static String newReference(RandomGenerator random) {
        String prefix = PREFIXES.get(random.nextInt(PREFIXES.size()));
        return prefix + "-" + (1000 + random.nextInt(9000));
    }

    private static boolean isBill(String topic) {
        return topic.equals("premium");
    }

    static boolean chance(RandomGenerator random, double share) {
        return random.nextDouble() < share;
    }

    static void shuffle(List<?> list, RandomGenerator random) {
        Collections.shuffle(list, Random.from(random));
    }

    private static String get(Map<String, String> details, String key) {
        return details.getOrDefault(key, "");
    }
}

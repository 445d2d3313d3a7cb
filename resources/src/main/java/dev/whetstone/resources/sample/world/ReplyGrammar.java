package dev.whetstone.resources.sample.world;

import dev.whetstone.resources.sample.grammar.Grammar;
import dev.whetstone.resources.sample.grammar.Speaker;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Writes the desk's replies, good and bad ones, and knows what is true of each.
public final class ReplyGrammar {
    private static final int FEWEST = 2;
    private static final int MOST = 9;
    private static final double REFERENCE_FROM_NOWHERE = .2;
    private static final double FURTHER_ANSWER = .5;
    private static final double PLAIN = .45;
    private static final double LIST_BECAUSE_ASKED = .4;

    private final Grammar grammar;
    private final ReplyRates rates;
    private final Heat heat;

    /// @param rates text of the table of rates
    public ReplyGrammar(Grammar grammar, String rates) {
        this.grammar = grammar;
        this.rates = ReplyRates.parse(rates);
        this.heat = new Heat(grammar.words("emphasis"));
    }

    /// A reply of two to nine sentences.
    public Reply next(CustomerMessage message, RandomGenerator random) {
        while (true) {
            Set<Attribute> wanted = rates.draw(random);
            String cited = cited(message, wanted, random);
            Draft draft = new Draft(speaker(message, cited, random));
            String text = write(message, wanted, cited, draft, random);
            if (draft.sentences() >= FEWEST && draft.sentences() <= MOST) {
                return new Reply(text, draft.attributes(), draft.sentences());
            }
        }
    }

    private Speaker speaker(CustomerMessage message, String cited, RandomGenerator random) {
        Map<String, String> bound = new HashMap<>(message.details());
        bound.put("name", message.name());
        bound.put("cited", cited);
        Speaker chooser = new Speaker(grammar, random, message.topic(), bound);
        for (String slot : List.of("paper", "span", "fee", "phone")) {
            bound.put(slot, chooser.say(slot).text());
        }
        return new Speaker(grammar, random, message.topic(), bound);
    }

    private String write(
            CustomerMessage message,
            Set<Attribute> wanted,
            String cited,
            Draft draft,
            RandomGenerator random) {
        Set<Attribute> open = EnumSet.noneOf(Attribute.class);
        open.addAll(wanted);
        List<String> first = new ArrayList<>();
        List<String> middle = new ArrayList<>();
        List<String> last = new ArrayList<>();
        if (!cited.isEmpty() && !cited.equals(message.reference())) {
            draft.mark(Attribute.WRONG_REFERENCE);
        }
        welcome(open, cited, draft, first, random);
        if (chance(random, PLAIN)) {
            boolean sum = message.details().containsKey("amount") && random.nextInt(3) == 0;
            first.add(draft.say(sum ? "plain.amount" : "plain"));
        }
        if (random.nextInt(5) < 2) {
            MessageGrammar.shuffle(first, random);
        }
        List<String> answers = answers(message, open, draft, random);
        say(Attribute.COVERAGE_PROMISE, open, draft, middle);
        say(Attribute.PAYMENT_GUARANTEE, open, draft, middle);
        say(Attribute.HEDGING, open, draft, middle);
        say(Attribute.NEW_AMOUNT, open, draft, middle);
        say(Attribute.JARGON, open, draft, middle);
        say(Attribute.ADVICE, open, draft, middle);
        MessageGrammar.shuffle(middle, random);
        if (message.has(Trait.ASKS_FOR_LIST) && chance(random, LIST_BECAUSE_ASKED)) {
            open.add(Attribute.STEPS_LIST);
        }
        steps(open, draft, last, random);
        documents(open, draft, last, random);
        say(Attribute.ASKS_CREDENTIALS, open, draft, last);
        say(Attribute.DEADLINE, open, draft, last);
        say(Attribute.HOTLINE, open, draft, last);
        MessageGrammar.shuffle(last, random);

        List<String> blocks = draft.blocks();
        blocks.addAll(first);
        blocks.addAll(answers);
        blocks.addAll(middle);
        blocks.addAll(last);
        insert(Attribute.BLAME, open, draft, random);
        insert(Attribute.RUDE, open, draft, random);
        repeat(open, draft, random);
        heatUp(open, draft, random);
        inferAnswers(message, draft);
        String ending = ending(open, draft);
        return greeting(message, open, draft, random) + draft.body() + ending;
    }

    /// The reference that the reply will give; empty for none.
    private static String cited(
            CustomerMessage message, Set<Attribute> wanted, RandomGenerator random) {
        String right = message.reference();
        boolean given = !right.isEmpty();
        if (!wanted.contains(Attribute.REFERENCE)
                || !given && !chance(random, REFERENCE_FROM_NOWHERE)) {
            return "";
        }
        if (given && !wanted.contains(Attribute.WRONG_REFERENCE)) {
            return right;
        }
        String wrong = MessageGrammar.newReference(random);
        while (wrong.equals(right)) {
            wrong = MessageGrammar.newReference(random);
        }
        return wrong;
    }

    private void welcome(
            Set<Attribute> open,
            String cited,
            Draft draft,
            List<String> sentences,
            RandomGenerator random) {
        boolean cites = !cited.isEmpty();
        for (Attribute attribute : List.of(Attribute.THANKS, Attribute.APOLOGY)) {
            if (!open.remove(attribute)) {
                continue;
            }
            draft.mark(attribute);
            if (cites && random.nextInt(3) == 0) {
                sentences.add(draft.say(attribute.wireName() + ".reference"));
                cites = false;
            } else {
                sentences.add(draft.say(attribute.wireName()));
            }
        }
        if (cites) {
            draft.mark(Attribute.REFERENCE);
            sentences.add(draft.say("reference"));
        }
        say(Attribute.EMPATHY, open, draft, sentences);
    }

    private static List<String> answers(
            CustomerMessage message, Set<Attribute> open, Draft draft, RandomGenerator random) {
        List<String> answers = new ArrayList<>();
        if (!open.remove(Attribute.ANSWER)) {
            return answers;
        }
        for (String question : message.questions()) {
            if (!answers.isEmpty() && !chance(random, FURTHER_ANSWER)
                    || AnswersImplied.by(question, open)) {
                continue;
            }
            String kind = question.substring(question.indexOf('.') + 1);
            answers.add(draft.say("answer." + kind));
            draft.mark(Attribute.ANSWER);
        }
        open.removeAll(draft.attributes());
        return answers;
    }

    /// What the reply says anyway may answer a question without an answer of its own.
    private static void inferAnswers(CustomerMessage message, Draft draft) {
        for (String question : message.questions()) {
            if (AnswersImplied.by(question, draft.attributes())) {
                draft.mark(Attribute.ANSWER);
            }
        }
    }

    private static void steps(
            Set<Attribute> open, Draft draft, List<String> blocks, RandomGenerator random) {
        if (!open.remove(Attribute.NEXT_STEPS)) {
            return;
        }
        draft.mark(Attribute.NEXT_STEPS);
        if (open.remove(Attribute.STEPS_LIST)) {
            draft.mark(Attribute.STEPS_LIST);
            blocks.add(StepsList.write(draft, random));
        } else {
            blocks.add(draft.say("nextSteps"));
        }
    }

    private static void documents(
            Set<Attribute> open, Draft draft, List<String> blocks, RandomGenerator random) {
        if (!open.remove(Attribute.ASKS_DOCUMENT)) {
            return;
        }
        draft.mark(Attribute.ASKS_DOCUMENT);
        boolean together = open.contains(Attribute.DEADLINE) && random.nextInt(3) == 0;
        blocks.add(draft.say(together ? "asksDocument.deadline" : "asksDocument"));
        open.removeAll(draft.attributes());
    }

    private static void say(
            Attribute attribute, Set<Attribute> open, Draft draft, List<String> blocks) {
        if (open.remove(attribute)) {
            draft.mark(attribute);
            blocks.add(draft.say(attribute.wireName()));
        }
    }

    private static void insert(
            Attribute attribute, Set<Attribute> open, Draft draft, RandomGenerator random) {
        if (open.remove(attribute)) {
            draft.mark(attribute);
            List<String> blocks = draft.blocks();
            blocks.add(random.nextInt(blocks.size() + 1), draft.say(attribute.wireName()));
        }
    }

    private static void repeat(Set<Attribute> open, Draft draft, RandomGenerator random) {
        List<String> blocks = draft.blocks();
        if (!open.remove(Attribute.REPETITION) || blocks.isEmpty()) {
            return;
        }
        int from = random.nextInt(blocks.size());
        String sentence = blocks.get(from);
        if (!Draft.isList(sentence)) {
            draft.mark(Attribute.REPETITION);
            String again = random.nextInt(3) == 0 ? draft.say("again") + " " : "";
            int to = from + 1 + random.nextInt(blocks.size() - from);
            blocks.add(to, again + sentence);
        }
    }

    private void heatUp(Set<Attribute> open, Draft draft, RandomGenerator random) {
        if (open.remove(Attribute.EXCLAMATION) && Heat.exclaim(draft.blocks(), random)) {
            draft.mark(Attribute.EXCLAMATION);
        }
        if (open.remove(Attribute.CAPITALS) && heat.shout(draft.blocks(), random)) {
            draft.mark(Attribute.CAPITALS);
        }
    }

    private static String ending(Set<Attribute> open, Draft draft) {
        if (open.remove(Attribute.UNFINISHED)) {
            draft.mark(Attribute.UNFINISHED);
            draft.blocks().add(draft.say("unfinished"));
            return "";
        }
        if (open.remove(Attribute.CLOSING)) {
            draft.mark(Attribute.CLOSING);
            return "\n\n" + draft.say("closing");
        }
        return "";
    }

    private static String greeting(
            CustomerMessage message, Set<Attribute> open, Draft draft, RandomGenerator random) {
        if (open.remove(Attribute.GREETING) && !message.name().isEmpty()) {
            draft.mark(Attribute.GREETING);
            return draft.say("greeting.name") + "\n\n";
        }
        return random.nextInt(3) == 0 ? draft.say("greeting.plain") + "\n\n" : "";
    }

    private static boolean chance(RandomGenerator random, double share) {
        return MessageGrammar.chance(random, share);
    }
}

package dev.whetstone.resources.sample.world;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Next steps as a list: an introduction, then two to four different items.
final class StepsList {
    private StepsList() {}

    static String write(Draft draft, RandomGenerator random) {
        int size = 2 + random.nextInt(3);
        Set<String> items = new LinkedHashSet<>();
        while (items.size() < size) {
            items.add(draft.say(random.nextBoolean() ? "item" : "item.common"));
        }
        StringBuilder list = new StringBuilder(draft.say("list.intro"));
        int style = random.nextInt(6);
        int number = 0;
        for (String item : List.copyOf(items)) {
            number++;
            list.append('\n').append(marker(style, number)).append(' ').append(item);
        }
        return list.toString();
    }

    private static String marker(int style, int number) {
        return switch (style) {
            case 0, 1 -> number + ".";
            case 2 -> "\u2022";
            default -> "-";
        };
    }
}

package dev.whetstone.resources.sample.world;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// How often a reply wants each attribute, by the writer's mood.
final class ReplyRates {
    private static final String MOOD = "mood";

    private final Map<String, double[]> rates;

    private ReplyRates(Map<String, double[]> rates) {
        this.rates = rates;
    }

    /// Reads lines `name warm neutral brusque`; `#` starts a comment.
    ///
    /// @throws IllegalArgumentException when a line or an attribute is missing or malformed
    static ReplyRates parse(String text) {
        Map<String, double[]> rates = new HashMap<>();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.strip().split("\\s+");
            double[] row = new double[cells.length - 1];
            for (int i = 0; i < row.length; i++) {
                row[i] = Double.parseDouble(cells[i + 1]);
            }
            rates.put(cells[0], row);
        }
        int moods = rates.getOrDefault(MOOD, new double[0]).length;
        for (Attribute attribute : Attribute.values()) {
            double[] row = rates.get(attribute.wireName());
            if (row == null || row.length != moods || moods == 0) {
                throw new IllegalArgumentException("no rates of " + attribute.wireName());
            }
        }
        return new ReplyRates(rates);
    }

    /// What a reply of a randomly chosen mood wants.
    Set<Attribute> draw(RandomGenerator random) {
        int mood = mood(random.nextDouble());
        Set<Attribute> wanted = EnumSet.noneOf(Attribute.class);
        for (Attribute attribute : Attribute.values()) {
            if (random.nextDouble() < row(attribute.wireName())[mood]) {
                wanted.add(attribute);
            }
        }
        return wanted;
    }

    private int mood(double drawn) {
        double[] shares = row(MOOD);
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i];
            if (drawn < sum) {
                return i;
            }
        }
        return shares.length - 1;
    }

    private double[] row(String name) {
        return rates.getOrDefault(name, new double[0]);
    }
}

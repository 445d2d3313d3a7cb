package dev.whetstone.services.judge;

import dev.whetstone.store.content.ContentHash;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Which response stands on which side. The order is a hash of who looks at what, so it is balanced
/// over comparisons, the same after a restart, and different for another person; the verdict stores
/// it.
final class Sides {
    private Sides() {}

    static List<Integer> of(UUID annotator, UUID comparison, int responses) {
        byte[] hash =
                ContentHash.builder().add("sides").add(annotator).add(comparison).build().bytes();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < responses; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(ByteBuffer.wrap(hash).getLong()));
        return List.copyOf(order);
    }
}

package dev.whetstone.store.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Mappings that need no asking, from the names of a file's columns.
final class ObviousMapping {
    private static final List<String> PROMPTS =
            List.of("prompt", "instruction", "conversation", "question", "messages");
    private static final Map<String, String> LABEL_OF_ANSWERS = Map.of("0", "a", "1", "b");

    private ObviousMapping() {}

    static ColumnMapping of(Set<String> columns) {
        Map<String, ColumnMapping.Column> mapping = new LinkedHashMap<>();
        boolean answers = columns.contains("answer_0") && columns.contains("answer_1");
        boolean self = columns.contains("prompt") || columns.contains("chosen");
        for (String name : PROMPTS) {
            if (columns.contains(name) && !self && mapping.isEmpty()) {
                mapping.put("prompt", new ColumnMapping.Column(name, Map.of()));
            }
        }
        if (answers && !columns.contains("a") && !columns.contains("b")) {
            mapping.put("a", new ColumnMapping.Column("answer_0", Map.of()));
            mapping.put("b", new ColumnMapping.Column("answer_1", Map.of()));
            if (columns.contains("label")) {
                mapping.put("label", new ColumnMapping.Column("label", LABEL_OF_ANSWERS));
            }
        }
        return new ColumnMapping(mapping);
    }
}

package dev.whetstone.store.importing.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/// JSON reading with limits for files from anywhere.
final class RowJson {
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 100;

    private RowJson() {}

    static ObjectMapper mapper(ImportLimits limits) {
        JsonFactory factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(DEEPEST)
                                        .maxNumberLength(LONGEST_NUMBER)
                                        .maxStringLength(limits.lineBytes())
                                        .build())
                        // Two values of one name: nobody can know which is meant.
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build();
        return new ObjectMapper(factory);
    }
}

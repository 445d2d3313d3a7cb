package dev.whetstone.runtime.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// How requests and replies become lines of JSON and back. Paths travel as absolute URIs.
public final class Wire {
    /// Both sides must name the same number.
    public static final int PROTOCOL = 2;

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private Wire() {}

    /// One line without its line break.
    public static String line(Request request) throws JsonProcessingException {
        return JSON.writerFor(Request.class).writeValueAsString(request);
    }

    /// One line without its line break.
    public static String line(Reply reply) throws JsonProcessingException {
        return JSON.writerFor(Reply.class).writeValueAsString(reply);
    }

    public static Request request(String line) throws JsonProcessingException {
        return JSON.readValue(line, Request.class);
    }

    public static Reply reply(String line) throws JsonProcessingException {
        return JSON.readValue(line, Reply.class);
    }
}

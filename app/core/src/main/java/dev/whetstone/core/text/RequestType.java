package dev.whetstone.core.text;

import java.util.List;
import java.util.Optional;

/// What a prompt may ask for.
public enum RequestType implements Identified {
    BULLETS("bullets", "a bullet list"),
    NUMBERED_LIST("numbered_list", "a numbered list"),
    LIST("list", "a list"),
    TABLE("table", "a table"),
    JSON("json", "JSON"),
    CODE("code", "code"),
    HEADINGS("headings", "headings"),
    SHORT("short", "a short answer"),
    DETAIL("detail", "details"),
    STEPS("steps", "steps"),
    SUMMARY("summary", "a summary"),
    EMAIL("email", "an email"),
    LETTER("letter", "a letter"),
    EXAMPLES("examples", "examples"),
    SOURCES("sources", "sources"),
    EXPLANATION("explanation", "an explanation"),
    TRANSLATION("translation", "a translation"),
    YES_NO("yes_no", "a yes or no");

    private final String id;
    private final String english;

    RequestType(String id, String english) {
        this.id = id;
        this.english = english;
    }

    /// The name in a rule's text.
    @Override
    public String id() {
        return id;
    }

    /// A noun phrase for people.
    public String english() {
        return english;
    }

    public static Optional<RequestType> of(String id) {
        return Identified.find(values(), id);
    }

    public static List<String> ids() {
        return Identified.ids(values());
    }
}

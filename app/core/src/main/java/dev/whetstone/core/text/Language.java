package dev.whetstone.core.text;

import java.util.List;
import java.util.Optional;

/// Languages that texts are recognised in, by ISO 639-1 code.
public enum Language implements Identified {
    EN("en", "English"),
    ES("es", "Spanish"),
    FR("fr", "French"),
    DE("de", "German"),
    IT("it", "Italian"),
    PT("pt", "Portuguese"),
    NL("nl", "Dutch"),
    SV("sv", "Swedish"),
    DA("da", "Danish"),
    NO("no", "Norwegian"),
    FI("fi", "Finnish"),
    PL("pl", "Polish"),
    CS("cs", "Czech"),
    TR("tr", "Turkish"),
    RO("ro", "Romanian"),
    RU("ru", "Russian"),
    UK("uk", "Ukrainian"),
    EL("el", "Greek"),
    AR("ar", "Arabic"),
    HE("he", "Hebrew"),
    ZH("zh", "Chinese"),
    JA("ja", "Japanese"),
    KO("ko", "Korean"),
    HI("hi", "Hindi");

    private final String id;
    private final String english;

    Language(String id, String english) {
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

    public static Optional<Language> of(String id) {
        return Identified.find(values(), id);
    }

    public static List<String> ids() {
        return Identified.ids(values());
    }
}

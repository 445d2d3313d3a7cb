package dev.whetstone.core.text.ifeval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.whetstone.core.text.TextFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Decides as the published checker of IFEval does, its quirks included (keywords are raw regular
/// expressions, only `*` and `-` are bullets, paragraphs are parted by `***`, ...), so that scores
/// can be compared with published ones. Two parts are approximations: the sentence splitter's list
/// of abbreviations, and the recognition of languages, which is our own.
///
/// Reference: `instructions.py` of google-research's `instruction_following_eval`.
public final class PublishedCheck {
    private static final List<String> ANSWERS =
            List.of("My answer is yes.", "My answer is no.", "My answer is maybe.");
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final Setting setting;

    public PublishedCheck(Setting setting) {
        this.setting = setting;
    }

    /// A blank response never keeps to an instruction.
    public boolean strict(TextFeatures response) {
        return !response.text().isBlank() && check(response);
    }

    /// Whether any of the [ResponseVariants] does.
    public boolean loose(String response) {
        return ResponseVariants.of(response).stream()
                .anyMatch(variant -> strict(new TextFeatures(variant)));
    }

    private boolean check(TextFeatures response) {
        String text = response.text();
        return switch (setting.instruction()) {
            case KEYWORDS ->
                    setting.texts("keywords").stream().allMatch(word -> found(word, text) > 0);
            case KEYWORD_FREQUENCY ->
                    setting.holds(found(setting.text("keyword"), text), "relation", "frequency");
            case FORBIDDEN_WORDS ->
                    setting.texts("forbidden_words").stream()
                            .noneMatch(word -> found("\\b" + word + "\\b", text) > 0);
            case LETTER_FREQUENCY -> setting.holds(letters(text), "let_relation", "let_frequency");
            case RESPONSE_LANGUAGE -> isIn(setting.text("language"), response);
            case NUMBER_SENTENCES ->
                    setting.holds(PublishedSentences.count(text), "relation", "num_sentences");
            case NUMBER_PARAGRAPHS -> paragraphs(text) == setting.number("num_paragraphs");
            case NUMBER_WORDS -> setting.holds(Segments.words(text), "relation", "num_words");
            case NTH_PARAGRAPH_FIRST_WORD -> nthParagraph(text);
            case NUMBER_PLACEHOLDERS ->
                    Segments.brackets(text) >= setting.number("num_placeholders");
            case POSTSCRIPT -> hasPostscript(text);
            case NUMBER_BULLET_LISTS ->
                    Segments.starBullets(text) + Segments.dashBullets(text)
                            == setting.number("num_bullets");
            case CONSTRAINED_RESPONSE -> ANSWERS.stream().anyMatch(text::contains);
            case NUMBER_HIGHLIGHTED_SECTIONS ->
                    Segments.highlights(text) + Segments.doubleHighlights(text)
                            >= setting.number("num_highlights");
            case MULTIPLE_SECTIONS -> sections(text) >= setting.number("num_sections");
            case JSON_FORMAT -> isJson(text);
            case TITLE -> Segments.hasTitle(text);
            case TWO_RESPONSES -> isTwoResponses(text);
            case REPEAT_PROMPT ->
                    lower(text.strip()).startsWith(lower(setting.text("prompt_to_repeat").strip()));
            case END_CHECKER ->
                    lower(unquoted(text.strip()))
                            .endsWith(lower(setting.text("end_phrase").strip()));
            case QUOTATION -> {
                String bare = text.strip();
                yield bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"");
            }
            case CAPITAL_WORD_FREQUENCY ->
                    setting.holds(
                            PublishedWords.capitals(text), "capital_relation", "capital_frequency");
            case ENGLISH_CAPITAL -> Letters.areUpper(text) && isIn("en", response);
            case ENGLISH_LOWERCASE -> Letters.areLower(text) && isIn("en", response);
            case NO_COMMA -> text.indexOf(',') < 0;
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /// How often an expression is found; one that RE2 does not take is searched for letter by
    /// letter.
    private static int found(String expression, String text) {
        Matcher matcher = compiled(expression, Pattern.CASE_INSENSITIVE).matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    private static Pattern compiled(String expression, int flags) {
        try {
            return Pattern.compile(expression, flags);
        } catch (PatternSyntaxException notRe2) {
            return Pattern.compile(Pattern.quote(expression), flags);
        }
    }

    private int letters(String text) {
        int letter = lower(setting.text("letter").strip()).codePointAt(0);
        return (int) lower(text).codePoints().filter(c -> c == letter).count();
    }

    /// A text without letters counts as any language, because the published checker takes the
    /// detector's error for a yes.
    private static boolean isIn(String language, TextFeatures response) {
        String found = PublishedLanguage.of(response);
        return found.isEmpty() || found.equals(language.substring(0, 2));
    }

    private static int paragraphs(String text) {
        String[] parts = text.split("\\s?\\*\\*\\*\\s?", -1);
        int count = parts.length;
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].isBlank()) {
                if (i > 0 && i < parts.length - 1) {
                    return -1;
                }
                count--;
            }
        }
        return count;
    }

    private boolean nthParagraph(String text) {
        String[] paragraphs = text.split("\n\n", -1);
        int count = 0;
        for (String paragraph : paragraphs) {
            count += paragraph.isBlank() ? 0 : 1;
        }
        int nth = setting.number("nth_paragraph");
        if (nth < 1 || nth > count || paragraphs[nth - 1].isBlank()) {
            return false;
        }
        String word = paragraphs[nth - 1].strip().split("\\s+", 2)[0];
        word = word.replaceFirst("^'+", "").replaceFirst("^\"+", "");
        int end = 0;
        while (end < word.length() && ".,?!'\"".indexOf(word.charAt(end)) < 0) {
            end++;
        }
        return count == setting.number("num_paragraphs")
                && lower(word.substring(0, end)).equals(lower(setting.text("first_word")));
    }

    private boolean hasPostscript(String text) {
        String marker = setting.text("postscript_marker");
        String expression =
                switch (marker) {
                    case "P.P.S" -> "p\\.\\s?p\\.\\s?s";
                    case "P.S." -> "p\\.\\s?s\\.";
                    default -> lower(marker);
                };
        return compiled(expression, 0).matcher(lower(text)).find();
    }

    private int sections(String text) {
        String splitter = setting.text("section_spliter");
        Pattern plain = compiled(splitter, 0);
        return count(compiled("\\s?" + plain.pattern() + "\\s?\\d+\\s?", 0).matcher(text));
    }

    private static int count(Matcher matcher) {
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    private static boolean isJson(String text) {
        String body = text.strip();
        for (String fence : List.of("```json", "```Json", "```JSON", "```")) {
            body = body.startsWith(fence) ? body.substring(fence.length()) : body;
        }
        body = (body.endsWith("```") ? body.substring(0, body.length() - 3) : body).strip();
        try {
            return !JSON.readTree(body).isMissingNode();
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }

    private static boolean isTwoResponses(String text) {
        List<String> kept = new ArrayList<>();
        String[] parts = text.split("\\*{6}", -1);
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isBlank()) {
                kept.add(parts[i].strip());
            } else if (i > 0 && i < parts.length - 1) {
                return false;
            }
        }
        return kept.size() == 2 && !kept.getFirst().equals(kept.getLast());
    }

    private static String unquoted(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == '"') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == '"') {
            to--;
        }
        return text.substring(from, to);
    }
}

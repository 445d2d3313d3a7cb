package dev.whetstone.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.text.ask.Completeness;
import dev.whetstone.core.text.ask.Json;
import dev.whetstone.core.text.ask.Requests;
import dev.whetstone.core.text.ask.SpeechActs;
import dev.whetstone.core.text.entity.Entities;
import dev.whetstone.core.text.entity.Quantities;
import dev.whetstone.core.text.lang.LanguageGuess;
import dev.whetstone.core.text.match.LiteralFinder;
import dev.whetstone.core.text.match.RegexFinder;
import dev.whetstone.core.text.tone.Tones;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFeaturesTest {
    private static TextFeatures text(String text) {
        return new TextFeatures(text);
    }

    private static List<String> found(Spans spans, String text) {
        return IntStream.range(0, spans.count()).mapToObj(i -> spans.in(text, i)).toList();
    }

    @Test
    void sentencesEndAtStopsButNotAtAbbreviations() {
        String text =
                "Dr. Lee, e.g. from ward No. 4, called. It costs $3.50! Why?\n\n# Title\n- one\n- two";
        assertThat(text(text).sentenceTexts())
                .extracting(TextFeatures::text)
                .containsExactly(
                        "Dr. Lee, e.g. from ward No. 4, called.",
                        "It costs $3.50!",
                        "Why?",
                        "# Title",
                        "- one",
                        "- two");
    }

    @ParameterizedTest
    @CsvSource({
        "no risk~, There are no  risks., 1",
        "liab~, Liability and liable and a liar., 2",
        "VAT, The vat has VAT in it., 1",
        "vat, The vat has VAT in it., 2",
        "back of * card, on the back of your old bank card, 1",
        "back of * card, on the back of a very old dirty bank card, 0",
        "$25, It is $25 and not 25 or $250., 1",
        "b.i.d., Take b.i.d. with food., 1",
        "customer, The customer's dog and customers., 1",
        "follow up, A follow-up call., 1",
        "'shall', He 'shall' go., 1",
    })
    void literalsMatchWholeWords(String literal, String text, int count) {
        assertThat(LiteralFinder.of(literal.replace("'", "")).count(text(text))).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({
        "policy, Two policies., true",
        "promise, He was promising it., true",
        "refer, We referred you., true",
        "claim, No claimant here., false",
        "cover, It is covered., true",
    })
    void mentionsAllowRegularInflection(String literal, String text, boolean occurs) {
        assertThat(LiteralFinder.inflected(literal).occursIn(text(text))).isEqualTo(occurs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NUMBER        | 1. Pay 1,000 or 3.5 in 2 days    | 1,000;3.5;2
                    MONEY         | $25, 30 euros and £1,000.50      | $25;30 euros;£1,000.50
                    PERCENT       | 5% or 7.5 percent                | 5%;7.5 percent
                    DATE          | 2024-05-01, May 3, 2025 or 1/2/24 | 2024-05-01;May 3, 2025;1/2/24
                    PHONE         | Call (555) 123-4567 on 2024-05-01 | (555) 123-4567
                    EMAIL         | Write to a.b@mail.example.com.   | a.b@mail.example.com
                    IBAN          | DE89 3704 0044 0532 0130 00 or DE88 3704 0044 0532 0130 00 | DE89 3704 0044 0532 0130 00
                    DOSAGE        | Take 400 mg or two tablets       | 400 mg;two tablets
                    STATUTE       | See 42 U.S.C. § 1983             | 42 U.S.C. § 1983
                    CASE_CITATION | as Miller v. Jones held          | Miller v. Jones
                    URL           | (see https://a.example/x?y=1).   | https://a.example/x?y=1
                    ENTITY        | We met Peter Miller in Paris.    | Peter Miller;Paris
                    """)
    void entitiesAreFoundByForm(EntityType type, String text, String expected) {
        assertThat(found(Entities.find(text(text), type), text))
                .containsExactly(expected.split(";"));
    }

    @ParameterizedTest
    @CsvSource({
        "It takes a month., DAYS, 30",
        "Two to three weeks, DAYS, 21",
        "within 36 hours, DAYS, 1.5",
        "5mg or 1 g, MG, 1000",
        "up to 10 business days, DAYS, 10",
    })
    void quantitiesConvert(String text, QuantityUnit unit, double largest) {
        assertThat(Quantities.largest(text(text), unit)).hasValue(largest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EN | The invoice was paid last week and we have no further questions.
                    ES | La factura se pagó la semana pasada y no tenemos más preguntas.
                    FR | La facture a été payée hier et nous n'avons plus de questions.
                    DE | Die Rechnung wurde gestern bezahlt und wir haben keine Fragen mehr.
                    IT | La fattura è stata pagata ieri e non abbiamo altre domande.
                    PT | A fatura foi paga ontem e não temos mais nenhuma pergunta.
                    NL | De rekening is gisteren betaald en we hebben geen vragen meer.
                    SV | Räkningen betalades igår och vi har inga fler frågor.
                    PL | Rachunek został wczoraj zapłacony i nie mamy więcej pytań.
                    RU | Счёт был оплачен вчера, и у нас больше нет вопросов.
                    JA | 請求書は昨日支払われました。質問はもうありません。
                    """)
    void languagesAreRecognised(Language language, String text) {
        assertThat(LanguageGuess.of(text(text))).hasValue(language);
    }

    @Test
    void aFewLettersHaveNoLanguage() {
        assertThat(LanguageGuess.of(text("OK, 12345!"))).isEmpty();
    }

    @Test
    void tonesLieBetweenNoneAndAll() {
        TextFeatures rude = text("Stop wasting our time, learn to read. It is your own fault.");
        TextFeatures kind =
                text("I'm so sorry to hear that. We understand, and we're here to help.");
        assertThat(Tones.of(rude, Tone.RUDE)).isBetween(0.5, 1.0);
        assertThat(Tones.of(kind, Tone.RUDE)).isZero();
        assertThat(Tones.of(kind, Tone.EMPATHETIC)).isGreaterThan(Tones.of(rude, Tone.EMPATHETIC));
    }

    @Test
    void structureFollowsCommonMark() {
        MarkdownStructure structure =
                text("# A\n\n• one\n• two\n  1. x\n\n```\n- no bullet\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
                        .structure();
        assertThat(structure.count(StructureType.HEADINGS)).isEqualTo(1);
        assertThat(structure.count(StructureType.BULLETS)).isEqualTo(2);
        assertThat(structure.count(StructureType.NUMBERED_ITEMS)).isEqualTo(1);
        assertThat(structure.count(StructureType.CODE_BLOCKS)).isEqualTo(1);
        assertThat(structure.count(StructureType.TABLES)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "true, Please send it to the",
        "true, Please send it (if you",
        "false, Please send it.",
        "false, 'Please do.\n\n- one\n- two'",
        "false, 'Yours.\n\nKind regards'",
        "true, '```\ncode'",
    })
    void brokenOffTextsAreTruncated(boolean truncated, String text) {
        assertThat(Completeness.isTruncated(text)).isEqualTo(truncated);
    }

    @Test
    void jsonIsAnObjectOrArrayByTheGrammar() {
        assertThat(List.of("{}", "[1, -2.5e3, \"a\\u00e9\"]", "```json\n{\"a\": null}\n```"))
                .allMatch(Json::isJson);
        assertThat(List.of("", "12", "{a: 1}", "[1,]", "[01]", "{\"a\": 1} x", "[".repeat(9_999)))
                .noneMatch(Json::isJson);
    }

    @Test
    void promptsAskForThingsAndNumbers() {
        TextFeatures prompt = text("Give me five short tips in a bullet list, at most 80 words.");
        assertThat(Requests.asksFor(prompt, RequestType.BULLETS)).isTrue();
        assertThat(Requests.asksFor(prompt, RequestType.SHORT)).isTrue();
        assertThat(Requests.asksFor(prompt, RequestType.JSON)).isFalse();
        assertThat(Requests.askedNumber(prompt, CountedThing.ITEMS)).hasValue(5);
        assertThat(Requests.askedNumber(prompt, CountedThing.WORDS)).hasValue(80);
        assertThat(Requests.askedNumber(prompt, CountedThing.PARAGRAPHS)).isEmpty();
    }

    @Test
    void speechActs() {
        assertThat(SpeechActs.greets(text("Hello Ms Park, thanks."))).isTrue();
        assertThat(SpeechActs.greets(text("High fees apply. Hello."))).isFalse();
        assertThat(SpeechActs.refuses(text("I'm sorry, but I can't help with that."))).isTrue();
        assertThat(SpeechActs.refuses(text("I can help with that."))).isFalse();
        assertThat(SpeechActs.asksYesNo(text("Is it open?"))).isTrue();
        assertThat(SpeechActs.asksYesNo(text("When is it open?"))).isFalse();
    }

    @Test
    void anExpressionRunsOnlyWhereItsLettersAre() {
        RegexFinder finder = RegexFinder.of("\\b(?:list of|tables?)\\b");
        assertThat(finder.count(text("A LIST OF tables, a table."))).isEqualTo(3);
        assertThat(finder.occursIn(text("A chair."))).isFalse();
        assertThat(RegexFinder.of("colou?r").count(text("color colour"))).isEqualTo(2);
        assertThat(RegexFinder.of("[A-Z]{2,}").count(text("ab AB"))).isEqualTo(1);
    }

    @Test
    void sharesAndCopies() {
        TextFeatures one = text("the tenant shall keep the garden in good order today");
        TextFeatures two = text("He said the tenant shall keep the garden tidy");
        assertThat(Measures.longestCopy(one, two)).isEqualTo(6);
        assertThat(Measures.repeatedShare(text("a b c d a b c d"), 4)).isEqualTo(0.2);
        assertThat(Measures.copiedShare(one, one)).isEqualTo(1.0);
        assertThat(Measures.overlap(one, text("nothing alike"))).isZero();
    }

    @Test
    void theCacheForgetsTheOldestTexts() {
        FeatureCache cache = new FeatureCache(16 * 40);
        TextFeatures first = cache.of("first text");
        assertThat(cache.of("first text")).isSameAs(first);
        for (int i = 0; i < 500; i++) {
            cache.of("another text " + i);
        }
        assertThat(cache.of("first text")).isNotSameAs(first);
    }
}

package dev.whetstone.engine.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.engine.control.RuntimeFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2025, 3, 4, 15, 6, 7);

    /// Small templates of our own, rendered by Jinja2 3.1.6 in Transformers' environment
    /// (own-templates.json names it).
    @TestFactory
    Stream<DynamicTest> rendersWhatJinjaRenders() {
        var recorded = recorded();
        var variables = new HashMap<String, Value>();
        recorded.path("variables")
                .properties()
                .forEach(entry -> variables.put(entry.getKey(), Values.of(entry.getValue())));
        return java.util.stream.StreamSupport.stream(recorded.path("cases").spliterator(), false)
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.path("source").asText(),
                                        () -> check(entry, variables)));
    }

    private static void check(JsonNode entry, Map<String, Value> variables) {
        var source = entry.path("source").asText();
        if (entry.has("text")) {
            assertThat(render(source, variables)).isEqualTo(entry.path("text").asText());
            return;
        }
        var error = entry.path("error");
        assertThatThrownBy(() -> render(source, variables))
                .asInstanceOf(type(RuntimeFailure.class))
                .satisfies(
                        failure -> {
                            if (error.path("type").asText().equals("TemplateError")) {
                                assertThat(failure.code()).isEqualTo("template.raised");
                                assertThat(failure).hasMessage(error.path("message").asText());
                            } else {
                                assertThat(failure.code()).isEqualTo("template.render");
                            }
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% include 'x' %}",
                "{% block b %}{% endblock %}",
                "{{ 'x' | center }}",
                "{{ x is weird }}",
                "{% for x in y recursive %}{% endfor %}",
                "{% if x %}",
                "{% endif %}",
                "{{ 'x }}",
                "{{ x",
                "{{ }}",
                "{{ x ! y }}",
                "{% break %}",
                "{% set true = 1 %}",
                "{{ f(*a) }}",
                "{% macro m(a %}{% endmacro %}",
                "{# never closed",
                "{% raw %} never closed",
                "{{ 99999999999999999999 }}"
            })
    void anUnknownOrBrokenConstructIsRefusedWhenRead(String source) {
        assertThatThrownBy(() -> Template.parse("line one\n" + source))
                .asInstanceOf(type(RuntimeFailure.class))
                .satisfies(
                        failure -> {
                            assertThat(failure.code()).isEqualTo("template.syntax");
                            assertThat(failure).hasMessageContaining("line 2");
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
                "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
                "{{ 'x' * 999999999999 }}",
                "{{ range(99999999) }}",
                "{% set ns = namespace(t='xxxxxxxx') %}{% for i in range(60) %}"
                        + "{% set ns.t = ns.t + ns.t %}{% endfor %}"
            })
    void aTemplateThatWouldNotEndIsStopped(String source) {
        assertThatThrownBy(() -> render(source, Map.of()))
                .asInstanceOf(type(RuntimeFailure.class))
                .extracting(RuntimeFailure::code)
                .isEqualTo("template.limit");
    }

    @Test
    void deepNestingIsRefusedAndDoesNotExhaustTheStack() {
        assertThatThrownBy(
                        () -> Template.parse("{{ " + "(".repeat(9_000) + ")".repeat(9_000) + "}}"))
                .asInstanceOf(type(RuntimeFailure.class))
                .extracting(RuntimeFailure::code)
                .isEqualTo("template.limit");
    }

    @Test
    void theClockIsTheCallers() {
        assertThat(render("{{ strftime_now('%d %b %Y, %A %H:%M:%S %p %j') }}", Map.of()))
                .isEqualTo("04 Mar 2025, Tuesday 15:06:07 PM 063");
    }

    @Test
    void generationBlocksTellWhereTheAssistantSpeaks() {
        var rendering =
                Template.parse("Q{% generation %}answer{% endgeneration %}.")
                        .render(Map.of(), () -> NOW);
        assertThat(rendering.text()).isEqualTo("Qanswer.");
        assertThat(rendering.generated()).containsExactly(new Template.Span(1, 7));
    }

    private static String render(String source, Map<String, Value> variables) {
        return Template.parse(source).render(variables, () -> NOW).text();
    }

    private static JsonNode recorded() {
        try (var in = TemplateTest.class.getResourceAsStream("/jinja/own-templates.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

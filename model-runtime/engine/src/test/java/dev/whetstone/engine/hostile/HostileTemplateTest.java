package dev.whetstone.engine.hostile;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.whetstone.engine.TestModel;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.jinja.Template;
import dev.whetstone.engine.text.ChatTemplate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, unit = java.util.concurrent.TimeUnit.MINUTES)
class HostileTemplateTest {
    private static final List<String> PIECES =
            List.of(
                    "{{ ",
                    " }}",
                    "{% ",
                    " %}",
                    "{#",
                    "#}",
                    "{%- if ",
                    "{% endif %}",
                    "{% else %}",
                    "{% for m in messages %}",
                    "{% endfor %}",
                    "{% set x = ",
                    "namespace(a=1)",
                    "{% macro f(a, b=1) %}",
                    "{% endmacro %}",
                    "f(f)",
                    "messages[0]['content']",
                    "[::-1]",
                    "[-1]",
                    "[1:]",
                    "|tojson",
                    "|trim",
                    "|length",
                    "|selectattr('role')",
                    "|map(attribute='x')",
                    "|join(', ')",
                    "loop.index0",
                    "loop.previtem",
                    "''",
                    "\"",
                    "range(1000000000)",
                    " * 1000000000",
                    "'a' * 100000000",
                    " ** 99 ** 99",
                    "not ",
                    " is defined",
                    " in ",
                    " ~ ",
                    " if ",
                    " else ",
                    "raise_exception('no')",
                    "strftime_now('%Y')",
                    "{}",
                    "{'a': [1, {}]}",
                    "((((((((",
                    "))))",
                    ".split(',')",
                    ".items()",
                    ".__class__",
                    ".strip()",
                    "0/0",
                    "1//0",
                    "none",
                    "true",
                    "\\",
                    "\u0000",
                    "{% generation %}",
                    "{% endgeneration %}",
                    "{% break %}",
                    "{% filter upper %}");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void templates() throws Exception {
        var messages =
                JSON.readTree(
                        """
                        [{"role": "system", "content": "S"}, {"role": "user", "content": "Hi, é"},
                         {"role": "assistant", "content": "A", "tool_calls": [{"x": 1}]}]
                        """);
        var sources =
                List.of(
                        TestModel.CHAT,
                        """
                        {%- set ns = namespace(n=0) -%}{%- macro show(m, deep=true) -%}
                        {{ m['role'] | upper }}: {{ m.content | trim if deep else '' }}{%- endmacro -%}
                        {%- for m in messages if m.role != 'tool' -%}{%- set ns.n = ns.n + 1 -%}
                        {{ show(m) }}{{ loop.index }}{% if not loop.last %}, {% else %}.{% endif %}
                        {%- endfor -%}{{ ns.n ~ messages[::-1][0].content.split(' ')[-1] }}
                        {{ messages | tojson(indent=2) }}{{ messages | map(attribute='role') | list }}
                        """);
        Attempts.all(
                6_000_000,
                mutations -> {
                    var source = sources.get(mutations.below(sources.size()));
                    render(mutations.text(source, PIECES), messages);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ 'a' * 1000000000 }}",
                "{{ range(1000000000) | list }}",
                "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
                "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
                "{{ 9 ** 9 ** 9 ** 9 }}",
                "{% set a = 'aaaaaaaaaa' %}{% for i in range(60) %}{% set a = a ~ a %}{{ a }}{% endfor %}"
                        + "{% set n = namespace(a='aaaa') %}{% for i in range(60) %}"
                        + "{% set n.a = n.a ~ n.a %}{% endfor %}"
            })
    void aTemplateWithoutEndIsStopped(String source) {
        assertThatThrownBy(() -> render(source, JSON.createArrayNode().addObject()))
                .isInstanceOf(RuntimeFailure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{% if x %}", "not ", "-", "{{ [", "x.", "x|trim|"})
    void deepNestingIsRefused(String piece) {
        assertThatThrownBy(
                        () -> {
                            var open = piece.startsWith("{") ? "" : "{{ ";
                            render(open + piece.repeat(200_000), JSON.createArrayNode());
                        })
                .isInstanceOf(RuntimeFailure.class);
    }

    private static void render(String source, com.fasterxml.jackson.databind.JsonNode messages) {
        var now = LocalDateTime.of(2026, 1, 1, 0, 0);
        new ChatTemplate(Template.parse(source), Map.of("bos_token", "<s>"), () -> now)
                .render(
                        messages,
                        JsonNodeFactory.instance.objectNode(),
                        ChatTemplate.Ending.ASSISTANT_BEGINS);
    }
}

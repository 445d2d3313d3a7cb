package dev.whetstone.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.engine.Golden;
import dev.whetstone.engine.TestModel;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.tokenizer.Tokenizer.Special;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTextTest {
    private static final int END = 468;
    private static final ObjectMapper JSON = new ObjectMapper();
    @TempDir Path folder;

    @Test
    void aTextIsOneUserMessageWhereThereIsATemplate() throws IOException {
        var text = ModelText.of(TestModel.chat(folder.resolve("m")));
        var ids = text.prompt(json("'Hello'"));
        assertThat(text.tokenizer().decode(ids, Special.KEEP))
                .isEqualTo("<|begin|><|im_start|>user\nHello<|im_end|>\n<|im_start|>assistant\n");
        assertThat(ids).isEqualTo(text.prompt(json("[{'role':'user','content':'Hello'}]")));
    }

    @Test
    void theEndTokenBelongsToTheCompletionAndTheLineBreakAfterItDoesNot() throws IOException {
        var text = ModelText.of(TestModel.chat(folder.resolve("m")));
        var exchange = text.exchange(json("'Hello'"), json("'Good day'"));
        assertThat(exchange.prompt()).isEqualTo(text.prompt(json("'Hello'")));
        assertThat(text.tokenizer().decode(exchange.completion(), Special.KEEP))
                .isEqualTo("Good day<|im_end|>");
        assertThat(exchange.completion()[exchange.completion().length - 1]).isEqualTo(END);
    }

    @Test
    void aCompletionMayBeAListWithOneMessage() throws IOException {
        var text = ModelText.of(TestModel.chat(folder.resolve("m")));
        assertThat(
                        text.exchange(
                                        json("'Hello'"),
                                        json("[{'role':'assistant','content':'Yes'}]"))
                                .completion())
                .isEqualTo(text.exchange(json("'Hello'"), json("'Yes'")).completion());
    }

    /// The rows that TRL 1.16 made of plain pairs (traces/dpo-lora).
    @Test
    void plainPairsBecomeTheRowsThatTrlMakes() throws IOException {
        var file = Golden.folder().resolve("traces/dpo-lora/trace.json");
        Assumptions.assumeTrue(Files.isRegularFile(file), () -> "no " + file);
        var trace = Golden.json("traces/dpo-lora/trace.json");
        var text = ModelText.of(TestModel.plain(folder.resolve("m")));
        var made = new ArrayList<List<Integer>>();
        for (var pair : trace.path("pairs")) {
            for (var side = 1; side <= 2; side++) {
                var exchange = text.exchange(pair.get(0), pair.get(side));
                made.add(joined(exchange));
            }
        }
        var recorded = new ArrayList<List<Integer>>();
        for (var batch : trace.path("batches")) {
            for (var row : batch.path("input_ids")) {
                recorded.add(withoutPadding(row));
            }
        }
        assertThat(recorded).isNotEmpty().isSubsetOf(made);
        assertThat(made).isSubsetOf(recorded);
    }

    @Test
    void aPromptThatBeginsTwiceIsRefused() throws IOException {
        var text = ModelText.of(TestModel.plain(folder.resolve("m")));
        assertThatThrownBy(() -> text.prompt(json("'<|begin|>Hello'")))
                .asInstanceOf(type(RuntimeFailure.class))
                .extracting(RuntimeFailure::code)
                .isEqualTo("template.begin");
    }

    @Test
    void aTemplateThatRewritesAnsweredPromptsIsRefused() throws IOException {
        var model = TestModel.chat(folder.resolve("m"));
        Files.writeString(
                model.resolve("chat_template.jinja"),
                "{{ messages | length }}{% for m in messages %}{{ m.content }}{% endfor %}");
        var text = ModelText.of(model);
        assertThatThrownBy(() -> text.exchange(json("'a'"), json("'b'")))
                .asInstanceOf(type(RuntimeFailure.class))
                .extracting(RuntimeFailure::code)
                .isEqualTo("template.prefix");
    }

    @Test
    void aConversationNeedsATemplate() throws IOException {
        var text = ModelText.of(TestModel.plain(folder.resolve("m")));
        assertThatThrownBy(() -> text.prompt(json("[{'role':'user','content':'a'}]")))
                .asInstanceOf(type(RuntimeFailure.class))
                .extracting(RuntimeFailure::code)
                .isEqualTo("template.missing");
    }

    @Test
    void anOldFolderKeepsItsTemplateInTheTokenizerConfig() throws IOException {
        var model = TestModel.plain(folder.resolve("m"));
        Files.writeString(
                model.resolve("tokenizer_config.json"),
                """
                {"chat_template": [{"name": "tool_use", "template": "no"},
                                   {"name": "default", "template": "{{ messages[0].content }}!"}]}
                """);
        var text = ModelText.of(model);
        assertThat(text.text(text.prompt(json("'Hey'")))).isEqualTo("Hey!");
    }

    @Test
    void onlyTheAssistantsWordsAndTheirEndAreLearnt() throws IOException {
        var text = ModelText.of(TestModel.chat(folder.resolve("m")));
        var learning =
                new Learning(
                        text.tokenizer(),
                        text.template().orElseThrow(),
                        java.util.Set.copyOf(text.stops()));
        var learnt =
                learning.text(
                        json(
                                "[{'role':'user','content':'Hi'},{'role':'assistant','content':'Yes'},"
                                        + "{'role':'user','content':'So'},"
                                        + "{'role':'assistant','content':'No'}]"));
        var words = new ArrayList<Integer>();
        for (var i = 0; i < learnt.ids().length; i++) {
            if (learnt.learn()[i]) {
                words.add(learnt.ids()[i]);
            }
        }
        var tokenizer = text.tokenizer();
        assertThat(
                        tokenizer.decode(
                                words.stream().mapToInt(Integer::intValue).toArray(), Special.KEEP))
                .isEqualTo("Yes<|im_end|>No<|im_end|>");
        assertThat(tokenizer.decode(learnt.ids(), Special.KEEP))
                .startsWith("<|begin|><|im_start|>user\nHi<|im_end|>\n")
                .endsWith("No<|im_end|>\n");
    }

    private static List<Integer> joined(TokenizedExchange exchange) {
        var ids = new ArrayList<Integer>();
        for (var id : exchange.prompt()) {
            ids.add(id);
        }
        for (var id : exchange.completion()) {
            ids.add(id);
        }
        return ids;
    }

    private static List<Integer> withoutPadding(JsonNode row) {
        var ids = new ArrayList<Integer>();
        for (var id : row) {
            if (id.asInt() != 469) {
                ids.add(id.asInt());
            }
        }
        return ids;
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text.replace('\'', '"'));
    }
}

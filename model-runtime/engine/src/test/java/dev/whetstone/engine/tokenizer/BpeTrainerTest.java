package dev.whetstone.engine.tokenizer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BpeTrainerTest {
    private static final List<String> SPECIAL = List.of("<|endoftext|>", "<|im_start|>");

    /// The example of Sennrich et al. 2016, section 3.2: es, est, lo, low are learnt first.
    @Test
    void learnsTheMostFrequentPairsFirst() {
        var texts = new ArrayList<String>();
        texts.addAll(Collections.nCopies(5, "low"));
        texts.addAll(Collections.nCopies(2, "lower"));
        texts.addAll(Collections.nCopies(6, "newest"));
        texts.addAll(Collections.nCopies(3, "widest"));
        var trained = BpeTrainer.train(texts, 256 + 4, List.of());
        assertThat(trained.merges())
                .containsExactly(
                        List.of("e", "s"),
                        List.of("es", "t"),
                        List.of("l", "o"),
                        List.of("lo", "w"));
    }

    @Test
    void countsOverlappingPairsAnewAfterEachMerge() {
        var trained = BpeTrainer.train(Collections.nCopies(3, "aaaa"), 256 + 2, List.of());
        assertThat(trained.merges()).containsExactly(List.of("a", "a"), List.of("aa", "aa"));
    }

    @Test
    void theOrderOfTheTextsDoesNotMatter() {
        var texts = corpus();
        var shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, new Random(7));
        assertThat(BpeTrainer.train(shuffled, 400, SPECIAL))
                .isEqualTo(BpeTrainer.train(texts, 400, SPECIAL));
    }

    @Test
    void theWrittenFolderTokenizesAsTheTrainedVocabulary(@TempDir Path folder) throws Exception {
        var trained = BpeTrainer.train(corpus(), 280, SPECIAL);
        trained.write(folder, "<|endoftext|>", "<|endoftext|>", 512);
        var read = Tokenizer.ofFolder(folder);
        var text = "<|im_start|>The claim 42 was settled.<|endoftext|>";
        assertThat(read.ids(text)).isEqualTo(trained.tokenizer().ids(text)).startsWith(1);
        assertThat(read.vocabulary().size()).isEqualTo(280);
        assertThat(read.vocabulary().isSpecial(0)).isTrue();
        assertThat(Files.readString(folder.resolve("tokenizer_config.json")))
                .contains("\"eos_token\" : \"<|endoftext|>\"");
    }

    @Test
    void aVocabularyWithoutRoomForTheBytesIsRefused() {
        assertThatThrownBy(() -> BpeTrainer.train(List.of("a"), 200, SPECIAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no room");
    }

    /// Without a normalizer no text may change on its way to ids and back.
    @Property(tries = 300)
    void decodingGivesTheTextBack(@ForAll @StringLength(max = 40) String text) {
        var tokenizer = Trained.TOKENIZER;
        var valid = new String(text.getBytes(UTF_8), UTF_8);
        assertThat(tokenizer.decode(tokenizer.ids(valid), Tokenizer.Special.KEEP)).isEqualTo(valid);
    }

    private static final class Trained {
        static final Tokenizer TOKENIZER = BpeTrainer.train(corpus(), 400, SPECIAL).tokenizer();
    }

    private static List<String> corpus() {
        var random = new Random(3);
        var words = List.of("claim", "settled", "policy", "damage", "the", "was", "please", "send");
        var texts = new ArrayList<String>();
        for (var i = 0; i < 200; i++) {
            var text = new StringBuilder("The");
            for (var w = 0; w < 8; w++) {
                text.append(' ').append(words.get(random.nextInt(words.size())));
            }
            texts.add(text.append(' ').append(random.nextInt(100)).append('.').toString());
        }
        return texts;
    }
}

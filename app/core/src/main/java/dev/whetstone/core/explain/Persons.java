package dev.whetstone.core.explain;

import com.google.re2j.Pattern;
import dev.whetstone.core.explain.Meaning.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Words for people that the lexicon does not have, told by their endings: "the donor", "a
/// florist". Each trade has its own. That the word names a thing remains another reading.
final class Persons {
    private static final Pattern ENDING =
            Pattern.compile(
                    ".{2,}(?:er|or|ist|ian|ee|eer|grapher|woman|man)(s?)|.{2,}(?:men|women)");
    private static final Set<String> THINGS = WordLists.of("no-persons.txt");
    private static final Set<String> ARTICLES =
            Set.of("the", "a", "an", "our", "their", "your", "this", "any", "every");
    private static final double COST = 0.35;

    private Persons() {}

    static List<Leaf> of(List<Word> words, List<List<Lexicon.Match>> matches) {
        List<Leaf> leaves = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String text = words.get(i).text();
            boolean unknown = matches.get(i).stream().allMatch(LiteralLeaves::isCue);
            if (words.get(i).kind() == Word.Kind.WORD
                    && unknown
                    && ENDING.matcher(text).matches()
                    && words.get(i).bases().stream().noneMatch(THINGS::contains)) {
                Item person = Item.leaf(Category.CUSTOMER, new Mark("person"), COST);
                boolean article = i > 0 && ARTICLES.contains(words.get(i - 1).text());
                if (article) {
                    leaves.add(new Leaf(i - 1, i + 1, person));
                } else if (text.endsWith("s")) {
                    leaves.add(new Leaf(i, i + 1, person));
                }
            }
        }
        return leaves;
    }
}

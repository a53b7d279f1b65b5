package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import java.util.Set;

/** How much is in a box, with all that its children hold. Characters are such that are no space. */
final class Holdings {

    private static final Set<String> VERBATIM = WordList.setOf("pre code math");
    private static final Set<String> BLOCKS = WordList.setOf("table pre blockquote ul ol");

    private int chars;
    private int linkChars;
    private int images;
    private int articles;
    private int boxes;
    private double sentences;
    private double ownSentences;
    private double all;
    private double article;
    private double points;
    private boolean tableHead;
    private boolean blocks;
    private boolean verbatim;
    private boolean numeric = true;
    private boolean sentence;

    void open(Element element, @Nullable Box around) {
        String name = element.normalName();
        images = name.equals("img") ? 1 : 0;
        tableHead = name.equals("th");
        blocks = BLOCKS.contains(name);
        verbatim = VERBATIM.contains(name) || (around != null && around.holds.verbatim);
    }

    void add(Line line) {
        chars += line.chars();
        linkChars += line.linkChars();
        sentences += line.prose();
        ownSentences += line.prose();
        all += line.weight();
        article += line.weight();
        numeric &= line.isNumeric();
        sentence |= line.isShortSentence();
    }

    void add(Box child) {
        Holdings other = child.holds;
        chars += other.chars;
        linkChars += other.linkChars;
        images += other.images;
        articles += other.articles + (child.nameIs("article") ? 1 : 0);
        boxes += other.boxes + 1;
        sentences += other.sentences;
        all += other.all;
        article += child.isPlain() ? other.article : 0;
        tableHead |= other.tableHead;
        blocks |= other.blocks;
        numeric &= other.numeric;
    }

    void addPoints(double more) {
        points += more;
    }

    /** How dense the paragraphs around here are. */
    double points() {
        return points;
    }

    void addArticle(double more) {
        article += more;
    }

    int chars() {
        return chars;
    }

    int linkChars() {
        return linkChars;
    }

    double linkDensity() {
        return chars == 0 ? 0 : (double) linkChars / chars;
    }

    int images() {
        return images;
    }

    /** Elements of that name inside. */
    int articles() {
        return articles;
    }

    /** Elements inside. */
    int boxes() {
        return boxes;
    }

    /** Characters of sentences out of links. */
    double sentences() {
        return sentences;
    }

    /** Of these, those that stand in no element of their own. */
    double ownSentences() {
        return ownSentences;
    }

    /** What its lines weigh. */
    double all() {
        return all;
    }

    /** What those of its lines weigh that are in no chrome and no caption. */
    double article() {
        return article;
    }

    boolean tableHead() {
        return tableHead;
    }

    /** Whether there are tables, lists, quotes or code in it. */
    boolean blocks() {
        return blocks;
    }

    /** Whether there is a sentence in it that stands in no other element, however short. */
    boolean hasOwnSentence() {
        return sentence;
    }

    /** Whether all its lines begin with nothing but numbers. */
    boolean isNumeric() {
        return numeric;
    }

    /** Whether it is in code or in a formula, where names mean something else. */
    boolean verbatim() {
        return verbatim;
    }
}

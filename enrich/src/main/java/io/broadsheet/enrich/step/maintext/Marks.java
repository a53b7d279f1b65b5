package io.broadsheet.enrich.step.maintext;

/** Marks that part and end sentences, and that menus and lists of links have few of. */
final class Marks {

    private Marks() {}

    static boolean isMark(char c) {
        return switch (c) {
            case '.', ',', '!', '?', ';', ':', '。', '，', '、', '！', '？', '；', '：', '．', '…', '،', '؟',
                    '؛', '।', '۔', '·', '“', '”', '»', '«' -> true;
            default -> false;
        };
    }
}

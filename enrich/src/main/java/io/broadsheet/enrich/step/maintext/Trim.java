package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;

import java.util.List;

/** What goes from inside an article. */
final class Trim {

    private Trim() {}

    static void collect(Box main, List<Element> out) {
        for (Box child : main.children) {
            if (goes(child, main)) {
                out.add(child.element);
            } else {
                collect(child, out);
            }
        }
    }

    private static boolean goes(Box box, Box main) {
        if (box.chrome) {
            return box.prose < 0.4 * main.prose;
        }
        String name = box.element.normalName();
        boolean list = name.equals("ul") || name.equals("ol") || name.equals("div") || name.equals("section") || name.equals("p") || name.equals("table");
        return list && box.linkDensity() > 0.6 && box.prose == 0 && box.chars > 0 ;
    }
}

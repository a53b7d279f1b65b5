package io.broadsheet.ingest.format.frontmatter;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

import java.util.Optional;

/**
 * YAML text to values. Only the parser's events are used: its composer would build every node
 * before anyone could count them.
 */
final class YamlText {

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setLabel("front matter").setUseMarks(true).build();

    private YamlText() {}

    /**
     * @param firstLine line of the document at which the text begins
     */
    static YamlReading read(String yaml, int firstLine) {
        var tree = new YamlTree(firstLine);
        try {
            var events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, yaml));
            while (tree.verdict().isEmpty() && events.hasNext()) {
                tree.take(events.next());
            }
            return tree.result();
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            return new YamlReading.Broken(
                    firstLine + mark.map(Mark::getLine).orElse(0),
                    1 + mark.map(Mark::getColumn).orElse(0),
                    e.getProblem());
        } catch (YamlEngineException e) {
            return new YamlReading.Broken(firstLine, 1, "a character that YAML does not allow");
        } catch (RuntimeException e) {
            // The library's own defect on this text; what follows treats it like any broken text.
            return new YamlReading.Broken(firstLine, 1, e.getClass().getSimpleName());
        }
    }
}

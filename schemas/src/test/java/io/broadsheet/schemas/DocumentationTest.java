package io.broadsheet.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.NewsContract;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Subscribers read the Javadoc: it is whole, and leads nowhere wrong. A summary that says it all
 * needs no {@code @param} or {@code @return} besides, by our style.
 */
class DocumentationTest {

    private static final Path SOURCES = Path.of("src/main/java");

    @TempDir Path classes;

    @Test
    void whatIsPublicHasACommentAndEveryCommentIsSound() throws IOException {
        assertThat(complaints(sources())).isEmpty();
    }

    @Test
    void whatHasNoCommentIsFound() throws IOException {
        Path file = Files.writeString(classes.resolve("Bare.java"), "public class Bare {}");
        Path wrong =
                Files.writeString(
                        classes.resolve("Wrong.java"),
                        "/** See {@link Nowhere}. */ public final class Wrong { private Wrong() {} }");
        assertThat(complaints(List.of(file))).anyMatch(it -> it.contains("no comment"));
        assertThat(complaints(List.of(wrong))).anyMatch(it -> it.contains("reference not found"));
    }

    @Test
    void everyRecordAndEnumOfTheContractSaysWhatItIs() {
        assertThat(NewsContract.PROTOCOL.getTypes())
                .filteredOn(type -> type.getDoc() == null || type.getDoc().isBlank())
                .extracting(Schema::getName)
                .isEmpty();
    }

    @Test
    void everyFieldOfTheContractSaysWhatItIs() {
        assertThat(
                        NewsContract.PROTOCOL.getTypes().stream()
                                .filter(type -> type.getType() == Schema.Type.RECORD)
                                .flatMap(type ->
                                        type.getFields().stream()
                                                .filter(field -> field.doc() == null)
                                                .map(field -> type.getName() + "." + field.name())))
                .isEmpty();
    }

    private List<String> complaints(List<Path> files) throws IOException {
        var found = new DiagnosticCollector<JavaFileObject>();
        List<String> options =
                List.of(
                        "-proc:none",
                        "-d",
                        classes.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xdoclint:all/protected",
                        "-Xdoclint/package:-io.broadsheet.v1,-io.broadsheet.state.v1",
                        "-Xmaxwarns",
                        "10000");
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            compiler.getTask(
                            new StringWriter(),
                            manager,
                            found,
                            options,
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
        }
        return found.getDiagnostics().stream()
                .filter(DocumentationTest::counts)
                .map(Diagnostic::toString)
                .toList();
    }

    private static boolean counts(Diagnostic<?> diagnostic) {
        String message = diagnostic.getMessage(Locale.ROOT);
        return switch (diagnostic.getKind()) {
            case ERROR -> true;
            case WARNING -> !message.startsWith("no @param") && !message.startsWith("no @return");
            case MANDATORY_WARNING, NOTE, OTHER -> false;
        };
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}

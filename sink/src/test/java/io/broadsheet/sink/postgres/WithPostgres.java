package io.broadsheet.sink.postgres;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Gives tests the one server that all of them share; each takes a schema of its own. */
public final class WithPostgres implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(TestServer.class, _ -> start(), TestServer.class);
    }

    private static TestServer start() {
        try {
            return TestServer.start(Files.createTempDirectory("broadsheet-postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

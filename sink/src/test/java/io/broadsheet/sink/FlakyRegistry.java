package io.broadsheet.sink;

import io.broadsheet.schemas.registry.Compatibility;
import io.broadsheet.schemas.registry.RegisteredSchema;
import io.broadsheet.schemas.registry.RegistryUnavailableException;
import io.broadsheet.schemas.registry.SchemaRegistry;

import org.apache.avro.Schema;

import java.util.List;
import java.util.Optional;

/** A registry that can be away: then no schema can be asked for by its id. */
final class FlakyRegistry implements SchemaRegistry {

    private final SchemaRegistry real;
    private boolean away;

    FlakyRegistry(SchemaRegistry real) {
        this.real = real;
    }

    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    @Override
    public Schema byId(int id) {
        if (away) {
            throw new RegistryUnavailableException("test", null);
        }
        return real.byId(id);
    }

    @Override
    public int register(String subject, Schema schema) {
        return real.register(subject, schema);
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return real.idOf(subject, schema);
    }

    @Override
    public Optional<RegisteredSchema> latest(String subject) {
        return real.latest(subject);
    }

    @Override
    public List<Integer> versions(String subject) {
        return real.versions(subject);
    }

    @Override
    public List<String> subjects() {
        return real.subjects();
    }

    @Override
    public boolean accepts(String subject, Schema schema) {
        return real.accepts(subject, schema);
    }

    @Override
    public Compatibility compatibility(String subject) {
        return real.compatibility(subject);
    }

    @Override
    public void setCompatibility(String subject, Compatibility compatibility) {
        real.setCompatibility(subject, compatibility);
    }
}

package io.broadsheet.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidatorBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;

/** What may change in a schema: the facts that the contract's rules rest on. */
class CompatibilityTest {

    private static final Schema NOTE = parse("{'name':'text','type':'string'}");

    @Test
    void anOptionalFieldMayComeIfItsDefaultIsNull() {
        Schema next =
                parse(
                        "{'name':'text','type':'string'},"
                                + "{'name':'by','type':['null','string'],'default':null}");
        assertThat(full(next, NOTE)).isTrue();
    }

    @Test
    void anOptionalFieldWithoutADefaultMayNot() {
        Schema next =
                parse("{'name':'text','type':'string'},{'name':'by','type':['null','string']}");
        assertThat(full(next, NOTE)).isFalse();
        assertThat(Compatibility.FORWARD.allows(next, List.of(NOTE))).isTrue();
    }

    @Test
    void aMandatoryFieldMayNeitherComeNorGo() {
        Schema next = parse("{'name':'text','type':'string'},{'name':'size','type':'int'}");
        assertThat(full(next, NOTE)).isFalse();
        assertThat(full(NOTE, next)).isFalse();
    }

    @Test
    void aSymbolMayComeToAnEnumThatHasADefault() {
        assertThat(full(kind("['UNKNOWN','A','B']", "UNKNOWN"), kind("['UNKNOWN','A']", "UNKNOWN")))
                .isTrue();
    }

    @Test
    void aSymbolMayNotComeToAnEnumWithoutADefaultAlthoughAvrosValidatorSaysSo()
            throws SchemaValidationException {
        Schema old = kind("['UNKNOWN','A']", null);
        Schema next = kind("['UNKNOWN','A','B']", null);
        assertThat(full(next, old)).isFalse();
        // Throws nothing: why the validator is not the judge here.
        new SchemaValidatorBuilder()
                .mutualReadStrategy()
                .validateAll()
                .validate(next, List.of(old));
    }

    @Test
    void aTransitiveRuleLooksAtEveryVersionAndTheOthersAtTheLast() {
        Schema one = parse("{'name':'x','type':'string'}");
        Schema two = parse("{'name':'y','type':'int','default':0}");
        Schema three =
                parse(
                        "{'name':'y','type':'int','default':0},{'name':'x','type':'int','default':0}");
        assertThat(Compatibility.BACKWARD.allows(three, List.of(one, two))).isTrue();
        assertThat(Compatibility.BACKWARD_TRANSITIVE.allows(three, List.of(one, two))).isFalse();
        assertThat(Compatibility.NONE.allows(three, List.of(one))).isTrue();
        assertThat(Compatibility.FULL_TRANSITIVE.allows(three, List.of())).isTrue();
    }

    private static boolean full(Schema next, Schema old) {
        return Compatibility.FULL_TRANSITIVE.allows(next, List.of(old));
    }

    private static Schema parse(String fields) {
        String record = "{'type':'record','name':'Note','fields':[" + fields + "]}";
        return new Schema.Parser().parse(record.replace('\'', '"'));
    }

    private static Schema kind(String symbols, @Nullable String other) {
        String fallback = other == null ? "" : ",'default':'" + other + "'";
        return parse(
                "{'name':'kind','type':{'type':'enum','name':'Kind','symbols':"
                        + symbols
                        + fallback
                        + "}}");
    }
}

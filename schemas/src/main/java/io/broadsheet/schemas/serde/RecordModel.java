package io.broadsheet.schemas.serde;

import io.broadsheet.schemas.ContractClasses;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Avro's data models, chosen by class. A generated class has one of its own that knows its logical
 * types (timestamps are instants); generic records keep them as numbers.
 */
final class RecordModel {

    static {
        ContractClasses.trust();
    }

    private RecordModel() {}

    static DatumWriter<Object> writer(IndexedRecord record) {
        Schema schema = record.getSchema();
        return record instanceof SpecificRecord
                ? new SpecificDatumWriter<>(schema, SpecificData.getForClass(record.getClass()))
                : new GenericDatumWriter<>(schema);
    }

    static <V> DatumReader<V> generic(Schema writer) {
        return new GenericDatumReader<>(writer);
    }

    static <V> DatumReader<V> specific(Schema writer, Class<?> type) {
        SpecificData model = PlainLists.of(type);
        return new SpecificDatumReader<>(writer, model.getSchema(type), model);
    }

    /** Into the generated class that has the name of the schema, as Confluent's readers do. */
    static <V> DatumReader<V> specificByName(Schema writer) {
        Class<?> type = SpecificData.get().getClass(writer);
        if (type == null) {
            throw new SerializationException(
                    "specific.avro.reader: no class "
                            + writer.getFullName()
                            + " on the class path");
        }
        return specific(writer, type);
    }
}

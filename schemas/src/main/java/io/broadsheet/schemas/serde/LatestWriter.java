package io.broadsheet.schemas.serde;

import io.broadsheet.schemas.registry.SchemaIncompatibleException;

import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Writes records of one schema as records of another: what {@code use.latest.version} asks for when
 * the newest schema is not the record's own. Avro's writers go by position and would mix fields up,
 * so the record is written as it is and read as the newest first.
 */
final class LatestWriter implements DatumWriter<Object> {

    private final DatumWriter<Object> own;
    private final DatumReader<Object> translator;
    private final DatumWriter<Object> latest;

    private LatestWriter(IndexedRecord record, Schema latest) {
        this.own = RecordModel.writer(record);
        this.translator = new GenericDatumReader<>(record.getSchema(), latest);
        this.latest = new GenericDatumWriter<>(latest);
    }

    /**
     * @throws SchemaIncompatibleException if the newest schema cannot express the record
     */
    static DatumWriter<Object> of(IndexedRecord record, Schema latest) {
        Schema own = record.getSchema();
        if (SchemaNormalization.toParsingForm(own)
                .equals(SchemaNormalization.toParsingForm(latest))) {
            return RecordModel.writer(record);
        }
        var verdict = SchemaCompatibility.checkReaderWriterCompatibility(latest, own);
        if (verdict.getType() != SchemaCompatibilityType.COMPATIBLE) {
            throw new SchemaIncompatibleException(
                    "use.latest.version: the newest schema cannot read " + own.getFullName());
        }
        return new LatestWriter(record, latest);
    }

    @Override
    public void setSchema(Schema schema) {
        throw new UnsupportedOperationException("its schemas are fixed");
    }

    @Override
    public void write(Object datum, Encoder out) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        own.write(datum, encoder);
        var decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
        latest.write(translator.read(null, decoder), out);
    }
}

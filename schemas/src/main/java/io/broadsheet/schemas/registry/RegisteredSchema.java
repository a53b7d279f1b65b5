package io.broadsheet.schemas.registry;

import org.apache.avro.Schema;

/**
 * One version of a subject.
 *
 * @param subject name of the subject
 * @param version counts from 1 within the subject
 * @param id of the schema, global in the registry
 * @param schema the schema itself
 */
public record RegisteredSchema(String subject, int version, int id, Schema schema) {}

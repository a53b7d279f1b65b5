package io.broadsheet.runtime.failure;

import static io.broadsheet.v1.FailureReason.CHARSET_UNDECODABLE;
import static io.broadsheet.v1.FailureReason.CONSTRAINT_VIOLATION;
import static io.broadsheet.v1.FailureReason.DESERIALIZATION;
import static io.broadsheet.v1.FailureReason.ENRICHER_EXCEPTION;
import static io.broadsheet.v1.FailureReason.MALFORMED_PAYLOAD;
import static io.broadsheet.v1.FailureReason.MISSING_REQUIRED_FIELD;
import static io.broadsheet.v1.FailureReason.RETRIES_EXHAUSTED;
import static io.broadsheet.v1.FailureReason.SINK_REJECTED;

import io.broadsheet.v1.FailureReason;

/**
 * Every code a dead letter can carry. The code is what operators search for and what {@code
 * docs/failure-codes.md} explains; the reason is its class in the contract.
 */
public enum FailureCode {
    /** The bytes are not valid in the character set they must be in. */
    ENCODING_INVALID(CHARSET_UNDECODABLE, false),
    /** The document has no bytes, or only white space. */
    DOCUMENT_EMPTY(MALFORMED_PAYLOAD, false),
    /** The bytes are of no text format that we read. */
    FORMAT_UNSUPPORTED(FailureReason.UNSUPPORTED_FORMAT, false),
    /** A zip, tar or compressed file: archives are never unpacked. */
    ARCHIVE_FORBIDDEN(FailureReason.UNSUPPORTED_FORMAT, false),
    /** There is neither a front-matter fence nor an HTML page. */
    FRONT_MATTER_MISSING(MALFORMED_PAYLOAD, false),
    /** The front matter starts and never ends. */
    FRONT_MATTER_UNCLOSED(MALFORMED_PAYLOAD, false),
    /** The front matter is not YAML and nothing plain could be recovered from it. */
    PARSE_YAML(MALFORMED_PAYLOAD, false),
    /** The front matter exceeds a limit of depth, aliases or size, or asks for objects. */
    YAML_LIMIT(MALFORMED_PAYLOAD, false),
    /** The document is not XML, and nothing could be recovered from it. */
    PARSE_XML(MALFORMED_PAYLOAD, false),
    /** The document type of an XML document declares entities. */
    XML_DOCTYPE_FORBIDDEN(MALFORMED_PAYLOAD, false),
    /** An XML document exceeds a limit of depth, attributes or elements. */
    XML_LIMIT(MALFORMED_PAYLOAD, false),
    /** The document, or a line of it, is not JSON, or not of the types its format says. */
    PARSE_JSON(MALFORMED_PAYLOAD, false),
    /** JSON exceeds a limit of depth or size. */
    JSON_LIMIT(MALFORMED_PAYLOAD, false),
    /** A JSON object names one key twice. */
    JSON_DUPLICATE_KEY(MALFORMED_PAYLOAD, false),
    /** An archive of a crawl, or a page in it, cannot be read on. */
    PARSE_WARC(MALFORMED_PAYLOAD, false),
    /** A feed has more items than are taken from one document. */
    FEED_LIMIT(CONSTRAINT_VIOLATION, false),
    /** An article needs a title or a body. */
    ARTICLE_EMPTY(MISSING_REQUIRED_FIELD, false),
    /** The document is over the size limit. */
    BODY_TOO_LARGE(FailureReason.RECORD_TOO_LARGE, false),
    /** A field that must not be cut is over its limit. */
    FIELD_TOO_LONG(CONSTRAINT_VIOLATION, false),
    /** The key of a record is not the identity that its value says. */
    KEY_MISMATCH(CONSTRAINT_VIOLATION, false),
    /** A record grew over the limit of its topic. */
    RECORD_TOO_LARGE(FailureReason.RECORD_TOO_LARGE, false),
    /** The file lies, by a link, outside the directory that was given. */
    PATH_OUTSIDE_ROOT(CONSTRAINT_VIOLATION, false),
    /** A pipe, a device, a socket: not a file. */
    FILE_NOT_REGULAR(FailureReason.UNSUPPORTED_FORMAT, false),
    /** The file could not be opened or read. */
    FILE_UNREADABLE(FailureReason.DEPENDENCY_UNAVAILABLE, true),
    /** The file changed while it was read. */
    FILE_CHANGED(FailureReason.DEPENDENCY_UNAVAILABLE, true),
    /** The Avro bytes do not decode. */
    AVRO_CORRUPT(DESERIALIZATION, false),
    /** The registry knows no schema of that id. */
    SCHEMA_UNKNOWN(FailureReason.SCHEMA_UNKNOWN, false),
    /** A claim check names a payload that is not there. */
    CLAIM_MISSING(FailureReason.DEPENDENCY_UNAVAILABLE, true),
    /** A step overflowed the stack on this input. */
    PARSER_OVERFLOW(ENRICHER_EXCEPTION, false),
    /** A defect of ours, on this record. */
    DEFECT(ENRICHER_EXCEPTION, true),
    /** The store refused this row. */
    ROW_REJECTED(SINK_REJECTED, false),
    /** A webhook's receiver refused this delivery as such. */
    DELIVERY_REJECTED(FailureReason.DELIVERY_REJECTED, false),
    /** A webhook's receiver took a delivery at no attempt in its time to live. */
    DELIVERY_EXPIRED(RETRIES_EXHAUSTED, true);

    private final FailureReason reason;
    private final boolean retryable;

    FailureCode(FailureReason reason, boolean retryable) {
        this.reason = reason;
        this.retryable = retryable;
    }

    /** The class of this code in the contract. */
    public FailureReason reason() {
        return reason;
    }

    /** Whether the same bytes may succeed later, without a change to the code. */
    public boolean retryable() {
        return retryable;
    }
}

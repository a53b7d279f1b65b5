package io.broadsheet.schemas.serde;

import org.apache.kafka.common.config.ConfigException;

import java.util.Locale;
import java.util.Map;

/**
 * How records are written and read, by Confluent's names and, except where said, with Confluent's
 * defaults.
 *
 * @param autoRegister {@code auto.register.schemas}: the serializer registers what is missing. Off
 *     here (Confluent's default is on): schemas are registered in one deliberate step
 * @param useLatest {@code use.latest.version}: write with the newest schema of the subject
 * @param specificReader {@code specific.avro.reader}: read into generated classes, not generic
 *     records
 * @param naming {@code key.} or {@code value.subject.name.strategy}
 */
public record SerdeSettings(
        boolean autoRegister, boolean useLatest, boolean specificReader, SubjectNaming naming) {

    private static final String STRATEGY = "subject.name.strategy";

    /** What the contract uses: registered beforehand, generated classes, TopicNameStrategy. */
    public static SerdeSettings contract() {
        return new SerdeSettings(false, false, true, SubjectNaming.TOPIC);
    }

    /** The same, but the serializer registers what is missing. */
    public SerdeSettings registering() {
        return new SerdeSettings(true, useLatest, specificReader, naming);
    }

    /**
     * From Confluent's keys; others are ignored, they belong to the client.
     *
     * @throws ConfigException if a value is wrong
     */
    public static SerdeSettings from(Map<String, ?> settings, boolean isKey) {
        String strategy = (isKey ? "key." : "value.") + STRATEGY;
        return new SerdeSettings(
                flag(settings, "auto.register.schemas"),
                flag(settings, "use.latest.version"),
                flag(settings, "specific.avro.reader"),
                SubjectNaming.from(strategy, settings.get(strategy)));
    }

    private static boolean flag(Map<String, ?> settings, String key) {
        Object value = settings.get(key);
        if (value == null) {
            return false;
        }
        return switch (value.toString().strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ConfigException(key, value, "must be true or false");
        };
    }
}

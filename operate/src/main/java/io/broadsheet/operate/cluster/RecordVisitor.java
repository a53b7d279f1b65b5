package io.broadsheet.operate.cluster;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Is shown records, one after the other, and says whether it wants more. */
@FunctionalInterface
public interface RecordVisitor {

    /** What to do after a record. */
    enum Next {
        /** Show the next one. */
        GO_ON,
        /** No more of this partition. */
        LEAVE_PARTITION,
        /** No more at all. */
        STOP
    }

    /** Called in the order of each partition. */
    Next visit(ConsumerRecord<byte[], byte[]> record);
}

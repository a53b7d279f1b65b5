package io.broadsheet.desk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is under way in a partition of raw records. */
class RawPartitionTest {

    private final RawPartition partition = new RawPartition(100);

    @Test
    void whatIsReadAndNotDecidedIsUnderWay() {
        partition.read(101);
        partition.read(103);
        partition.decide(101);

        assertThat(partition.underWay()).isEqualTo(1);
        assertThat(partition.oldestUnderWay()).hasValue(103);
    }

    @Test
    void anOutcomeThatIsToldTwiceCountsOnce() {
        assertThat(partition.decide(101)).isTrue();
        assertThat(partition.decide(101)).isFalse();
    }

    @Test
    void whatLiesBeforeTheStartDoesNotCount() {
        assertThat(partition.read(99)).isFalse();
        assertThat(partition.decide(99)).isFalse();
    }

    @Test
    void anOutcomeMayComeBeforeItsRecord() {
        partition.decide(102);
        partition.read(102);

        assertThat(partition.underWay()).isZero();
    }

    @Test
    void theOldestAreForgottenAfterMillionsOfRecords() {
        partition.read(100);
        partition.read(10_000_000);

        assertThat(partition.underWay()).isEqualTo(1);
        assertThat(partition.oldestUnderWay()).hasValue(10_000_000);
        assertThat(partition.read(100)).isFalse();
    }

    @Test
    void whatIsNearStaysWhenTheOldestAreForgotten() {
        partition.read(100 + 4_000_000);
        partition.read(100 + 4_200_000);

        assertThat(partition.underWay()).isEqualTo(2);
        assertThat(partition.oldestUnderWay()).hasValue(100 + 4_000_000);
    }
}

package io.broadsheet.enrich.image.service;

import io.broadsheet.enrich.image.check.HostLore;
import io.broadsheet.v1.HostNameLore;
import io.broadsheet.v1.RefererMode;

import java.time.Instant;
import java.util.Optional;

/** What was learned about the name of a host, as it stands in the contract. */
final class LoreRecord {

    private LoreRecord() {}

    static HostNameLore of(String name, HostLore lore, Instant learnedAt) {
        return HostNameLore.newBuilder()
                .setName(name)
                .setWorkingReferer(lore.workingReferer().orElse(RefererMode.UNKNOWN))
                .setRefusesForeignReferer(lore.refusesForeign().orElse(null))
                .setAnswersSecurely(lore.answersSecurely().orElse(null))
                .setLearnedAt(learnedAt)
                .build();
    }

    static HostLore read(HostNameLore record) {
        return new HostLore(
                Optional.of(record.getWorkingReferer()).filter(mode -> mode != RefererMode.UNKNOWN),
                Optional.ofNullable(record.getRefusesForeignReferer()),
                Optional.ofNullable(record.getAnswersSecurely()));
    }
}

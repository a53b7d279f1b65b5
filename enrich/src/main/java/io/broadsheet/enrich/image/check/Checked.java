package io.broadsheet.enrich.image.check;

import io.broadsheet.v1.ImageCheck;

import java.time.Duration;
import java.util.Optional;

/**
 * What a check came to.
 *
 * @param check the report; what needs the reports before it ({@code conclusive}, {@code
 *     consecutiveFailures}, {@code firstFailedAt}) is as for a first check
 * @param retryAfter how long the host asks to be left alone, if it says so with RATE_LIMITED
 * @param lore what is known about the host now
 */
public record Checked(ImageCheck check, Optional<Duration> retryAfter, HostLore lore) {}

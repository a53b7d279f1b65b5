/**
 * The doors out for subscribers without Kafka: server-sent events, JSON Feed and Atom, webhooks,
 * and an article in the forms that others read (schema.org JSON-LD, IPTC ninjs).
 */
@NullMarked
package io.broadsheet.syndicate;

import org.jspecify.annotations.NullMarked;

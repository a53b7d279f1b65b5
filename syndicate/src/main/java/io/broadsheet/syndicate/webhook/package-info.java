/**
 * Articles told to those who want them by POST, signed, until they have them (Standard Webhooks
 * 1.0).
 */
@NullMarked
package io.broadsheet.syndicate.webhook;

import org.jspecify.annotations.NullMarked;

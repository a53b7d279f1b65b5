package io.broadsheet.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.ingest.push.PushTokens.Speaker;

import org.junit.jupiter.api.Test;

/** Each token speaks for one source. */
class PushTokensTest {

    private static final String LINES =
            "# for the wire\nwire  0123456789abcdef\n\nlocal fedcba9876543210\n";

    @Test
    void aTokenSpeaksForItsSourceAlone() {
        PushTokens tokens = PushTokens.parse(LINES).orElseThrow();

        assertThat(tokens.speaker("Bearer 0123456789abcdef").map(Speaker::source))
                .contains(new SourceId("wire"));
        assertThat(tokens.speaker("bearer fedcba9876543210").map(Speaker::source))
                .contains(new SourceId("local"));
        assertThat(tokens.speaker("Bearer 0123456789abcde")).isEmpty();
        assertThat(tokens.speaker("Basic 0123456789abcdef")).isEmpty();
        assertThat(tokens.speaker("")).isEmpty();
        assertThat(tokens).asString().doesNotContain("0123456789abcdef");
    }

    @Test
    void whatIsNoListIsRefusedWhole() {
        assertThat(PushTokens.parse("wire short")).isEmpty();
        assertThat(PushTokens.parse("wire 0123456789abcdef more")).isEmpty();
        assertThat(PushTokens.parse("not/an/id 0123456789abcdef")).isEmpty();
        assertThat(PushTokens.parse(" \n").orElseThrow().isEmpty()).isTrue();
    }
}

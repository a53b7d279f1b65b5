package io.broadsheet.syndicate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;

/** Queries: what they say, or why they say nothing. */
class QueryTest {

    private static final Set<String> KNOWN = Set.of("a", "b");

    @Test
    void valuesAreDecodedInTheirOrder() {
        Query query = Query.read("b=2&a=%E4%B8%AD+x&b=1&&", KNOWN);

        assertThat(query.all("b")).containsExactly("2", "1");
        assertThat(query.one("a")).contains("中 x");
        assertThat(query.text()).isEqualTo("a=%E4%B8%AD%20x&b=2&b=1");
        assertThat(query.text(Map.of("b", "3"))).endsWith("&b=3");
        assertThat(query.without(Set.of("b")).text()).startsWith("a=").doesNotContain("b=");
    }

    @Test
    void whatCannotBeIsToldWithItsName() {
        assertBad("c=1", "there is no parameter \"c\"; there are a, b");
        assertBad("a=%zz", "\"%zz\" is no percent-encoding");
        assertBad("a=", "a must have 1 to 512 characters");
        assertBad("a=" + "x".repeat(513), "a must have 1 to 512 characters");
        assertBad("a=" + "x".repeat(5_000), "the query is longer than 4096 characters");
        assertBad("a=x%0d%0ay", "a = \"x\\u000d\\u000ay\" has control characters");
        assertBad("a=1&".repeat(51), "a is given more than 50 times");
        assertThatThrownBy(() -> Query.read("a=1&a=2", KNOWN).one("a"))
                .hasMessage("a is given more than once");
    }

    private static void assertBad(String raw, String message) {
        assertThatThrownBy(() -> Query.read(raw, KNOWN))
                .isInstanceOf(ProblemException.class)
                .hasMessage(message);
    }
}

package io.broadsheet.ingest.callback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Proofs by the examples of RFC 2202 and RFC 4231 (test case 2). */
class HubSignatureTest {

    private static final String SECRET = "Jefe";
    private static final byte[] BODY =
            "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
        "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "sha384=af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
        "sha512=164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
    })
    void eachMethodProves(String header) {
        assertThat(HubSignature.proves(header, SECRET, BODY)).isTrue();
        assertThat(HubSignature.proves(header.toUpperCase(Locale.ROOT), SECRET, BODY)).isTrue();
        assertThat(HubSignature.proves(header, SECRET + "x", BODY)).isFalse();
        assertThat(HubSignature.proves(header, SECRET, new byte[] {1})).isFalse();
        assertThat(HubSignature.proves(header.substring(0, header.length() - 2), SECRET, BODY))
                .isFalse();
    }

    @Test
    void otherMethodsProveNothing() {
        assertThat(HubSignature.proves("md5=750c783e6ab0b503eaa86e310a5db738", SECRET, BODY))
                .isFalse();
        assertThat(HubSignature.proves("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79", SECRET, BODY))
                .isFalse();
        assertThat(HubSignature.proves("sha1=", SECRET, BODY)).isFalse();
        assertThat(HubSignature.proves("=", SECRET, BODY)).isFalse();
    }
}

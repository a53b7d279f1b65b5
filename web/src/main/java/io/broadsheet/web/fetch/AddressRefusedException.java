package io.broadsheet.web.fetch;

import java.net.UnknownHostException;

/** Carries a refusal through the HTTP client, which knows only names that do not resolve. */
final class AddressRefusedException extends UnknownHostException {

    AddressRefusedException(String host, AddressClass kind) {
        super(host + " resolves to " + kind);
    }
}
